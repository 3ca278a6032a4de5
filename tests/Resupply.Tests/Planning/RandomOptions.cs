namespace Resupply.Tests.Planning;

/// <summary>Worlds and options by chance for random scenarios: each changes one thing or several.</summary>
internal static class RandomOptions
{
    private const int ChangesMax = 2;

    private static readonly string[] OfSupply =
    [
        "unknowns: { scale: 6..22 }",
        "unknowns: { delay: 1 d..3 d..5 d, more: 1..3 }",
        "items: { b: { price: 4 }, new: { price: 1 } }",
        "lanes: { depot-base: { takes: 4 d } }",
        "lanes: { donor-base: { lift: 3 per day } }",
        "stocks: { base: { a: { on-hand: 11 } } }",
        "stocks: { base: { c: 9 } }",
        "stocks: { donor: { b: { floor: 25 } } }",
        "demands: { d0: { share: 45% } }",
        "demands: { d0: { priority: 2, unmet: waits } }",
        "demands: { new: { at: base, served-by: [b], per-day: poisson(1), keeps: { b: 2 } } }",
        "shipments: { s0: { lost-on-the-way: 55% } }",
        "shipments: { s0: { confirmed: 40% } }",
        "shipments: { s0: { needs: nod } }",
        "shipments: { new: { to: base, contents: { b: 9 }, departs: day 14 + delay, via: donor-base } }",
        "shipments: { gift: { to: depot, from: donor, contents: { a: 8 }, arrives: day 15, funded-by: fund } }",
        "authorities: { fund: { packages: { p: null } } }",
        "authorities: { fund: { amount: 70 }, spare: { amount: 9 } }",
        "releases: { nod: { granted: day 16 } }",
        "restrictions: { new: { items: [b], not-for: [abroad], until: day 17 } }",
        "demands: { d0: { purpose: abroad } }",
        "deadlines: { soon: day 9 }",
        "title: A note",
    ];

    private static readonly string[] OfQueue =
    [
        "orders: { o0: { quantity: 33 } }",
        "orders: { o1: { priority: 1, to: depot } }",
        "orders: { new: { line: l0, to: base, quantity: 6, agreed: day 2, needs: open } }",
        "lines: { l0: { sequence: priority } }",
        "lines: { l0: { item: c } }",
        "lines: { new: { item: a, at: depot, per-day: 1 } }",
    ];

    private static readonly string[] OfWing =
    [
        "unknowns: { work: 3 h..50 h }",
        "unknowns: { odds: 10%..50%, spare: 1..4 }",
        "items: { pump: { fails: 3 d..8 d } }",
        "items: { engine: { fails: 9 d } }",
        "lanes: { base-depot: { takes: 2 d } }",
        "lanes: { factory-depot: { lift: 1 per day } }",
        "stocks: { depot: { engine: { on-hand: 4 } } }",
        "demands: { use: { unmet: lost } }",
        "shipments: { spares: { tranches: 2, every: 2 d } }",
        "shipments: { new: { to: depot, contents: { pump: 2, engine: 1 }, arrives: day 6 } }",
        "fleets: { jets: { losses-per-month: 9 } }",
        "fleets: { props: { size: 3 } }",
        "fleets: { new: { at: wing, size: 2, operates: 5 h per day, upkeep: { crew: line, per-hour: 1 h } } }",
        "crews: { line: { teams: 3 } }",
        "crews: { contractors: { joins: { fresh: { when: day 4, teams: 1 } } } }",
        "crews: { rear-team: { teams: 3 } }",
        "sites: { wing: { tags: [front, far] } }",
    ];

    /// <summary>For a scenario of RandomScenario.</summary>
    public static string Supply(Draws draws, string text) => Added(
        draws, text, text.Contains("\norders:", StringComparison.Ordinal) ? [.. OfSupply, .. OfQueue] : OfSupply);

    /// <summary>For a scenario of RandomWing.</summary>
    public static string Wing(Draws draws, string text) => Added(draws, text, OfWing);

    private static string Added(Draws draws, string text, string[] changes) => string.Join('\n', (string[])
    [
        text,
        "worlds:",
        $"  other: {Patch(draws, changes)}",
        "options:",
        .. Enumerable.Range(0, 4).Select(number => $"  option-{number}: {Patch(draws, changes)}"),
    ]);

    /// <summary>Each of another section: a key stands once in a map.</summary>
    private static string Patch(Draws draws, string[] changes) => $"{{ {string.Join(", ", draws
        .Several(1, ChangesMax, each => each.OneOf<string>(changes))
        .DistinctBy(change => change.Split(':')[0]))} }}";
}
