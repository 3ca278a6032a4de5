using Resupply.Values;

namespace Resupply.Forecasting.Models;

/// <summary>Every period to come is as the last one known: the naive forecast, a point.</summary>
/// <remarks>Hyndman &amp; Athanasopoulos, Forecasting: Principles and Practice, 3rd ed. 2021, section 5.2.</remarks>
public sealed class LastNaive() : NeedModel("last", "the last period again (naive)")
{
    public override bool IsNaive => true;

    public override bool IsPoint => true;

    public override Forecast? Fit(History history) =>
        history.LastKnown() is [.., var last] ? new Course([last], history.Step) : null;
}

/// <summary>A single course that comes again and again.</summary>
internal sealed class Course(long[] again, PeriodStep step) : Forecast
{
    public override void Sample(RandomStream random, Span<long> path)
    {
        for (var i = 0; i < path.Length; i++) path[i] = again[i % again.Length];
    }

    public override NeedBlock? Block(int horizon)
    {
        var per = again.Average() / BlockText.DaysOf(step);
        var lost = again.Length > 1 || !double.IsInteger(per)
            ? "the naive forecast is a course without chance; here its mean is a Poisson law's"
            : "";
        var value = lost.Length == 0 ? BlockText.Number(per) : $"poisson({BlockText.Number(per)})";
        return new NeedBlock([], [("per-day", value)], lost);
    }
}
