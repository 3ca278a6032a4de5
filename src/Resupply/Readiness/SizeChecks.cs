using Resupply.Language;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Readiness;

/// <summary>Whether a plan fits into memory.</summary>
internal static class SizeChecks
{
    public static void Check(PlanIndex index)
    {
        CheckParts(index);
        foreach (var crew in index.Plan.Crews)
        {
            var teams = Expected(crew.Teams) + crew.Joins.Sum(joining => Expected(joining.Number));
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
            var members = Expected(fleet.Size) + fleet.Joins.Sum(joining => Expected(joining.Number));
            Add(members * Math.Max(1, fleet.Parts.Sum(part => Expected(part.Count))), fleet.Size.At);
        }

        foreach (var units in index.Plan.Unserviceable) Add(Expected(units.Count), units.Count.At);
        if (parts <= ReadinessLimits.PartsMax) return;
        index.Diagnostics.Error(
            at,
            Invariant($"all fleets together have {parts:#,0} parts, with those unserviceable; at most ") +
            Invariant($"{ReadinessLimits.PartsMax:#,0} are possible"),
            "leave out parts that hardly ever fail, or plan for a part of the fleet");
    }

    /// <summary>On average where it is drawn; what rests on unknowns is looked at when it is drawn.</summary>
    private static double Expected(Value value)
    {
        if (value.Fixed is { } number) return Rounding.Count(number);
        if (!value.Expression.UnknownsUsed().IsEmpty) return 0;
        try
        {
            return value.Expression.Mean([]) is { } mean && double.IsFinite(mean) ? Math.Max(0, mean) : 0;
        }
        catch (DrawException)
        {
            return 0; // a run says so where it is drawn
        }
    }
}
