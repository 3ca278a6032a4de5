using Resupply.Answers;
using Resupply.Planning;
using Resupply.Reports;
using Resupply.Tests.Readiness;

namespace Resupply.Tests.Planning;

public class BindingTests
{
    private static readonly Lazy<BindingReport> Found = new(() => Find(Squadron.Read(), 400));

    [Fact]
    public void People_bind_until_the_contractors_come_and_parts_after()
    {
        var fleet = Assert.Single(Found.Value.Fleets);
        Assert.Equal(
            [Bound.People, Bound.People, Bound.People, Bound.Parts, Bound.Parts, Bound.Parts],
            fleet.Months.Select(month => month.Bound));
        Assert.Matches(
            @"^people bind until January 2025 \(one more team of avionics: up to \+\d+\.?\d* ± \d\.?\d* points\); "
            + @"parts bind from February 2025 \(one more radar at base: up to \+\d\.\d+ ± \d\.\d+ points\)$",
            BindingSentence.Of(fleet));
    }

    [Fact]
    public void What_helps_most_comes_first()
    {
        var effects = Found.Value.Fleets[0].Effects;
        Assert.Equal(
            effects.Select(effect => effect.Change!.Value.Value).OrderDescending(),
            effects.Select(effect => effect.Change!.Value.Value));
        Assert.All(effects, effect => Assert.Equal(6, effect.ByMonth.Length));
    }

    [Fact]
    public void Neither_a_spare_nor_a_team_nor_an_arrival_lowers_availability_beyond_its_error() =>
        Assert.All(Found.Value.Fleets[0].Effects, effect => Assert.True(effect.Change!.Value.High >= 0));

    /// <summary>The days of the months weigh the months' averages.</summary>
    [Fact]
    public void The_months_make_up_the_calendar()
    {
        var fleet = Found.Value.Fleets[0];
        var days = fleet.Months.Select(month => month.To - month.From + 1).ToArray();
        Assert.Equal(181, days.Sum());
        Assert.Equal(
            fleet.Available!.Value.Value,
            days.Zip(fleet.Months, (length, month) => length * month.Available!.Value.Value).Sum() / 181,
            8);
        foreach (var effect in fleet.Effects)
        {
            Assert.Equal(
                effect.Change!.Value.Value,
                days.Zip(effect.ByMonth, (length, month) => length * month!.Value.Value).Sum() / 181,
                8);
        }
    }

    [Fact]
    public void It_is_what_the_same_question_answers()
    {
        var scenario = Squadron.Read();
        var (supply, readiness) = Reliefs.Apply(new Relief.Team("avionics"), scenario.Supply, scenario.Readiness);
        double Answer(Scenario asked) => Assert.IsType<Answer.Share>(RunOnce.Answer(
            asked, Options(400), [], null, TestContext.Current.CancellationToken).Report.Answers[0]).Estimate.Value;
        var team = Found.Value.Fleets[0].Effects.Single(effect => effect.Relief is Relief.Team);
        Assert.Equal(Answer(scenario), Found.Value.Fleets[0].Available!.Value.Value);
        Assert.Equal(
            Answer(scenario with { Supply = supply, Readiness = readiness }) - Answer(scenario),
            team.Change!.Value.Value,
            tolerance: 1e-12);
    }

    [Fact]
    public void What_can_change_nothing_is_left_out_with_a_word() => Assert.Equal(
        [
            "shipment food a month earlier: no fleet that is asked about depends on it",
            "shipment at-once a month earlier: is there from the first day as it is",
            "shipment too-late a month earlier: comes after the calendar even so",
            "shipment not-at-all a month earlier: never comes",
        ],
        Found.Value.LeftOut.Select(each => $"{each.Relief.Name}: {each.Because}"));

    [Fact]
    public void Nothing_binds_where_nothing_fails()
    {
        var idle = Find(Wing.Read(Squadron.With("exponential(90 h)", "exponential(900000 h)")
            .Replace("weibull(1.5; 600 h)", "weibull(3; 900000 h)", StringComparison.Ordinal)), 60).Fleets[0];
        Assert.All(idle.Months, month => Assert.Equal(Bound.Nothing, month.Bound));
        Assert.Equal("nothing here binds at this number of replications", BindingSentence.Of(idle));
    }

    [Fact]
    public void A_few_replications_tell_nothing() => Assert.All(
        Find(Squadron.Read(), 5).Fleets[0].Months, month => Assert.Equal(Bound.Nothing, month.Bound));

    [Fact]
    public void Any_number_of_threads_finds_the_same() => Assert.Equal(
        BindingJson.Write(Find(Squadron.Read(), 100)), BindingJson.Write(Find(Squadron.Read(), 100, threads: 3)));

