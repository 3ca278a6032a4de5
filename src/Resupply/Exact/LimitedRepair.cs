using Resupply.Values;

namespace Resupply.Exact;

/// <summary>Poisson removals and a few teams whose repairs are exponential: the queue M/M/c.</summary>
/// <remarks>
/// Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone
/// exchanges", 1917; Gross &amp; Harris, Fundamentals of Queueing Theory, 1998, sec. 2.3.
/// </remarks>
/// <param name="RemovalRate">Units per day.</param>
/// <param name="RepairRate">Of a team, units per day.</param>
/// <param name="Teams">Each repairs one unit at a time; first come, first served.</param>
public sealed record LimitedRepair(double RemovalRate, double RepairRate, int Teams)
{
    private const double TailLeftOut = 1e-18;

    /// <summary>Share of the teams at work in the long run; from 1 on the queue grows without end.</summary>
    public double TeamsBusy => RemovalRate / (RepairRate * Teams);

    /// <summary>
    /// The law of the number waiting or in repair in the long run; null where the queue grows without end, or past
    /// `Pmf.LengthMax`.
    /// </summary>
    public Pmf? Stationary() => LongRunMost is { } most ? Chain(most).Stationary() : null;

    /// <summary>
    /// The law of the number waiting or in repair after so many days; null where that is too much work.
    /// </summary>
    public Pmf? After(double days, Pmf start) => Chain(days, start)?.After(days, start);

    /// <summary>As `After`, averaged over the time between two days after the start.</summary>
    public Pmf? Average(double from, double to, Pmf start)
    {
        if (Chain(to, start) is not { } chain) return null;
        return chain.After(from, start) is { } then ? chain.Average(to - from, then) : null;
    }

    /// <summary>The figures of the long run; null as `Stationary`.</summary>
    public RepairQueueFigures? Figures()
    {
        if (Stationary() is not { } law) return null;
        var waits = law.At(Teams) / (1 - TeamsBusy);
        return new RepairQueueFigures(
            RemovalRate, TeamsBusy, waits, waits * TeamsBusy / (1 - TeamsBusy), RemovalRate / RepairRate);
    }

    /// <summary>The probability that a unit waits longer than this in the long run; null as `Stationary`.</summary>
    public double? WaitLongerThan(double days) =>
        Figures()?.Waits * DeterministicMath.Exp(-days * ((RepairRate * Teams) - RemovalRate));

    // From the last team on, weights fall by the same factor.
    private long? LongRunMost
    {
        get
        {
            if (!(TeamsBusy < 1)) return null;
            var beyond = TeamsBusy == 0
                ? 1
                : Math.Ceiling(DeterministicMath.Log(TailLeftOut * (1 - TeamsBusy)) / DeterministicMath.Log(TeamsBusy));
            return Teams + beyond > Pmf.LengthMax ? null : Teams + (long)beyond;
        }
    }

    /// <summary>
    /// Long enough: what is there is no more than what was there and what came, nor than what was there and what a
    /// queue in the long run holds (a coupling of the two).
    /// </summary>
    private BirthDeathChain? Chain(double days, Pmf start)
    {
        var came = CountPmf.Poisson(RemovalRate * days)?.Last;
        var more = Math.Min(came ?? Pmf.LengthMax, LongRunMost ?? Pmf.LengthMax);
        return start.Last + more < Pmf.LengthMax ? Chain(start.Last + more + 1) : null;
    }

    private BirthDeathChain Chain(long most) => new(
        [.. Enumerable.Repeat(RemovalRate, (int)most)],
        [.. Enumerable.Range(1, (int)most).Select(units => Math.Min(units, Teams) * RepairRate)]);
}

/// <summary>A queue for repair in the long run.</summary>
/// <param name="RemovalRate">Units that come per day.</param>
/// <param name="TeamsBusy">Share of the teams at work.</param>
/// <param name="Waits">Probability that a unit has to wait: Erlang's C.</param>
/// <param name="Waiting">Expected units waiting.</param>
/// <param name="InRepair">Expected units in repair.</param>
public sealed record RepairQueueFigures(
    double RemovalRate, double TeamsBusy, double Waits, double Waiting, double InRepair)
{
    /// <summary>Expected units waiting or in repair.</summary>
    public double Pipeline => Waiting + InRepair;

    /// <summary>Days until a team begins: Little 1961.</summary>
    public double MeanWait => Waiting / RemovalRate;

    /// <summary>Days until serviceable: Little 1961.</summary>
    public double MeanTurnaround => Pipeline / RemovalRate;
}
