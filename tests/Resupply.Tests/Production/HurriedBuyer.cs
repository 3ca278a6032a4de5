namespace Resupply.Tests.Production;

/// <summary>A queue as somebody may write it late at night: every key may stand there, with any value.</summary>
/// <param name="slip">How often a value is not what belongs there.</param>
internal sealed class HurriedBuyer(Draws draws, double slip)
{
    private static readonly string[] Anything =
    [
        "0", "1", "-1", "2.5", "never", "5..8", "30%", "120%", "3 d", "4 per mo", "2025-02-01", "base", "a", "line",
        "[a, b]", "[]", "{}", "{ a: 1 }", "true", "u", "1 M", "9 bn", "1e3", "poisson(3)", "{ 2025-02-01: 2 }", "soon",
        "{ value: 3, assume: mine }", "30% chance of 3 d", "x y", "'", "9999999999999999", "-5..3", "first", "nod",
    ];

    private static readonly string[] Numbers = ["12", "0", "3..9", "u", "poisson(u)", "100", "normal(9; 9)", "u - 20"];

    private static readonly string[] Days =
    [
        "2025-01-01", "2025-02-01", "2025-01-05..2025-03-01", "never", "2021-12-01", "2025-06-01", "50% chance of soon",
    ];

    public static string Scenario(Draws draws, double slip)
    {
        var buyer = new HurriedBuyer(draws, slip);
        return $$"""
            resupply: 1
            title: Late at night
            calendar: { from: 2025-01-01, to: 2025-03-31 }
            deadlines: { soon: 2025-01-20 }
            unknowns: { u: 5..30 }
            sites: { base: {}, works: {}, camp: {} }
            items: { a: {}, b: {} }
            lanes:
              out: { from: works, to: base, takes: 2 d, lift: 3 per day }
              home: { from: base, to: works, takes: 1 d..3 d }
            lines:
              line: {{buyer.Line()}}
              other: {{buyer.Line()}}
            orders:
              first: {{buyer.Order()}}
              second: {{buyer.Order()}}
              third: {{buyer.Order()}}
            releases:
              nod: {{buyer.Map(("granted", 1, () => buyer.Of(Days)), ("by", 0.3, () => "somebody"))}}
            restrictions:
              rule: {{buyer.Rule()}}
              more: {{buyer.Rule()}}
            demands:
              use: { at: base, served-by: [a, b], per-day: poisson(2), purpose: far, unmet: waits }
              near: { at: works, served-by: [b], per-day: 1 }
            questions:
              there: { delivered: first, by: 2025-02-01 }
              all: { delivered: [first, second], at-least: 50% }
              owed: { late: [first, third] }
              left: { on-hand: a, at: base, when: 2025-02-01 }
            options:
              other: { lines: { line: {{buyer.Line()}} }, orders: { second: {{buyer.Order()}}, third: null } }

            """;
    }

    private string Of(params string[] usual) => draws.OneOf<string>(draws.Chance(slip) ? Anything : usual);

    private string Map(params (string Key, double Often, Func<string> Text)[] keys) =>
        draws.Chance(slip / 4) ? draws.OneOf<string>(Anything) : "{ " + string.Join(", ", keys
            .Where(key => draws.Chance(key.Often))
            .Select(key => $"{key.Key}: {key.Text()}")) + " }";

    private string Line()
    {
        var isDaily = draws.Chance(0.5);
        return Map(
            ("item", 1, () => Of("a", "b")), ("at", 1, () => Of("works", "works", "base")),
            ("per-day", isDaily ? 1 : slip, () => Of(Numbers)), ("per-month", isDaily ? slip : 1, () => Of(Numbers)),
            ("level", 0.3, () => Map(("2025-01-10", 0.9, () => Of(Numbers)), ("soon", 0.8, () => Of(Numbers)))),
            ("sequence", 0.7, () => Of("agreement", "due", "priority", "share")));
    }

    private string Order() => Map(
        ("line", 1, () => Of("line", "line", "other")), ("to", 1, () => Of("base", "base", "works", "camp")),
        ("quantity", 1, () => Of(Numbers)), ("agreed", 0.5, () => Of(Days)), ("requested", 0.3, () => Of(Days)),
        ("due", 0.6, () => Map(("2025-01-10", 0.9, () => Of("1", "u", "0..3")), ("soon", 0.8, () => Of("3", "u + 5")))),
        ("via", slip, () => Of("out", "home")), ("firm", 0.2, () => Of("true", "false")),
        ("priority", 0.3, () => Of("1", "2")), ("needs", 0.3, () => Of("nod")));

    private string Rule() => Map(
        ("items", 1, () => Of("[a]", "[a, b]", "[]")), ("not-for", 1, () => Of("[far]", "[fra, near]", "[]")),
        ("until", 1, () => Of("2025-02-01", "2024-02-01", "2025-01-05..2025-02-01", "50% chance of soon")));
}
