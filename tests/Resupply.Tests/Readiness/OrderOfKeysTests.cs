using Resupply.Tests.Supply;

namespace Resupply.Tests.Readiness;

/// <summary>
/// A draw depends on its path and ordinal, never on what stands before it: where no two things happen in the same
/// second, the order of keys changes nothing. What is missing at the start is the exception: it goes by the file.
/// </summary>
public class OrderOfKeysTests
{
    private const string Calendar = "calendar: { from: day 1, to: day 60 }";

    private const string Supply =
        """
        lanes:
          out: { from: base, to: depot, takes: 6 h..40 h }
          home: { from: depot, to: base, takes: exponential(30 h) }
        stocks:
          base: { radar: { on-hand: 1, unserviceable: 1..3 }, engine: { on-hand: 2, from-site: depot }, pump: 1 }
          depot: { engine: 1, pump: 1 }
        """;

    private const string Questions =
        """
        questions:
          ready: { available: jets, when: day 40 }
          average: { available: jets, between: [day 3, day 60] }
          props: { available: props, between: [day 3, day 60] }
          busy: { busy: shop, between: [day 2, day 60] }
          line: { busy: line, between: [day 2, day 60] }
          waiting: { backorders: engine, at: base, between: [day 2, day 60] }
          left: { on-hand: radar, at: base, when: day 50 }
        """;

    private const string Readiness =
        """
        items:
          radar:
            fails: exponential(9 d)
            age: uniform(0 h; 90 h)
            replace: { crew: line, takes: lognormal(5 h; 2 h) }
            repair:
              shop: { at: here, crew: shop, takes: exponential(30 h), share: 30%, condemned: 10% }
              depot: { at: depot, crew: [rear, shop], takes: lognormal(3 d; 2 d), share: 70%, via: out, back: home }
          engine:
            fails: weibull(1.5; 12 d)
            ages: always
            repair: { at: depot, crew: rear, takes: lognormal(3 d; 2 d), condemned: 20%, via: out }
          pump: { removals: { base: 0.3 per day, depot: 0.2 per day }, repair: { takes: exponential(4 d) } }
        fleets:
          jets:
            at: base
            size: 4..6
            parts: { radar: 1, engine: 2 }
            operates: 9 h per day
            inspections:
              phase: { every: 90 h, since: uniform(0 h; 80 h), takes: exponential(8 h), crew: line }
              check: { every: 60 h, since: uniform(0 h; 50 h), takes: exponential(9 h) }
            joins:
              a: { when: day 9..day 15, size: 1..2 }
              b: { when: day 16..day 30, size: 1 }
            losses-per-month: 1
          props: { at: base, size: 3, parts: { radar: 1 } }
        crews:
          line: { at: base, teams: 2..3, works: 10..14 h per day }
          shop:
            teams: 2
            joins: { early: { when: day 9..day 20, teams: 1 }, late: { when: day 5..day 30, teams: 1 } }
          rear: { at: depot, teams: 3 }
        """;

    private const string Turned =
        """
        crews:
          rear: { teams: 3, at: depot }
          shop:
            joins: { late: { teams: 1, when: day 5..day 30 }, early: { teams: 1, when: day 9..day 20 } }
            teams: 2
          line: { works: 10..14 h per day, teams: 2..3, at: base }
        fleets:
          props: { parts: { radar: 1 }, size: 3, at: base }
          jets:
            losses-per-month: 1
            joins:
              b: { size: 1, when: day 16..day 30 }
              a: { size: 1..2, when: day 9..day 15 }
            inspections:
              check: { takes: exponential(9 h), since: uniform(0 h; 50 h), every: 60 h }
              phase: { crew: line, takes: exponential(8 h), since: uniform(0 h; 80 h), every: 90 h }
            operates: 9 h per day
            parts: { engine: 2, radar: 1 }
            size: 4..6
            at: base
        items:
          pump: { repair: { takes: exponential(4 d) }, removals: { depot: 0.2 per day, base: 0.3 per day } }
          engine:
            repair: { via: out, condemned: 20%, takes: lognormal(3 d; 2 d), crew: rear, at: depot }
            ages: always
            fails: weibull(1.5; 12 d)
          radar:
            repair:
              depot: { back: home, via: out, share: 70%, takes: lognormal(3 d; 2 d), crew: [rear, shop], at: depot }
              shop: { condemned: 10%, share: 30%, takes: exponential(30 h), crew: shop, at: here }
            replace: { takes: lognormal(5 h; 2 h), crew: line }
            age: uniform(0 h; 90 h)
            fails: exponential(9 d)
        """;

    [Fact]
    public void The_order_of_keys_changes_no_answer() => Assert.Equal(
        Rehearsal.AnswersAsJson(string.Join('\n', Calendar, Supply, Readiness, Questions), replications: 150),
        Rehearsal.AnswersAsJson(string.Join('\n', Turned, Questions, Supply, Calendar), replications: 150));

    /// <summary>
    /// An inspection, a place that nothing goes to, a join of nobody and a part that never fails, before the others.
    /// </summary>
    [Theory]
    [InlineData("inspections:\n", "inspections:\n      a-new-one: { every: 9000 d, takes: 1 d..2 d }\n")]
    [InlineData("repair:\n      shop:", "repair:\n      a-new-one: { at: here, share: 0% }\n      shop:")]
    [InlineData("joins:\n", "joins:\n      a-new-one: { when: day 4, size: 0 }\n")]
    [InlineData("parts: { radar: 1, engine", "parts: { spanner: 2, radar: 1, engine")]
    public void Something_of_the_same_fleet_that_does_nothing_changes_no_answer(string old, string changed)
    {
        var plan = string.Join('\n', Calendar, Supply, Readiness, Questions)
            .Replace("items:\n", "items:\n  spanner: {}\n", StringComparison.Ordinal);
        Assert.Contains(old, plan, StringComparison.Ordinal);
        Assert.Equal(
            Rehearsal.AnswersAsJson(plan, replications: 150),
            Rehearsal.AnswersAsJson(plan.Replace(old, changed, StringComparison.Ordinal), replications: 150));
    }
}
