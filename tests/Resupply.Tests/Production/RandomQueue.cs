namespace Resupply.Tests.Production;

/// <summary>Lines and orders by chance, as text, for the sites, items and releases of RandomScenario.</summary>
internal static class RandomQueue
{
    public const string Questions =
        """
          there: { delivered: o0, by: day 20 }
          both: { delivered: [o0, o1], by: day 22, at-least: 60% }
          owed: { late: [o0, o1] }
        """;

    private static readonly string[] Sequences = ["agreement", "due", "priority", "share"];

    /// <summary>Nothing but production: what was made is held, under way or in a stock.</summary>
    public static string Alone(Draws draws) => string.Join('\n', (string[])
    [
        "calendar: { from: day 1, to: day 25 }",
        "items: { a: {}, b: {}, c: {} }",
        "unknowns: { scale: 5..20 }",
        "lanes: { depot-base: { from: depot, to: base, takes: 1 d..2 d..5 d, lift: 4 per day }, " +
            "donor-base: { from: donor, to: base, takes: 3 d } }",
        "releases: { nod: { granted: 60% chance of day 1..day 20 }, open: { granted: day 5 } }",
        .. Sections(draws),
        $"questions:\n{Questions}",
    ]);

    public static string[] Sections(Draws draws)
    {
        var lines = draws.Whole(1, 3);
        return
        [
            "lines:",
            .. Enumerable.Range(0, lines).Select(number => Line(draws, number)),
            "orders:",
            .. Enumerable.Range(0, draws.Whole(2, 7)).Select(number => Order(draws, number, lines)),
        ];
    }

    private static string Line(Draws draws, int number)
    {
        string[] parts =
        [
            $"item: {draws.OneOf("a", "a", "b", "c")}",
            $"at: {draws.OneOf("depot", "depot", "donor", "base")}",
            draws.OneOf(
                "per-day: 0.4", "per-day: 7", "per-day: scale / 5", "per-month: 20..120", "per-day: normal(3; 3)",
                "per-day: 20% chance of 40", "per-day: 3, level: { day 3: 0, day 9: 2, day 20: scale / 10 }"),
            .. Sometimes(draws, $"sequence: {draws.OneOf<string>(Sequences)}", 0.8),
        ];
        return $"  l{number}: {{ {string.Join(", ", parts)} }}";
    }

    private static string Order(Draws draws, int number, int lines)
    {
        string[] parts =
        [
            $"line: l{draws.Whole(0, lines - 1)}",
            $"to: {draws.OneOf("base", "base", "depot", "donor")}",
            $"quantity: {draws.OneOf("12", "5..40", "scale", "poisson(30)", "3", "200")}",
            .. Sometimes(draws, draws.OneOf(
                "agreed: 2023-05-01", "agreed: 2021-01-01..2022-01-01", "requested: day 4", "agreed: day 2..day 9",
                "agreed: 60% chance of day 3", "requested: 2020-01-01"), 0.8),
            .. Sometimes(draws, draws.OneOf(
                "due: { day 4: 2 }", "due: { day 6: scale, day 15: scale + 4 }", "due: { day 9: 3 }",
                "due: { 2024-12-01: 1, day 3: 1..3, day 30: 3 }"), 0.7),
            .. Sometimes(draws, $"needs: {draws.OneOf("nod", "open")}", 0.3),
            .. Sometimes(draws, $"priority: {draws.Whole(1, 3)}", 0.4),
            .. Sometimes(draws, "firm: true", 0.2),
        ];
        return $"  o{number}: {{ {string.Join(", ", parts)} }}";
    }

    private static string[] Sometimes(Draws draws, string part, double often) => draws.Chance(often) ? [part] : [];
}