    [Fact]
    public void Months_without_a_member_are_left_open()
    {
        var late = Find(Wing.Read(Squadron.With(
            "size: 12,", "size: 0, joins: { all: { when: 2025-01-15, size: 12 } },")), 60).Fleets[0];
        Assert.Equal(
            [false, false, true, true, true, true], late.Months.Select(month => month.Available is not null));
        Assert.Null(late.Effects.Single(effect => effect.Relief is Relief.Team).ByMonth[0]);
        Assert.NotNull(late.Effects.Single(effect => effect.Relief is Relief.Team).ByMonth[2]);
        Assert.DoesNotContain("2024", BindingSentence.Of(late), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_can_be_said_of_readiness_is_tried()
    {
        var wing = Wing.Read(Wing.Text);
        var fleet = Find(wing, 40).Fleets[0];
        Assert.Equal(Reliefs.Of(wing.Supply, wing.Readiness).Length, fleet.Effects.Length);
        Assert.All(fleet.Effects, effect => Assert.True(double.IsFinite(effect.Change!.Value.Error)));
    }

    [Fact]
    public void A_scenario_without_fleets_is_told_so()
    {
        var water = Promises.Examples.Read("five-lines");
        var (report, diagnostics) = Binding.Find(
            water, Options(10), null, [], null, TestContext.Current.CancellationToken);
        Assert.Null(report);
        Assert.StartsWith("there is no fleet in this scenario", Assert.Single(diagnostics).Message);
    }

    [Fact]
    public void What_would_take_too_long_is_refused()
    {
        var (report, diagnostics) = Binding.Find(
            Wing.Read(Squadron.With("to: 2025-04-30", "to: 2035-04-30")), Options(RunOptions.ReplicationsMax), null, [],
            null,
            TestContext.Current.CancellationToken);
        Assert.Null(report);
        Assert.Matches("^ask for fewer: --replications \\d+$", Assert.Single(diagnostics).Hint);
    }

    [Theory]
    [InlineData(0.04, 0.01, 0.03, 0.005, 0.01, 0.002, Bound.Parts)]
    [InlineData(0.02, 0.005, 0.05, 0.01, -0.03, 0.003, Bound.People)]
    [InlineData(0.04, 0.01, 0.03, 0.005, 0.01, 0.006, Bound.Either)]
    [InlineData(0.01, 0.01, 0.01, 0.01, 0.0, 0.0, Bound.Nothing)]
    [InlineData(0.03, 0.02, 0.02, 0.001, 0.01, 0.001, Bound.Either)]
    [InlineData(-0.03, 0.001, -0.02, 0.001, -0.01, 0.001, Bound.Nothing)]
    public void The_better_binds_where_the_difference_is_beyond_its_error(
        double spare, double spareError, double team, double teamError, double less, double error, Bound bound) =>
        Assert.Equal(bound, new Judgement(1).BoundBy(
            Intervals.Normal(spare, spareError),
            Intervals.Normal(team, teamError),
            Intervals.Normal(less, error),
            replications: 100));

    [Fact]
    public void Where_there_is_only_one_of_the_two_it_binds_if_it_helps()
    {
        var help = Intervals.Normal(0.02, 0.001);
        Assert.Equal(Bound.Parts, new Judgement(1).BoundBy(help, null, null, 100));
        Assert.Equal(Bound.People, new Judgement(1).BoundBy(null, help, null, 100));
        Assert.Equal(Bound.Nothing, new Judgement(1).BoundBy(null, null, null, 100));
    }

    /// <summary>The two-sided quantiles at 5 % over the number: 1.95996 and, over 100, 3.48076.</summary>
    [Theory]
    [InlineData(1, 1.95997, 1.95996)]
    [InlineData(100, 3.48077, 3.48075)]
    public void The_more_is_compared_the_clearer_a_finding_must_be(int comparisons, double told, double notTold)
    {
        var judgement = new Judgement(comparisons);
        Assert.True(judgement.IsTold(Intervals.Normal(told, 1), 1000));
        Assert.False(judgement.IsTold(Intervals.Normal(notTold, 1), 1000));
    }

    internal static BindingReport Find(Scenario scenario, long replications, string? fleet = null, int threads = 1)
    {
        var (report, diagnostics) = Binding.Find(
            scenario, Options(replications) with { Threads = threads }, fleet, [], null,
            TestContext.Current.CancellationToken);
        Assert.True(report is not null, string.Join('\n', diagnostics));
        return report;
    }

    private static RunOptions Options(long replications) => new() { Replications = replications, Threads = 1 };
}
