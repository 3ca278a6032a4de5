namespace Resupply.Exact;

/// <summary>Poisson removals and one team whose repairs have any law: the queue M/G/1, in the long run.</summary>
/// <param name="RemovalRate">Units per day.</param>
/// <param name="Repair">Of one unit.</param>
public sealed record SingleTeamRepair(double RemovalRate, RepairTime Repair)
{
    /// <summary>Null where the queue grows without end.</summary>
    /// <remarks>
    /// Waiting = λ² E[T²] / (2 (1 − ρ)): Pollaczek 1930, Khintchine 1932; Gross &amp; Harris, Fundamentals of Queueing
    /// Theory, 1998, sec. 5.1.
    /// </remarks>
    public RepairQueueFigures? Figures()
    {
        var busy = RemovalRate * Repair.Mean;
        if (!(busy < 1)) return null;
        var square = Repair.Variance + (Repair.Mean * Repair.Mean);
        var waiting = RemovalRate * RemovalRate * square / (2 * (1 - busy));
        return new RepairQueueFigures(RemovalRate, busy, busy, waiting, busy);
    }
}
