using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

public class FiniteSourceQueueTests
{
    private static readonly Tolerance LongRun = new(Relative: 1e-9, Absolute: 1e-12);
    private static readonly FiniteSourceQueue TenWithTwoTeams = new(10, 2, 2, 1 / 200.0, 1 / 24.0);

    public static TheoryData<string> Fleets { get; } =
    [
        "mrp_N100_c6_S10_mtbf250_mttr12", "mrp_N10_c2_S0_mtbf200_mttr24", "mrp_N10_c2_S3_mtbf200_mttr24",
        "mrp_N12_c3_S2_mtbf168_mttr36", "mrp_N24_c2_S0_mtbf120_mttr8", "mrp_N24_c4_S6_mtbf120_mttr30",
        "mrp_N2_c1_S0_mtbf10_mttr10", "mrp_N36_c5_S0_mtbf72_mttr10", "mrp_N4_c1_S0_mtbf100_mttr10",
        "mrp_N4_c1_S1_mtbf100_mttr10", "mrp_N60_c3_S0_mtbf500_mttr20", "mrp_N8_c1_S12_mtbf90_mttr15",
    ];

    [Theory]
    [MemberData(nameof(Fleets))]
    public void The_long_run_is_as_computed_elsewhere(string name)
    {
        var expected = Oracle.Read(name + ".json").GetProperty("expected");
        var fleet = Fleet(name);
        var failed = fleet.Stationary();
        var law = expected.GetProperty("p_n_failed").Numbers();
        for (var n = 0; n < law.Length; n++) LongRun.Close(law[n], failed.At(n), $"{name} p({n})");

        var figures = fleet.Figures(failed);
        var nearlyAll = (int)Math.Ceiling(0.9 * fleet.Places);
        Close("expected_serviceable_units", fleet.Units - figures.Failed);
        Close("expected_operating", figures.Operating);
        Close("availability", figures.Availability);
        Close("prob_all_N_operating", figures.AllOperating);
        Close("prob_at_least_90pct_operating", fleet.AtLeastOperating(nearlyAll, failed));
        Close("expected_failed", figures.Failed);
        Close("expected_waiting_for_crew", figures.Waiting);
        Close("crew_utilisation", figures.TeamsBusy);
        Close("failure_rate_per_time", figures.FailureRate);
        Close("mean_wait_for_crew", figures.MeanWait);
        Close("mean_turnaround", figures.MeanTurnaround);
        Close("expected_aircraft_short", fleet.Places - figures.Operating);

        void Close(string field, double actual) =>
            LongRun.Close(expected.GetProperty(field).GetDouble(), actual, $"{name} {field}");
    }

    [Fact]
    public void The_first_days_of_a_fleet_are_as_computed_elsewhere()
    {
        var expected = Oracle.Read("mrp_transient_N10_c2_S2.json").GetProperty("expected");
        foreach (var row in expected.GetProperty("at_times").EnumerateArray())
        {
            var figures = After(row.GetProperty("t").GetDouble());
            Assert.Equal(row.GetProperty("expected_operating").GetDouble(), figures.Operating, 1e-11);
            Assert.Equal(row.GetProperty("prob_all_N_operating").GetDouble(), figures.AllOperating, 1e-11);
            Assert.Equal(row.GetProperty("expected_failed").GetDouble(), figures.Failed, 1e-11);
        }

        var average = TenWithTwoTeams.Figures(TenWithTwoTeams.Average(0, 720, Pmf.Certainly(0))!);
        Assert.Equal(expected.GetProperty("time_average_operating_0_720").GetDouble(), average.Operating, 1e-8);
        var inTheEnd = TenWithTwoTeams.Figures(TenWithTwoTeams.Stationary());
        Assert.Equal(expected.GetProperty("steady_state_expected_operating").GetDouble(), inTheEnd.Operating, 1e-11);
    }

    [Fact]
    public void With_a_team_for_each_unit_the_number_failed_is_binomial()
    {
        var expected = Oracle.Read("mrp_ample_crews_insensitive_N16.json").GetProperty("expected");
        var exact = new Tolerance(Relative: 1e-12, Absolute: 0);
        var fleet = new FiniteSourceQueue(16, 0, 16, 1 / 120.0, 1 / 30.0);
        var failed = fleet.Stationary();
        var figures = fleet.Figures(failed);
        exact.Close(expected.GetProperty("availability").GetDouble(), figures.Availability, "availability");
        exact.Close(expected.GetProperty("expected_operating").GetDouble(), figures.Operating, "operating");
        var law = expected.GetProperty("p_n_failed").Numbers();
        for (var n = 0; n < law.Length; n++) exact.Close(law[n], failed.At(n), $"p({n})");
    }

    // One place and nine spares fail at one rate until all ten have failed: arrivals that ten in the system block.
    [Fact]
    public void A_queue_that_blocks_is_a_fleet_of_one_with_spares()
    {
        var expected = Oracle.Read("queue_mmck.json").GetProperty("expected");
        var fleet = new FiniteSourceQueue(1, 9, 4, 5, 1.2);
        var figures = fleet.Figures(fleet.Stationary());
        Close("P_block", 1 - figures.Availability);
        Close("throughput", figures.FailureRate);
        Close("L", figures.Failed);
        Close("Lq", figures.Waiting);
        Close("Wq", figures.MeanWait);
        Close("W", figures.MeanTurnaround);
        Close("server_utilisation", figures.TeamsBusy);

        void Close(string field, double actual) =>
            LongRun.Close(expected.GetProperty(field).GetDouble(), actual, field);
    }

