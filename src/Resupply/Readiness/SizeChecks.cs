using Resupply.Language;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Readiness;

/// <summary>Whether what is fixed of a plan fits into memory.</summary>
internal static class SizeChecks
{
    public static void Check(PlanIndex index)
    {
        CheckParts(index);
        foreach (var crew in index.Plan.Crews)
        {
            var teams = Fixed(crew.Teams) + crew.Joins.Sum(joining => Fixed(joining.Number));
            if (teams <= ReadinessLimits.TeamsMax) continue;
            index.Diagnostics.Error(
                crew.Teams.At,
                Invariant($"crew `{crew.Name}` has {teams:#,0} teams; at most ") +
                Invariant($"{ReadinessLimits.TeamsMax:#,0} are possible"),
                "leave `crew` out where it is never short");
        }
    }

    private static void CheckParts(PlanIndex index)
    {
        double parts = 0;
        var (largest, at) = (0.0, default(Span));
        void Add(double number, Span where)
        {
            parts += number;
            if (number > largest) (largest, at) = (number, where);
        }

        foreach (var fleet in index.Plan.Fleets)
        {
            var members = Fixed(fleet.Size) + fleet.Joins.Sum(joining => Fixed(joining.Number));
            Add(members * Math.Max(1, fleet.Parts.Sum(part => Fixed(part.Count))), fleet.Size.At);
        }

        foreach (var units in index.Plan.Unserviceable) Add(Fixed(units.Count), units.Count.At);
        if (parts <= ReadinessLimits.PartsMax) return;
        index.Diagnostics.Error(
            at,
            Invariant($"all fleets together have {parts:#,0} parts, with those unserviceable; at most ") +
            Invariant($"{ReadinessLimits.PartsMax:#,0} are possible"),
            "leave out parts that hardly ever fail, or plan for a part of the fleet");
    }

    /// <summary>What is drawn is looked at when it is drawn.</summary>
    private static double Fixed(Value value) => value.Fixed is { } number ? Rounding.Count(number) : 0;
}
