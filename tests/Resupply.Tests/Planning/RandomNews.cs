namespace Resupply.Tests.Planning;

/// <summary>Plans whose promises are revised, confirmed and kept on days that are drawn.</summary>
internal static class RandomNews
{
    private const int Days = 16;

    public static string Any(Draws draws)
    {
        var today = draws.Whole(1, Days);
        return $$"""
            calendar: { from: day 1, to: day {{Days}} }
            today: day {{today}}
            unknowns: { delay: {{Versions(draws, () => $"{draws.Whole(0, 2)}..{draws.Whole(3, 6)} d")}} }
            sources: { mayor: { reliability: B }, baker: { reliability: C } }
            claims:
              surely: { source: mayor, credibility: 2, known-on: day 1, withdrawn: day {{draws.Whole(2, Days)}} }
              perhaps: { source: baker, credibility: 3, known-on: day {{draws.Whole(1, Days)}}, supersedes: surely }
            grades: { B2: {{Versions(draws, () => $"{draws.Whole(70, 100)}%")}}, C3: {{draws.Whole(1, 60)}}% }
            stocks: { base: { a: {{Versions(draws, () => $"{draws.Whole(5, 20)}")}} } }
            counts: { base: { a: {{Facts(draws, () => draws.Whole(0, 20))}} } }
            demands:
              use: { at: base, served-by: [a], per-day: poisson({{draws.Whole(1, 3)}}),
                used: {{Facts(draws, () => draws.Whole(0, 4))}} }
            shipments:
              one: { to: base, item: a, quantity: {{Versions(draws, () => $"{draws.Whole(4, 30)}")}},
                arrives: day {{draws.Whole(1, 9)}} + delay, tranches: 2, every: 4 d,
                confirmed: {{Versions(draws, () => $"{draws.Whole(50, 100)}%")}},
                received: {{Facts(draws, () => draws.Whole(0, 5))}} }
              two: { to: base, item: a, quantity: 9, arrives: day {{Days}},
                confirmed: graded, claims: [surely, perhaps] }
            questions:
              covered: { covered: use, until: day {{Days}} }
              met: { met: use, until: day {{Days}} }
              left: { on-hand: a, at: base, when: day {{Days}} }
              short: { shortage: use }
              came: { arrived: one, by: day {{Days}} }

            """;
    }

    /// <summary>The first of day 1; in any order.</summary>
    private static string Versions(Draws draws, Func<string> value)
    {
        var days = draws.Several(0, 3, each => each.Whole(1, Days)).Prepend(1);
        return $"[{string.Join(", ", days.Select(day => $"{{ value: {value()}, known-on: day {day} }}"))}]";
    }

    private static string Facts(Draws draws, Func<int> units)
    {
        var days = draws.Several(0, 3, each => each.Whole(1, Days)).Distinct();
        return $"{{ {string.Join(", ", days.Select(day => draws.Chance(0.8)
            ? $"day {day}: {units()}"
            : $"day {day}: {{ value: {units()}, known-on: day {draws.Whole(1, Days)} }}"))} }}";
    }
}
