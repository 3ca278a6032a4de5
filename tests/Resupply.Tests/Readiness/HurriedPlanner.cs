namespace Resupply.Tests.Readiness;

/// <summary>Readiness as somebody may write it late at night: every key may stand there, with any value.</summary>
/// <param name="slip">How often a value is not what belongs there.</param>
/// <param name="isCareful">Nothing contradicts: where there are no slips either, the scenario may be run.</param>
internal sealed class HurriedPlanner(Draws draws, double slip, bool isCareful)
{
    private static readonly string[] Anything =
    [
        "0", "1", "-1", "2.5", "never", "5..8", "30%", "120%", "10 h", "0 h", "3 d", "2 h per day", "0 h per day",
        "30 h per day", "0.1 per day", "2025-02-01", "here", "base", "a", "fast", "[a, b]", "[]", "{}", "{ a: 1 }",
        "true", "u", "[fast, fast]", "1 M", "1e3", "exponential(300 h)", "{ when: 2025-02-01, size: 2 }",
        "{ value: 3, assume: mine }", "30% chance of 3 d", "poisson(3)", "x y", "'", "9999999999999999", "-5 h..3 h",
    ];

    private static readonly string[] Lives =
    [
        "exponential(300 h)", "weibull(1.5; 900 h)", "300 h", "u + 20 h", "uniform(10 h; 300 h)", "lognormal(5 d; 3 d)",
        "min(exponential(u); 900 h)", "normal(300 h; 100 h)", "poisson(3) * 10 h", "30% chance of 300 h",
    ];

    private static readonly string[] Times = ["4 h", "lognormal(40 h; 30 h)", "0 h", "2..5 d", "u", "exponential(u)"];

    private static readonly string[] Counts = ["0", "1", "2", "12", "3..5", "poisson(4)", "100"];

    private static readonly string[] Days =
    [
        "2025-01-01", "2025-02-01", "2025-01-05..2025-03-01", "never", "2024-12-01", "2025-06-01", "50% chance of soon",
    ];

    public static string Scenario(Draws draws, double slip, bool isCareful)
    {
        var planner = new HurriedPlanner(draws, slip, isCareful);
        return $$"""
            resupply: 1
            title: Late at night
            calendar: { from: 2025-01-01, to: 2025-03-31 }
            deadlines: { soon: 2025-01-20 }
            unknowns: { u: 20 h..300 h }
            sites: { base: { tags: [front] }, depot: { tags: [rear] }, camp: {} }
            lanes:
              out: { from: base, to: depot, takes: 2 d }
              home: { from: depot, to: base, takes: 1 d..3 d, lift: 2 per day }
              air: { from: base, to: depot }
            items:
              a: {{planner.Item()}}
              b: {{planner.Item()}}
              c: {{planner.Item()}}
            stocks:
              base: { a: {{planner.Stock(true)}}, b: {{planner.Stock(true)}} }
              depot: { a: {{planner.Stock(false)}} }
            fleets:
              wing: {{planner.Fleet()}}
              trucks: {{planner.Fleet()}}
            crews:
              fast: {{planner.Crew()}}
              slow: {{planner.Crew()}}
            questions:
              ready: { available: wing, when: 2025-02-01 }
              on-average: { available: trucks, between: [2025-01-05, 2025-01-20], at-least: 50% }
              work: { busy: fast, between: [2025-01-05, 2025-01-20] }
              waiting: { backorders: a, at: base }
            options:
              other: { fleets: { wing: {{planner.Fleet()}} }, crews: { slow: {{planner.Crew()}} } }

            """;
    }

    private string Of(params string[] usual) => draws.OneOf<string>(draws.Chance(slip) ? Anything : usual);

    private string Map(params (string Key, double Often, Func<string> Text)[] keys) =>
        draws.Chance(slip / 4) ? draws.OneOf<string>(Anything) : "{ " + string.Join(", ", keys
            .Where(key => draws.Chance(key.Often))
            .Select(key => $"{key.Key}: {key.Text()}")) + " }";

    private string Crews() => Of("fast", "slow", "[fast, slow]", "[slow]");

