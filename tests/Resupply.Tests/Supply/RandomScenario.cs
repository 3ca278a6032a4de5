using System.Globalization;
using Resupply.Tests.Production;

namespace Resupply.Tests.Supply;

/// <summary>Valid scenarios by chance, as text, so that whatever fails can be read and run again.</summary>
internal static class RandomScenario
{
    public const int Days = 25;

    private static readonly string[] Items = ["a", "b", "c"];

    /// <summary>Everything that supply knows, in some mixture.</summary>
    public static string Any(Draws draws) => string.Join('\n', (string[])
    [
        $"calendar: {{ from: day 1, to: day {Days} }}",
        "items: { a: { price: 10 }, b: { price: 2..5 }, c: { price: 0.25 } }",
        "unknowns: { scale: 5..20, part: 10%..90%, delay: 1 d..2 d..6 d }",
        Lanes(draws),
        Stocks(draws),
        "demands:",
        .. Enumerable.Range(0, draws.Whole(1, 4)).Select(number => Demand(draws, number)),
        "releases: { nod: { granted: 60% chance of day 1..day 20 }, open: { granted: day 5 } }",
        Restrictions(draws),
        $"authorities: {{ fund: {{ amount: {draws.Whole(50, 900)}, expires: {draws.OneOf("never", "day 9..day 20")}, " +
            $"packages: {{ p: {{ when: day 3..day 9, amount: 20..90 }} }} }} }}",
        "shipments:",
        .. Enumerable.Range(0, draws.Whole(1, 4)).Select(number => Shipment(draws, number)),
        .. Asked(draws),
    ]);

    /// <summary>The same seen from a later day, with nothing in it that must have come by then.</summary>
    public static string UnderWay(Draws draws) => $"today: day {draws.Whole(2, 7)}\n{Any(draws)}"
            .Replace("granted: 60% chance of day 1..day 20", "granted: 60% chance of day 1..day 25")
            .Replace("arrives: day 4", "arrives: day 14").Replace("departs: day 4", "departs: day 14")
            .Replace("arrives: 80% chance of day 6", "arrives: 80% chance of day 16")
            .Replace("departs: 80% chance of day 6", "departs: 80% chance of day 16")
            .Replace("between: [day 2, day 25]", "between: [day 12, day 25]")
            .Replace("delay: 1 d..2 d..6 d", "delay: 1 d..9 d..20 d");

    /// <summary>Half of them produce too.</summary>
    private static string[] Asked(Draws draws) => draws.Chance(0.5)
        ? [.. RandomQueue.Sections(draws), Questions, RandomQueue.Questions]
        : [Questions];

    private const string Questions =
        """
        questions:
          lasts: { covered: d0, until: day 20 }
          met: { met: d0 }
          first: { shortage: d0 }
          left: { on-hand: a, at: base, when: day 15, net: true }
          waiting: { backorders: b, at: depot, between: [day 2, day 25] }
          came: { arrived: s0, by: day 22 }
          supply: { days-of-supply: a, at: base, when: day 9 }
          money: { left: fund, by: day 20 }
        """;

    private static string Lanes(Draws draws)
    {
        string Lane(string from, string to) => $"{from}-{to}: {{ from: {from}, to: {to}, " +
            $"takes: {draws.OneOf("2 d", "0 d", "1 d..2 d..5 d", "lognormal(40 h; 30 h)")}" +
            (draws.Chance(0.5) ? $", lift: {draws.Whole(1, 12)} per day }}" : " }");
        return $"lanes: {{ {Lane("depot", "base")}, {Lane("donor", "base")}, {Lane("donor", "depot")} }}";
    }

    /// <summary>
    /// Supplied from outside, from the depot or not at all; the depot from the donor, who has plenty or not. In some no
    /// stock orders anything: only there a stock is served when somebody looks at it.
    /// </summary>
    private static string Stocks(Draws draws)
    {
        var orders = draws.Chance(0.6);
        string At(string site, string supplier) => $"{site}: {{ " + string.Join(", ", Items.Select(item =>
            $"{item}: {{ on-hand: {OnHand(draws)}{(orders ? Policy(draws, supplier) : "")} }}")) + " }";
        var donor = string.Join(", ", Items.Select(item =>
            $"{item}: {{ on-hand: {draws.Whole(0, 200)}, floor: {draws.Whole(0, 60)} }}"));
        return $"stocks: {{ {At("base", "depot")}, {At("depot", "donor")}, donor: {{ {donor} }} }}";
    }

