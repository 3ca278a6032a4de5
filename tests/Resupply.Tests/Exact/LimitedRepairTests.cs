using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

public class LimitedRepairTests
{
    [Fact]
    public void One_team_is_as_computed_elsewhere()
    {
        var expected = Oracle.Read("queue_mm1.json").GetProperty("expected");
        var queue = new LimitedRepair(0.8, 1, 1);
        var (law, figures) = (queue.Stationary()!, queue.Figures()!);
        Close("rho", figures.TeamsBusy);
        Close("p0", law.At(0));
        Close("erlang_c", figures.Waits);
        Close("Lq", figures.Waiting);
        Close("Wq", figures.MeanWait);
        Close("L", figures.Pipeline);
        Close("L", law.Mean);
        Close("W", figures.MeanTurnaround);
        Close("P_Wq_gt_1", queue.WaitLongerThan(1)!.Value);
        Close("sd_number_in_system", Math.Sqrt(law.Variance));
        Close("W_p90", figures.MeanTurnaround * Math.Log(10)); // With one team the stay is exponential.

        void Close(string field, double actual) =>
            new Tolerance(Relative: 1e-9, Absolute: 0).Close(expected.GetProperty(field).GetDouble(), actual, field);
    }

    [Theory]
    [InlineData(2.4, 1, 3)]
    [InlineData(0.1, 0.5, 4)]
    [InlineData(950, 1, 1000)]
    [InlineData(0.999, 1, 1)]
    public void The_law_agrees_with_the_figures(double rate, double repairRate, int teams)
    {
        var queue = new LimitedRepair(rate, repairRate, teams);
        var (law, figures) = (queue.Stationary()!, queue.Figures()!);
        Assert.Equal(1, law.Total, 1e-13);
        Assert.Equal(figures.Pipeline, law.Mean, 1e-9 * law.Mean);
        Assert.Equal(figures.Waits, 1 - law.Cdf(teams - 1), 1e-11);
        Assert.Equal(figures.Waits, queue.WaitLongerThan(0)!.Value);
    }

    // Cobham's and Davis' mean waits of two classes, weighted, are that of the queue without classes.
    [Fact]
    public void Priorities_do_not_change_the_mean_wait_of_all()
    {
        var waits = Oracle.Read("queue_priority_np_mmc.json").GetProperty("expected").GetProperty("Wq").Numbers();
        var figures = new LimitedRepair(2.4, 1, 3).Figures()!;
        Assert.Equal(((1.0 * waits[0]) + (1.4 * waits[1])) / 2.4, figures.MeanWait, 1e-12);
    }

    [Fact]
    public void Too_few_teams_never_come_to_rest()
    {
        var queue = new LimitedRepair(2, 1, 2);
        Assert.Null(queue.Stationary());
        Assert.Null(queue.Figures());
        Assert.Null(queue.WaitLongerThan(1));
        var later = queue.After(50, Pmf.Certainly(0))!;
        Assert.Equal(1, later.Total, 1e-13);
        Assert.True(later.Mean > 4);
    }

    [Fact]
    public void With_teams_for_all_the_queue_is_unlimited_repair()
    {
        var queue = new LimitedRepair(0.6, 0.2, 60);
        var unlimited = new UnlimitedRepair(new RepairTime.Drawn(Distribution.Exponential, [5]));
        foreach (var days in (double[])[0, 0.5, 3, 40])
        {
            var (law, expected) = (queue.After(days, Pmf.Certainly(0))!, unlimited.PipelineMean(0.6, days));
            var poisson = CountPmf.Poisson(expected)!;
            for (var n = 0; n < 20; n++) Assert.Equal(poisson.At(n), law.At(n), 1e-13);
        }

        var average = queue.Average(2, 9, Pmf.Certainly(4))!.Mean;
        var left = 4 * 5 * (Math.Exp(-0.4) - Math.Exp(-1.8)) / 7;
        var came = (3 * 7) - (3 * 5 * (Math.Exp(-0.4) - Math.Exp(-1.8)));
        Assert.Equal(left + (came / 7), average, 1e-12);
    }

    // Abate & Whitt 1987: from empty, M/M/1 with both rates 1 holds on average √(4t/π) − ½ + O(t^−½).
    [Fact]
    public void A_queue_that_grows_grows_like_a_root()
    {
        var mean = new LimitedRepair(1, 1, 1).After(1600, Pmf.Certainly(0))!.Mean;
        Assert.Equal(Math.Sqrt(6400 / Math.PI) - 0.5, mean, 0.01);
    }
}