    // Each unit by itself is up or down: P(down after t) = λ / (λ + μ) (1 − e^(−(λ + μ) t)).
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.7)]
    [InlineData(13)]
    [InlineData(400)]
    [InlineData(1e6)]
    public void Independent_units_fail_and_come_back_each_by_itself(double days)
    {
        var fleet = new FiniteSourceQueue(16, 0, 16, 0.3, 0.7);
        var down = 0.3 * -double.ExpM1(-days);
        var failed = fleet.After(days, Pmf.Certainly(0))!;
        for (var n = 0; n <= 16; n++) Assert.Equal(new Binomial(down, 16).Probability(n), failed.At(n), 1e-13);

        var average = fleet.Figures(fleet.Average(0, days, Pmf.Certainly(0))!);
        Assert.Equal(16 * 0.3 * (1 - (-double.ExpM1(-days) / days)), average.Failed, 1e-12);
    }

    [Fact]
    public void A_time_average_is_the_mean_over_the_time()
    {
        var start = new Pmf(3, [0.25, 0, 0.75]);
        var average = TenWithTwoTeams.Average(20, 55, start)!;
        for (var n = 0; n <= 12; n++)
        {
            var failed = n;
            var integral = GaussLegendreRule.Integrate(
                days => TenWithTwoTeams.After(days, start)!.At(failed), 20, 55, 64);
            Assert.Equal(integral / 35, average.At(n), 1e-12);
        }
    }

    [Fact]
    public void Two_stretches_of_time_are_as_one()
    {
        var once = TenWithTwoTeams.After(37, Pmf.Certainly(12))!;
        var twice = TenWithTwoTeams.After(14, TenWithTwoTeams.After(23, Pmf.Certainly(12))!)!;
        for (var n = 0; n <= 12; n++) Assert.Equal(once.At(n), twice.At(n), 1e-14);
    }

    // A large fleet for a long time: e^(−rate × time) is 0 in floating point.
    [Fact]
    public void A_million_jumps_neither_vanish_nor_drift()
    {
        var fleet = new FiniteSourceQueue(300, 20, 300, 2, 3);
        var failed = fleet.After(1100, Pmf.Certainly(0))!;
        var stationary = fleet.Stationary();
        Assert.Equal(1, failed.Total, 1e-12);
        for (var n = 0; n <= 320; n++) Assert.Equal(stationary.At(n), failed.At(n), 1e-13);
    }

    [Fact]
    public void A_slow_chain_keeps_its_digits_over_many_jumps()
    {
        // Two states flip a hundred thousand times while next to nothing flows to them from the first.
        var chain = new BirthDeathChain([1e-6, 1.0], [1e-6, 1.0]);
        var end = chain.After(1e5, Pmf.Certainly(0))!;

        // With the fast pair as one state of twice the weight the slow flow is p' = −1e-6 p + 0.5e-6 (1 − p).
        Assert.Equal((1 + (2 * Math.Exp(-1.5e-6 * 1e5))) / 3, end.At(0), 1e-6);
        Assert.Equal(1, end.Total, 1e-13);
        var steps = chain.After(5e4, chain.After(5e4, Pmf.Certainly(0))!)!;
        for (var n = 0; n < 3; n++) Assert.Equal(end.At(n), steps.At(n), 1e-12);
    }

    [Fact]
    public void Without_teams_everything_fails_in_the_end()
    {
        var fleet = new FiniteSourceQueue(3, 1, 0, 0.1, 5);
        Assert.Equal(1, fleet.Stationary().At(4));
        Assert.Equal(Math.Exp(-0.3 * 2), fleet.After(2, Pmf.Certainly(0))!.At(0), 1e-14);
        Assert.Equal(1, fleet.After(1e5, Pmf.Certainly(0))!.At(4), 1e-13);
        Assert.Equal(4, fleet.Figures(fleet.Stationary()).Waiting, 1e-13);
    }

    [Fact]
    public void What_never_fails_operates_once_it_is_repaired()
    {
        var fleet = new FiniteSourceQueue(3, 1, 1, 0, 0.5);
        Assert.Equal(1, fleet.Stationary().At(0));
        Assert.Equal(Math.Exp(-0.5 * 3), fleet.After(3, Pmf.Certainly(1))!.At(1), 1e-14);
        var idle = fleet with { RepairRate = 0 };
        Assert.Equal(1, idle.Average(4, 9, Pmf.Certainly(2))!.At(2));
    }

    [Fact]
    public void More_spares_or_teams_never_make_less_operate()
    {
        Property.Holds(
            draws => (Fleet: new FiniteSourceQueue(
                1 + (int)draws.Between(0, 12), (int)draws.Between(0, 5), 1 + (int)draws.Between(0, 4),
                draws.Between(0.01, 1), draws.Between(0.1, 3)), Days: draws.Between(0, 50)),
            given =>
            {
                var (fleet, days) = given;
                var few = Operating(fleet, days);
                return Operating(fleet with { Teams = fleet.Teams + 1 }, days) >= few - 1e-12
                    && Operating(fleet with { Spares = fleet.Spares + 1 }, days) >= few - 1e-12;
            },
            cases: 200);

        static double Operating(FiniteSourceQueue fleet, double days) =>
            fleet.Figures(fleet.After(days, Pmf.Certainly(0))!).Operating;
    }

    private static FiniteSourceFigures After(double days) =>
        TenWithTwoTeams.Figures(TenWithTwoTeams.After(days, Pmf.Certainly(0))!);

    private static FiniteSourceQueue Fleet(string name)
    {
        var inputs = Oracle.Read(name + ".json").GetProperty("inputs");
        int Count(string field) => inputs.GetProperty(field).GetInt32();
        double Rate(string field) => 1 / inputs.GetProperty(field).GetDouble();
        return new FiniteSourceQueue(Count("N"), Count("cold_spares"), Count("crews"), Rate("mtbf"), Rate("mttr"));
    }
}