    private static string OnHand(Draws draws) =>
        draws.Chance(0.5) ? Text(draws.Whole(0, 40)) : $"{draws.Whole(0, 9)}..{draws.Whole(10, 50)}";

    private static string Policy(Draws draws, string supplier)
    {
        var source = draws.Chance(0.6)
            ? $", from-site: {supplier}"
            : draws.OneOf("", ", takes: 3 d", ", takes: 0 d..4 d");
        return draws.Whole(0, 3) switch
        {
            0 => $", order-up-to: {draws.Whole(0, 30)}{source}",
            1 => $", reorder-point: {draws.Whole(0, 9)}, order-up-to: {draws.Whole(10, 40)}{source}",
            2 => $", reorder-point: {draws.Whole(0, 20)}, order-quantity: {draws.OneOf("1", "7", "5..15")}{source}",
            _ => "",
        };
    }

    private static string Demand(Draws draws, int number)
    {
        var served = Items.OrderBy(_ => draws.Uniform()).Take(draws.Whole(1, 3)).ToArray();
        var (need, scales) = draws.Whole(0, 4) switch
        {
            0 => ($"per-day: {draws.Whole(0, 6)}", false),
            1 => ("per-day: poisson(3)", true),
            2 => ("per-day: negative-binomial(scale / 4; 0.6)", true),
            3 => ("arrivals: poisson(0.5), size: 1 + geometric(4)", true),
            _ => ("arrivals: negative-binomial(0.7; 1.2), size: discrete(1=5; 4=2; 20=1)", true),
        };
        string[] parts =
        [
            $"at: {draws.OneOf("base", "base", "depot")}",
            $"served-by: [{string.Join(", ", served)}]",
            need,
            draws.OneOf("unmet: waits", "unmet: lost"),
            .. Sometimes(draws, $"uses: {draws.Whole(1, 3)}"),
            .. Sometimes(draws, $"share: {draws.OneOf("part", "35%", "100%")}"),
            .. Sometimes(draws, $"priority: {draws.Whole(1, 3)}"),
            .. Sometimes(draws, $"keeps: {{ {served[0]}: {draws.Whole(1, 9)} }}"),
            .. Sometimes(draws, "purpose: abroad"),
            .. Sometimes(scales && draws.Chance(0.4), "level: { day 3: 0.5, day 20: 2 }"),
            .. Sometimes(scales && draws.Chance(0.4), "weekly: { sat: 0.2, sun: 0 }"),
        ];
        return $"  d{number}: {{ {string.Join(", ", parts)} }}";
    }

    private static string Shipment(Draws draws, int number)
    {
        var departs = draws.Chance(0.5);
        var donated = draws.Chance(0.4);
        var when = draws.OneOf(
            "day 4", "day 2..day 12", "day 1 + delay", "day 3 + 0 w..1 w..2 w", "80% chance of day 6");
        string[] parts =
        [
            "to: base",
            draws.OneOf(
                "item: a, quantity: 10..40",
                "contents: { a: scale, b: 3 * scale }",
                "total: 4 * scale, contents: { c: scale * part, a: rest }"),
            departs ? $"departs: {when}" : $"arrives: {when}",
            .. Sometimes(donated, $"from: {draws.OneOf("donor", "depot")}"),
            .. Sometimes(departs && !donated, "via: depot-base"),
            .. Sometimes(draws, $"confirmed: {draws.OneOf("70%", "part")}"),
            .. Sometimes(draws, $"lost-on-the-way: {draws.OneOf("10%", "part", "100%")}"),
            .. Sometimes(
                draws, $"tranches: {draws.OneOf("3", "1..4")}, every: {draws.OneOf("1 w", "36 h", "0 d", "delay")}"),
            .. Sometimes(draws, $"needs: {draws.OneOf("nod", "open")}"),
            .. Sometimes(draws, "funded-by: fund"),
        ];
        return $"  s{number}: {{ {string.Join(", ", parts)} }}";
    }

    private static string Restrictions(Draws draws) => draws.Chance(0.5)
        ? "restrictions: { rule: { items: [a, b], not-for: [abroad], until: day 4..day 12 }, " +
            $"also: {{ items: [{draws.OneOf<string>(Items)}], not-for: [abroad, home], " +
            $"until: day {draws.Whole(1, 24)} }} }}"
        : "";

    private static string[] Sometimes(Draws draws, string part) => draws.Chance(0.4) ? [part] : [];

    private static string[] Sometimes(bool so, string part) => so ? [part] : [];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
