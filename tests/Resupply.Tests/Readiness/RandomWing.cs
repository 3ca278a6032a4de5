using System.Globalization;

namespace Resupply.Tests.Readiness;

/// <summary>Valid readiness scenarios by chance, as text: all that can be said, in some mixture, and small.</summary>
/// <remarks>
/// A way back names one lane, so an item that has one is removed at one site only. Crew `rear-team` may work at the
/// depot alone, and does.
/// </remarks>
internal sealed class RandomWing
{
    public const int Days = 25;

    private static readonly string[] Items = ["radar", "engine", "pump"];
    private static readonly string[] Crews = ["line", "shop", "contractors"];

    private readonly Draws draws;
    private readonly Dictionary<string, string[]> homes;
    private readonly Dictionary<string, bool> isRepaired;

    private RandomWing(Draws draws)
    {
        this.draws = draws;
        homes = Items.ToDictionary(item => item, _ => draws.OneOf<string[]>(["base"], ["wing"], ["base", "wing"]));
        isRepaired = Items.ToDictionary(item => item, _ => draws.Chance(0.85));
    }

    public static string Any(Draws draws) => new RandomWing(draws).Text();

    private string Text() => string.Join('\n', (string[])
    [
        $"calendar: {{ from: day 1, to: day {Days} }}",
        "sites: { base: { tags: [front] }, wing: { tags: [front] }, depot: { tags: [rear] }, factory: {} }",
        "unknowns: { work: 4 h..40 h, spare: 0..3, odds: 5%..60% }",
        "lanes:",
        Lane("base", "depot"),
        Lane("depot", "base"),
        Lane("wing", "depot"),
        Lane("depot", "wing"),
        Lane("factory", "depot"),
        "items:",
        "  spanner: {}",
        .. Items.Select(Item),
        "stocks:",
        .. ((string[])["base", "wing"]).Select(site => $"  {site}: {{ {string.Join(
            ", ", Items.Where(item => homes[item].Contains(site)).Select(Stock).Append("spanner: 3"))} }}"),
        $"  depot: {{ {string.Join(", ", Items.Select(item => $"{item}: {DepotStock()}"))} }}",
        $"  factory: {{ {string.Join(", ", Items.Select(item => $"{item}: {Whole(0, 5)}"))} }}",
        "demands:",
        $"  use: {{ at: base, served-by: [radar, spanner], per-day: poisson(0.2), {OneOf(
            "unmet: waits", "unmet: lost")} }}",
        "shipments:",
        $"  spares: {{ to: {OneOf("base", "wing", "depot")}, item: {OneOf(Items)}, quantity: 1..3, " +
            $"arrives: day 3..day 20{Sometimes(", tranches: 2, every: 3 d")}{Sometimes(", confirmed: 70%")} }}",
        "fleets:",
        Fleet("jets", "base"),
        Fleet("props", OneOf("base", "wing")),
        "crews:",
        .. Crews.Select(Crew),
        $"  rear-team: {{ at: depot, only-at: [rear], teams: {OneOf("1", "2", "0..2")} }}",
        "questions:",
        "  ready: { available: jets, when: day 20 }",
        "  mostly: { available: props, when: day 10, at-least: 50% }",
        "  average: { available: jets, between: [day 3, day 24] }",
        "  often: { available: props, between: [day 1, day 25], at-least: 60% }",
        "  busy: { busy: shop, between: [day 2, day 20] }",
        "  busy-rear: { busy: rear-team, between: [day 1, day 25] }",
        "  waiting: { backorders: radar, at: base, between: [day 2, day 25] }",
        "  behind: { backorders: engine, at: depot, when: day 22 }",
        "  left: { on-hand: pump, at: depot, when: day 15 }",
    ]);

    private string Lane(string from, string to) =>
        $"  {from}-{to}: {{ from: {from}, to: {to}{OneOf(
            "", ", takes: 0 d", ", takes: 1 d", ", takes: 6 h..30 h", ", takes: exponential(20 h)")}" +
            $"{Sometimes(OneOf(", lift: 1 per day", ", lift: 2 per day"))} }}";

    private string Item(string item)
    {
        var fails = OneOf(
            "exponential(6 d)", "weibull(1.5; 100 h)", "weibull(0.7; 90 h)", "4 d", "2 d..9 d", "lognormal(5 d; 4 d)",
            "2 d + exponential(2 d)", "never");
        string[] keys =
        [
            .. Key(fails == "never" ? 0 : 1, $"fails: {fails}"),
            .. Key(fails == "never" ? 0 : 0.4, "ages: always"),
            .. Key(fails == "never" ? 0 : 0.3, "age: uniform(0 h; 40 h)"),
            .. Key(0.7, $"replace: {{ {Crew()}takes: {Takes()} }}"),
            .. Key(0.3, $"removals: {{ {string.Join(", ", homes[item].Select(home => $"{home}: 0.2 per day"))} }}"),
            .. Key(isRepaired[item] ? 1 : 0, $"repair: {Repair(item)}"),
        ];
        return $"  {item}: {{ {string.Join(", ", keys)} }}";
    }

    private string Repair(string item)
    {
        if (draws.Chance(0.5)) return $"{{ {Place(item)} }}";
        return draws.Chance(0.5)
            ? $"{{ one: {{ {Place(item)}, share: 40% }}, two: {{ {Place(item)}, share: 60% }} }}"
            : $"{{ one: {{ {Place(item)}, share: odds }}, two: {{ {Place(item)}, share: 1 - odds }} }}";
    }

    private string Place(string item)
    {
        var condemned = Sometimes($", condemned: {OneOf("30%", "odds", "100%")}");
        if (draws.Chance(0.4)) return $"at: here, {Crew()}takes: {Takes()}{condemned}";
        var crew = draws.Chance(0.5) ? "crew: rear-team, " : Crew();
        var ways = homes[item] is [var home] && draws.Chance(0.6)
            ? $"{Sometimes($", via: {home}-depot")}, back: depot-{home}"
            : "";
        return $"at: depot, {crew}takes: {Takes()}{condemned}{ways}";
    }

    private string Stock(string item) =>
        $"{item}: {{ on-hand: {OneOf("0", "1", "2", "spare", "0..2")}" +
        $"{(isRepaired[item] ? Sometimes($", unserviceable: {OneOf("1", "2", "0..3")}") : "")}" +
        $"{OneOf("", ", from-site: depot", ", from-site: depot", ", from-site: depot, order-up-to: 2")} }}";

    private string DepotStock() =>
        $"{{ on-hand: {Whole(0, 2)}" +
        $"{OneOf("", ", from-site: factory", ", from-site: factory, reorder-point: 0, order-quantity: 2")} }}";

    private string Fleet(string name, string site)
    {
        var size = draws.Whole(0, 4);
        var parts = Items.Where(item => homes[item].Contains(site)).ToDictionary(item => item, _ => draws.Whole(1, 2));
        string[] keys =
        [
            $"at: {site}",
            $"size: {(draws.Chance(0.3) ? $"{size}..{size + 2}" : Text(size))}",
            .. Key(parts.Count > 0 ? 1 : 0, $"parts: {Map(parts)}"),
            .. Key(0.4, $"operates: {OneOf("6 h per day", "2 h per day", "24 h per day", "2..8 h per day")}"),
            .. Key(parts.Count > 0 ? 0.5 : 0, $"missing: {Map(parts.ToDictionary(
                part => part.Key, part => draws.Whole(0, size * part.Value)))}"),
            .. Key(0.5, $"inspections: {{ {Inspection("phase")}{Sometimes($", {Inspection("check")}")} }}"),
            .. Key(0.4, $"upkeep: {{ {Crew()}per-hour: {OneOf("1 h", "0.5 h", "work / 20")} }}"),
            .. Key(0.4, $"joins: {{ new: {{ when: {When()}, size: {Whole(1, 3)} }} }}"),
            .. Key(0.4, $"leaves: {{ old: {{ when: {When()}, size: {OneOf("1", "2", "1..3")} }} }}"),
            .. Key(0.4, $"losses-per-month: {OneOf("1", "4", "20")}"),
            .. Key(0.5, "cannibalize: true"),
        ];
        return $"  {name}: {{ {string.Join(", ", keys)} }}";
    }

    private string Inspection(string name) =>
        $"{name}: {{ every: {OneOf("60 h", "5 d", "2 d..8 d")}{Sometimes(", since: uniform(0 h; 90 h)")}, " +
        $"{Crew()}takes: {Takes()} }}";

    private string Crew(string name) => $"  {name}: {{ teams: {OneOf("0", "1", "2", "1..3")}" +
        Sometimes($", works: {OneOf("10 h per day", "20 h per day", "8..14 h per day")}") +
        Sometimes($", joins: {{ more: {{ when: {When()}, teams: {OneOf("1", "1..2")} }} }}") +
        Sometimes($", leaves: {{ home: {{ when: {When()}, teams: {OneOf("1", "1..2")} }} }}") + " }";

    private string When() => OneOf("day 1", "day 6", "day 2..day 20", "50% chance of day 9");

    /// <summary>Nobody, somebody, or the first free of two.</summary>
    private string Crew() => draws.Whole(0, 2) switch
    {
        0 => "",
        1 => "crew: [shop, line], ",
        _ => $"crew: {OneOf(Crews)}, ",
    };

    private string Takes() => OneOf("0 h", "6 h", "1 d", "exponential(20 h)", "lognormal(30 h; 20 h)", "work");

    private string OneOf(params ReadOnlySpan<string> choices) => draws.OneOf(choices);

    private string Sometimes(string text) => draws.Chance(0.4) ? text : "";

    private string[] Key(double probability, string text) => draws.Chance(probability) ? [text] : [];

    private string Whole(int low, int high) => Text(draws.Whole(low, high));

    private static string Map(Dictionary<string, int> counts) =>
        $"{{ {string.Join(", ", counts.Select(pair => $"{pair.Key}: {pair.Value}"))} }}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
