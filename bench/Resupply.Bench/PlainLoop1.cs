using System.Runtime.CompilerServices;
using System.Diagnostics;

namespace Resupply.Bench;

/// <summary>
/// Workload W1 as one would write it by hand for this question alone: five kinds of events, a wheel whose lap and
/// buckets are cut for them, nothing that could be asked differently. The engine is measured against it.
/// </summary>
public sealed class PlainLoop1
{
    private const int Fails = 0;
    private const int ReachesDepot = 1;
    private const int IsRepaired = 2;
    private const int ReachesFleet = 3;
    private const int IsFitted = 4;
    private const int KindBits = 3;
    private const int Types = Workload1.Types;

    private const long Horizon = Workload1.Days * Day;
    private const int Day = 86_400;
    private const int ToDepot = 2 * Day;
    private const int ToFleet = 3 * Day;
    private const int Fitting = Day / 4;

    private readonly int aircraft;
    private readonly PlainWheel wheel;
    private readonly PlainDraws draws;
    private readonly int[] missing;
    private readonly int[] spares = new int[Types];
    private readonly Queue<int>[] waiting = [.. Enumerable.Range(0, Types).Select(_ => new Queue<int>())];
    private readonly Queue<int> atDepot = new();
    private readonly double[] lives = Array.ConvertAll(Workload1.LifeDays.ToArray(), days => (double)days * Day);
    private readonly double[] logMeans;
    private readonly double logSpread;
    private int freeTeams;
    private long now;
    private long lost; // aircraft × ticks

    public PlainLoop1(int scale, ulong seed)
    {
        Scale = scale;
        aircraft = Workload1.Aircraft * scale;
        wheel = new PlainWheel(scale);
        draws = new PlainDraws(seed);
        missing = new int[aircraft];
        var variation = Workload1.RepairVariation;
        var variance = Math.Log(1 + (variation * variation));
        logSpread = Math.Sqrt(variance);
        logMeans = Array.ConvertAll(
            Workload1.RepairDays.ToArray(), days => Math.Log(days * Day) - (variance / 2));
    }

    public int Scale { get; }

    public FleetAnswer Run(int replications)
    {
        (lost, var events) = (0, 0L);
        for (var replication = 0; replication < replications; replication++)
        {
            Begin();
            while (wheel.Take(out now, out var what))
            {
                events++;
                Happen(what & ((1 << KindBits) - 1), what >> KindBits);
            }

            foreach (var parts in missing) lost += parts > 0 ? Horizon : 0;
        }

        var owned = (double)aircraft * Horizon * replications;
        return new FleetAnswer(1 - (lost / owned), (double)events / replications);
    }

    private void Begin()
    {
        wheel.Clear();
        now = 0;
        freeTeams = Workload1.Teams * Scale;
        atDepot.Clear();
        Array.Clear(missing);
        for (var type = 0; type < Types; type++)
        {
            spares[type] = Workload1.Spares[type] * Scale;
            waiting[type].Clear();
        }

        for (var slot = 0; slot < aircraft * Types; slot++) Live(slot);
    }

    private void Happen(int kind, int index)
    {
        switch (kind)
        {
            case Fails:
                if (missing[index / Types]++ == 0) lost -= now;
                After(ToDepot, ReachesDepot, index % Types);
                if (spares[index % Types] > 0) Fit(index % Types, index);
                else waiting[index % Types].Enqueue(index);
                break;
            case ReachesDepot when freeTeams > 0:
                freeTeams--;
                Repair(index);
                break;
            case ReachesDepot:
                atDepot.Enqueue(index);
                break;
            case IsRepaired:
                After(ToFleet, ReachesFleet, index);
                if (atDepot.TryDequeue(out var next)) Repair(next);
                else freeTeams++;
                break;
            case ReachesFleet:
                spares[index]++;
                if (waiting[index].TryDequeue(out var slot)) Fit(index, slot);
                break;
            case IsFitted:
                if (--missing[index / Types] == 0) lost += now;
                Live(index);
                break;
            default:
                throw new UnreachableException();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Fit(int type, int slot)
    {
        spares[type]--;
        After(Fitting, IsFitted, slot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Live(int slot) => After(Ticks(draws.Exponential() * lives[slot % Types]), Fails, slot);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Repair(int type) =>
        After(Ticks(Math.Exp(logMeans[type] + (logSpread * draws.Normal()))), IsRepaired, type);

    private static long Ticks(double seconds) => (long)(seconds + 0.5);

    /// <summary>What comes after the last day is nobody's business.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void After(long ticks, int kind, int index)
    {
        if (now + ticks < Horizon) wheel.Schedule(now + ticks, kind | (index << KindBits));
    }
}