    private string Item() => Map(
        ("fails", isCareful ? 1 : 0.8, () => Of(Lives)), ("ages", 0.3, () => Of("operating", "always")),
        ("age", 0.3, () => Of("uniform(0 h; 8 h)", "1 h")), ("repair", isCareful ? 1 : 0.8, Repair),
        ("replace", 0.5, () => Map(("crew", 0.7, Crews), ("takes", 0.9, () => Of(Times)))),
        ("removals", 0.2, () => Map(
            ("base", 0.7, () => Of("0.04 per day", "1 per w")),
            ("camp", isCareful ? 0 : 0.2, () => Of("0.1 per day")))));

    private string Repair()
    {
        if (draws.Chance(0.6)) return draws.Chance(0.5) ? Here(0, "") : Away(0, "");
        var often = isCareful ? 1 : 0.9;
        return Map(("shop", often, () => Here(often, "30%")), ("works", often, () => Away(often, "70%")));
    }

    private string Here(double often, string share) => Map(
        ("at", 0.5, () => Of("here", "base")), ("crew", 0.7, Crews), ("takes", 0.8, () => Of(Times)),
        ("condemned", 0.3, () => Of("2%", "0%..10%")), ("share", often, () => Of(share)));

    private string Away(double often, string share) => Map(
        ("at", 1, () => Of("depot")), ("crew", 0.7, Crews), ("takes", 0.8, () => Of(Times)),
        ("condemned", 0.3, () => Of("2%", "100%")), ("via", isCareful ? 1 : 0.5, () => Of("out", "air")),
        ("back", 0.6, () => Of("home")), ("share", often, () => Of(share)));

    private string Stock(bool isBase) => Map(
        ("on-hand", 0.6, () => Of(Counts)), ("unserviceable", isBase || !isCareful ? 0.2 : 0, () => Of(Counts)),
        ("from-site", isBase ? 0.3 : 0, () => Of("depot")), ("order-up-to", 0.1, () => Of("3")));

    private string Fleet() => Map(
        ("at", 1, () => isCareful ? "base" : Of("base", "base", "camp")), ("size", 1, () => Of(Counts)),
        ("operates", 0.5, () => Of("2 h per day", "24 h per day")),
        ("parts", isCareful ? 1 : 0.9, () => Map(Three(() => Of("1", "2")))),
        ("missing", isCareful ? 0 : 0.2, () => Map(Three(() => Of("1", "2")))),
        ("inspections", 0.3, () => Map(("phase", 0.9, Inspection), ("yearly", 0.2, Inspection))),
        ("upkeep", 0.3, () => Map(("per-hour", 1, () => Of("6 h", "0.5 h", "u / 10")), ("crew", 0.7, Crews))),
        ("joins", 0.3, () => Map(("one", 0.9, () => Change("size")), ("two", 0.2, () => Change("size")))),
        ("leaves", 0.3, () => Map(("three", 0.9, () => Change("size")))),
        ("losses-per-month", 0.2, () => Of("0.1", "0..2")), ("cannibalize", 0.3, () => Of("true", "false")));

    private static (string, double, Func<string>)[] Three(Func<string> text) =>
        [("a", 0.7, text), ("b", 0.5, text), ("c", 0.3, text)];

    private string Inspection() => Map(
        ("every", 1, () => Of("300 h", "10 d", "u")), ("since", 0.5, () => Of("0 h", "uniform(0 h; 300 h)", "u")),
        ("takes", 0.9, () => Of(Times)), ("crew", 0.6, Crews), ("at", 0.3, () => Of("depot", "base")));

    private string Change(string number) => Map(("when", 1, () => Of(Days)), (number, 1, () => Of(Counts)));

    private string Crew() => Map(
        ("at", 0.3, () => Of("base", "depot")), ("teams", 1, () => Of(Counts)),
        ("works", 0.5, () => Of("10 h per day", "24 h per day", "8 h..12 h per day")),
        ("only-at", 0.2, () => isCareful ? "[front, rear]" : Of("[rear]", "[front, rear]")),
        ("joins", 0.3, () => Map(("one", 0.9, () => Change("teams")))),
        ("leaves", 0.3, () => Map(("two", 0.9, () => Change("teams")))));
}
