using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Exact;

/// <summary>Removals per day from a time on, until the next step. From minus infinity: ever since.</summary>
public readonly record struct RateStep(double From, double Rate);

/// <summary>Poisson removals, each at once in repair for a time of its own: nobody waits for a team.</summary>
/// <remarks>
/// Units in repair at time t are Poisson with mean ∫ rate(u) P(T &gt; t − u) du over all u ≤ t: Palm, "Analysis of the
/// Erlang traffic formulae for busy-signal arrangements", Ericsson Technics 6, 1938, for a constant rate; for one that
/// changes Crawford, "Palm's theorem for nonstationary processes", RAND R-2750, 1981, and Eick, Massey &amp; Whitt,
/// "The physics of the Mt/G/∞ queue", Operations Research 41, 1993, theorem 1.
/// </remarks>
/// <param name="Repair">From the removal until the unit is back on the shelf.</param>
public sealed record UnlimitedRepair(RepairTime Repair)
{
    /// <summary>The mean in repair after so many days at a constant rate, nothing in repair at first.</summary>
    public double PipelineMean(double rate, double days) => rate * Repair.MeanUpTo(days);

    /// <summary>The mean in repair at `day`, with nothing in repair before the first step.</summary>
    /// <param name="steps">In order of time.</param>
    public double PipelineMean(ImmutableArray<RateStep> steps, double day)
    {
        var sum = 0.0;
        for (var i = 0; i < steps.Length && steps[i].From < day; i++)
        {
            var until = i + 1 < steps.Length ? Math.Min(steps[i + 1].From, day) : day;
            sum += steps[i].Rate * (Repair.MeanUpTo(day - steps[i].From) - Repair.MeanUpTo(day - until));
        }

        return sum;
    }

    /// <summary>The mean in repair at `day`, with nothing in repair at 0; relative error about 1e-10.</summary>
    /// <param name="rate">Removals per day at a time; smooth.</param>
    public double PipelineMean(Func<double, double> rate, double day) => Quadrature.Integrate(
        time => rate(time) * Repair.LongerThan(day - time), 0, day, Repair.Corners.Select(corner => day - corner));

    /// <summary>
    /// What is left in repair after so many days of units that all began at 0: binomial, independent of the others.
    /// </summary>
    public Pmf? LeftOf(long units, double days) => CountPmf.Binomial(units, Repair.LongerThan(days));
}
