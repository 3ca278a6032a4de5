namespace Resupply.Tests.Exact;

/// <summary>How far a number may be off from one computed elsewhere: within either bound.</summary>
internal sealed record Tolerance(double Relative, double Absolute)
{
    public void Close(double expected, double actual, string what)
    {
        var gap = Math.Abs(expected - actual);
        Assert.True(
            gap <= Absolute || gap <= Relative * Math.Abs(expected), $"{what}: {actual:R} instead of {expected:R}");
    }
}
