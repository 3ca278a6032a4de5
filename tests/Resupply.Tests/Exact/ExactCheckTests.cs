using Resupply.Tests.Supply;

namespace Resupply.Tests.Exact;

/// <summary>How far a simulated answer lies from the exact one, where the simulation has no error of its own.</summary>
public class ExactCheckTests
{
    /// <summary>One need in about 14,000 replications goes unmet: none of 1,000, all of which say 1.</summary>
    [Theory]
    [InlineData("covered: a, until: day 10", 1)]
    [InlineData("shortage: a", 0)]
    public void What_was_always_or_never_seen_is_off_by_the_error_of_the_exact_share(string asked, double simulated)
    {
        var report = Rehearsal.Report(
            $$"""
            stocks: { base: { a: 140 } }
            demands: { a: { at: base, served-by: [a], per-day: poisson(10) } }
            questions: { asked: { {{asked}} } }
            """,
            replications: 1000);
        var check = Assert.Single(report.Checks);
        var rare = Math.Abs(check.Exact - check.Simulated);
        Assert.Equal(simulated == 1 ? 1 : check.Simulated, check.Simulated);
        Assert.InRange(rare, 1e-5, 1e-3);
        Assert.Equal(Math.Sqrt(1000 * rare / (1 - rare)), Math.Abs(check.Errors), 9);
    }
}
