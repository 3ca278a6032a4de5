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
    public double On(int day, ReadOnlySpan<double> once)
    {
        if (Points.Length == 0) return 1;
        if (day <= Points[0].Day) return once[Points[0].Factor];
        for (var i = 1; i < Points.Length; i++)
        {
            var (from, to) = (Points[i - 1], Points[i]);
            if (day > to.Day) continue;
            var way = (double)(day - from.Day) / (to.Day - from.Day);
            return once[from.Factor] + (way * (once[to.Factor] - once[from.Factor]));
        }

        return once[Points[^1].Factor];
    }
}

/// <param name="Day">Counted from the calendar's first; may lie outside it.</param>
/// <param name="Factor">The slot of the factor.</param>
public readonly record struct LevelPoint(int Day, int Factor);
