using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

public class UnlimitedRepairTests
{
    private static readonly RepairTime Exponential = new RepairTime.Drawn(Distribution.Exponential, [6]);
    private static readonly RepairTime Fixed = new RepairTime.Fixed(6);

    [Fact]
    public void A_surge_in_removals_is_as_computed_elsewhere()
    {
        var oracle = Oracle.Read("dynametric_surge_open.json");
        var inputs = oracle.GetProperty("inputs");
        double Input(string name) => inputs.GetProperty(name).GetDouble();
        var repair = new UnlimitedRepair(new RepairTime.Drawn(Distribution.Exponential, [Input("repair_mean")]));
        ImmutableArray<RateStep> removals =
        [
            new(double.NegativeInfinity, Input("base_rate")), new(Input("t0"), Input("surge_rate")),
            new(Input("t1"), Input("base_rate")),
        ];
        foreach (var row in oracle.GetProperty("expected").GetProperty("rows").EnumerateArray())
        {
            var mean = repair.PipelineMean(removals, Number(row, "t"));
            var pipeline = CountPmf.Poisson(mean)!;
            var rates = FillRates.Of(inputs.GetProperty("stock").GetInt64(), pipeline, Pmf.Certainly(1));
            Assert.Equal(Number(row, "pipeline_mean"), mean, 1e-12);
            Assert.Equal(Number(row, "expected_backorders"), rates.Backorders, 1e-12);
            Assert.Equal(Number(row, "P_no_backorder"), rates.NoBackorders, 1e-12);
            Assert.Equal(Number(row, "P_at_most_2_backorders"), pipeline.Cdf(8), 1e-12);
        }
    }

    [Fact]
    public void Removals_that_swing_with_the_hour_are_as_computed_elsewhere()
    {
        var oracle = Oracle.Read("queue_mt_g_inf.json");
        var inputs = oracle.GetProperty("inputs");
        var (level, swing) = (Number(inputs, "base"), Number(inputs, "amplitude"));
        double Rate(double time) => level + (swing * Math.Sin(2 * Math.PI * time / Number(inputs, "period")));
        var close = new Tolerance(Relative: 1e-10, Absolute: 0);
        foreach (var row in oracle.GetProperty("expected").GetProperty("rows").EnumerateArray())
        {
            var time = Number(row, "t");
            close.Close(
                Number(row, "mean_in_system_deterministic_6"), new UnlimitedRepair(Fixed).PipelineMean(Rate, time),
                $"fixed {time}");
            close.Close(
                Number(row, "mean_in_system_exponential_6"), new UnlimitedRepair(Exponential).PipelineMean(Rate, time),
                $"exponential {time}");
        }
    }

    [Theory]
    [MemberData(nameof(RepairTimeTests.Laws), MemberType = typeof(RepairTimeTests))]
    public void A_constant_rate_comes_to_the_same_in_three_ways(Distribution of, double[] parameters)
    {
        var repair = new UnlimitedRepair(new RepairTime.Drawn(of, [.. parameters]));
        foreach (var day in (double[])[1, 4.5, 70])
        {
            var mean = repair.PipelineMean(0.3, day);
            Assert.Equal(mean, repair.PipelineMean([new RateStep(0, 0.3), new RateStep(3, 0.3)], day), 1e-12);
            Assert.Equal(mean, repair.PipelineMean(_ => 0.3, day), 1e-10);
        }

        var ever = repair.PipelineMean([new RateStep(double.NegativeInfinity, 0.3)], 4);
        Assert.Equal(0.3 * repair.Repair.Mean, ever, 1e-12);
    }

    [Fact]
    public void A_later_step_is_not_felt_before_its_day()
    {
        var repair = new UnlimitedRepair(Fixed);
        Assert.Equal(0, repair.PipelineMean([new RateStep(5, 2)], 5));
        Assert.Equal(6, repair.PipelineMean([new RateStep(5, 2), new RateStep(8, 0)], 11), 1e-14);
        Assert.Equal(2, repair.PipelineMean([new RateStep(5, 2), new RateStep(8, 0)], 13), 1e-14);
        Assert.Equal(0, repair.PipelineMean([new RateStep(5, 2), new RateStep(8, 0)], 14), 1e-14);
    }

    [Fact]
    public void What_was_in_repair_at_the_start_comes_back_by_chance()
    {
        var left = new UnlimitedRepair(Exponential).LeftOf(8, 3)!;
        Assert.Equal(8 * Math.Exp(-0.5), left.Mean, 1e-13);
        Assert.Equal(Math.Pow(1 - Math.Exp(-0.5), 8), left.At(0), 1e-13);
        Assert.Equal(8, new UnlimitedRepair(Fixed).LeftOf(8, 5.9)!.Mean);
        Assert.Equal(0, new UnlimitedRepair(Fixed).LeftOf(8, 6)!.Mean);
    }

    private static double Number(JsonElement row, string field) => row.GetProperty(field).GetDouble();
}
