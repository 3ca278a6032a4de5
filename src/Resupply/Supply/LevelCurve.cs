using System.Runtime.CompilerServices;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Supply;

/// <summary>A factor by day: straight between its dates, flat outside them; 1 where there are none.</summary>
/// <param name="Points">In order of day; days may lie outside the calendar.</param>
public sealed record LevelCurve(LevelPoint[] Points)
{
    public static LevelCurve Of(IEnumerable<DatedFactor> factors, Day from, OnceBuilder once) =>
        new([.. factors.Select(factor => new LevelPoint(factor.From - from, once.Slot(factor.Factor)))]);

    /// <summary>The factor at 00:00 of a day.</summary>
    public double On(int day, ReadOnlySpan<double> once) => At(day).Factor(once);

    /// <summary>Where a day lies on the curve, which is the same in every replication.</summary>
    public LevelPlace At(int day)
    {
        if (Points.Length == 0) return new LevelPlace(-1, -1, 0);
        if (day <= Points[0].Day) return new LevelPlace(Points[0].Factor, Points[0].Factor, 0);
        for (var i = 1; i < Points.Length; i++)
        {
            var (from, to) = (Points[i - 1], Points[i]);
            if (day <= to.Day)
                return new LevelPlace(from.Factor, to.Factor, (double)(day - from.Day) / (to.Day - from.Day));
        }

        return new LevelPlace(Points[^1].Factor, Points[^1].Factor, 0);
    }
}

/// <param name="From">The slot of the factor before; -1: the factor is 1.</param>
/// <param name="To">The slot of the factor after; the same one: it is flat there.</param>
/// <param name="Way">The share of the way from the one to the other.</param>
public readonly record struct LevelPlace(int From, int To, double Way)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Factor(ReadOnlySpan<double> once)
    {
        if (From < 0) return 1;
        return From == To ? once[From] : once[From] + (Way * (once[To] - once[From]));
    }
}

/// <param name="Day">Counted from the calendar's first; may lie outside it.</param>
/// <param name="Factor">The slot of the factor.</param>
public readonly record struct LevelPoint(int Day, int Factor);
