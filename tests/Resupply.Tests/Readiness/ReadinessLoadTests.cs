using Resupply.Language;

namespace Resupply.Tests.Readiness;

public class ReadinessLoadTests
{
    /// <summary>
    /// Workload W1 of shared/design/WORKLOADS.md: 8,620 events a replication, counted by a simulation of another hand.
    /// </summary>
    [Fact]
    public void A_fleet_whose_events_were_counted_is_expected_to_have_as_many()
    {
        int[] lives = [40, 60, 80, 100, 120, 150, 180, 220, 260, 300];
        int[] repairs = [2, 3, 2, 4, 5, 3, 6, 4, 7, 8];
        var items = lives.Zip(repairs, (life, repair) =>
            $"  part-{life}: {{ fails: exponential({life} d), ages: always, replace: {{ takes: 6 h }}, repair: "
            + $"{{ at: depot, takes: {repair} d, crew: shop, back: home }} }}\n");
        var scenario = Wing.Read($$"""
            resupply: 1
            title: Fifty of ten parts
            calendar: { from: 2025-01-01, to: 2025-12-31 }
            sites: { base: {}, depot: {} }
            lanes: { out: { from: base, to: depot, takes: 2 d }, home: { from: depot, to: base, takes: 3 d } }
            items:
            {{string.Concat(items)}}
            crews: { shop: { teams: 20 } }
            fleets:
              wing: { at: base, size: 50, parts: { {{string.Join(", ", lives.Select(life => $"part-{life}: 1"))}} } }

            """);
        Assert.InRange(Runs.Events(scenario), 8_620 * 0.9, 8_620 * 1.1);
    }

    [Fact]
    public void Operating_two_hours_a_day_makes_a_twelfth_of_the_failures()
    {
        var (all, some) = (Events("operates: 24 h per day"), Events("operates: 2 h per day"));
        Assert.Equal(60, some - Events("operates: 0 h per day"), 0.001); // of 12 members one each in 50 days
        Assert.Equal(12, (all - 24) / (some - 24), 0.001);
    }

    [Fact]
    public void A_life_that_rests_on_an_unknown_has_the_mean_of_its_mean()
    {
        var fixedTo = Events("operates: 24 h per day");
        const string Known = "unknowns: { low: 20 h, mid: low + 60 h..100 h }";
        Assert.Equal(fixedTo, Events("operates: 24 h per day", "mid", Known), 1e-9);
        Assert.Equal(24, Events("operates: 24 h per day", "min(exponential(mid), 90 h)", Known), 1e-9);
    }

    [Theory]
    [InlineData("0.01 h", "a single one takes too long")]
    [InlineData("100 h", "ask for fewer: --replications")]
    public void What_would_take_days_is_refused_before_it_is_begun(string life, string hint)
    {
        var text = Text("operates: 24 h per day", life, "")
            .Replace("size: 12", "size: 900 k", StringComparison.Ordinal);
        var refused = Assert.Single(RunLimits.Check(Wing.Read(text), new RunOptions { Replications = 1_000_000 }));
        Assert.Equal(Severity.Error, refused.Severity);
        Assert.Contains("failures, repairs and the like", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith(hint, refused.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_without_readiness_has_no_events() =>
        Assert.Equal(0, Runs.Events(Wing.Read("""
            resupply: 1
            title: Nothing
            calendar: { from: 2025-01-01, to: 2025-12-31 }

            """)));

    private static double Events(string operates, string life = "100 h", string unknowns = "") =>
        Runs.Events(Wing.Read(Text(operates, life, unknowns)));

    private static string Text(string operates, string life, string unknowns) => $$"""
        resupply: 1
        title: A wing
        calendar: { from: 2025-01-01, to: 2025-02-19 }
        {{unknowns}}
        sites: { base: {} }
        items: { radar: { fails: "{{life}}", repair: { at: here } } }
        fleets: { f16: { at: base, size: 12, {{operates}}, parts: { radar: 1 } } }

        """;
}
