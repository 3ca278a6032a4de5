using Resupply.Values;

namespace Resupply.Exact;

/// <summary>
/// A fleet whose units fail while they operate, wait for one of a few teams and come back: machine repair with spares.
/// </summary>
/// <remarks>
/// Lives and repairs are exponential, fitting a spare takes no time, spares do not fail: a birth-death chain in the
/// number of units failed. Taylor &amp; Jackson, "An application of the birth and death process to the provision of
/// spare machines", Operational Research Quarterly 5, 1954; Barlow &amp; Proschan, Mathematical Theory of Reliability,
/// 1965, ch. 5.
/// </remarks>
/// <param name="Places">Where a unit operates when there is one.</param>
/// <param name="Spares">Units beyond the places.</param>
/// <param name="Teams">Each repairs one unit at a time; first come, first served.</param>
/// <param name="FailureRate">Of an operating unit, per day.</param>
/// <param name="RepairRate">Of a team, units per day.</param>
public sealed record FiniteSourceQueue(int Places, int Spares, int Teams, double FailureRate, double RepairRate)
{
    public int Units => Places + Spares;

    /// <summary>The law of the number failed in the long run.</summary>
    public Pmf Stationary() => Chain.Stationary();

    /// <summary>The law of the number failed after so many days; null where that is too much work.</summary>
    /// <param name="failed">At the start: a law on 0 … `Units`.</param>
    public Pmf? After(double days, Pmf failed) => Chain.After(days, failed);

    /// <summary>
    /// The law of the number failed, averaged over the time between two days after the start: what holds of it in the
    /// mean are time averages. Null where that is too much work.
    /// </summary>
    /// <param name="failed">At the start, day 0: a law on 0 … `Units`.</param>
    public Pmf? Average(double from, double to, Pmf failed) =>
        After(from, failed) is { } start ? Chain.Average(to - from, start) : null;

    /// <summary>What follows from a law of the number failed.</summary>
    public FiniteSourceFigures Figures(Pmf failed)
    {
        var (operating, inRepair) = (0.0, 0.0);
        for (var i = 0; i < failed.Weights.Length; i++)
        {
            var down = failed.First + i;
            operating += failed.Weights[i] * Math.Min(Places, Units - down);
            inRepair += failed.Weights[i] * Math.Min(down, Teams);
        }

        var waiting = 0.0;
        for (var n = Teams + 1; n <= failed.Last; n++) waiting += (n - Teams) * failed.At(n);
        return new FiniteSourceFigures(
            operating, operating / Places, failed.Cdf(Spares), failed.Mean, waiting, inRepair / Teams,
            operating * FailureRate);
    }

    /// <summary>The probability that so many places or more operate.</summary>
    public double AtLeastOperating(int places, Pmf failed) => places > Places ? 0 : failed.Cdf(Units - places);

    private BirthDeathChain Chain => new(
        [.. Enumerable.Range(0, Units).Select(failed => Math.Min(Places, Units - failed) * FailureRate)],
        [.. Enumerable.Range(1, Units).Select(failed => Math.Min(failed, Teams) * RepairRate)]);
}

/// <param name="Operating">Expected places that operate.</param>
/// <param name="Availability">Their share of all places.</param>
/// <param name="AllOperating">Probability that all places operate.</param>
/// <param name="Failed">Expected units failed: waiting for a team or in repair.</param>
/// <param name="Waiting">Of these, waiting for a team.</param>
/// <param name="TeamsBusy">Expected share of the teams at work; not a number without teams.</param>
/// <param name="FailureRate">Failures per day.</param>
public sealed record FiniteSourceFigures(
    double Operating,
    double Availability,
    double AllOperating,
    double Failed,
    double Waiting,
    double TeamsBusy,
    double FailureRate)
{
    /// <summary>Days from failure until a team begins, in the long run: Little 1961.</summary>
    public double MeanWait => Waiting / FailureRate;

    /// <summary>Days from failure until serviceable, in the long run: Little 1961.</summary>
    public double MeanTurnaround => Failed / FailureRate;
}
