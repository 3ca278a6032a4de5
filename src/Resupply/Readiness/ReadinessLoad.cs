using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>About how much happens in one replication: to refuse, before it is begun, what would take days.</summary>
internal static class ReadinessLoad
{
    /// <summary>It fails, arrives at its place, is repaired, comes back, is fitted.</summary>
    private const int EventsPerFailure = 5;

    private const double SecondInDays = 1 / 86_400.0;

    /// <summary>
    /// Events expected in so many days where spares are never short. What has no mean that is known beforehand counts
    /// as nothing.
    /// </summary>
    /// <param name="unknowns">In the order of their slots.</param>
    public static double Events(ReadinessPlan plan, ImmutableArray<Value> unknowns, int days)
    {
        var means = MeansOf(unknowns);
        var parts = plan.Parts.ToLookup(part => part.Item);
        var removals = plan.Parts.SelectMany(part => part.Removals)
            .Sum(removal => Math.Max(0, Mean(removal.Rate, means) ?? 0));
        return plan.Fleets.Sum(fleet => Events(fleet, parts, means, days))
            + (removals * days * EventsPerFailure)
            + plan.Unserviceable.Sum(units => (Mean(units.Count, means) ?? 0) * EventsPerFailure);
    }

    private static double Events(Fleet fleet, ILookup<string, Part> parts, double[] means, int days)
    {
        var members = (Mean(fleet.Size, means) ?? 0) + fleet.Joins.Sum(joining => Mean(joining.Number, means) ?? 0);
        var operates = fleet.Operates is { } share ? Mean(share, means) ?? 1 : 1;
        var perMember = fleet.Upkeep is null || operates == 0 ? 1.0 : 1 + (2.0 * days);
        foreach (var inspection in fleet.Inspections)
            perMember += 2 * Times(days, Mean(inspection.Every, means), operates, inspection.Work, means);
        foreach (var count in fleet.Parts)
        {
            var fitted = count.Count.Fixed ?? 0;
            perMember += fitted;
            if (parts[count.Item].FirstOrDefault() is not { } part) continue;
            var wears = part.AgesAlways ? 1 : operates;
            perMember += fitted * EventsPerFailure * Times(days, Mean(part.Fails, means), wears, part.Replace, means);
        }

        return Math.Max(0, members) * perMember;
    }

    /// <summary>How often something comes in so many days that is due after so much wear, and takes its work.</summary>
    private static double Times(int days, double? interval, double wears, Work? work, double[] means)
    {
        if (interval is not { } wear || wears == 0) return 0;
        return days / (Math.Max(wear / wears, SecondInDays) + Math.Max(0, Mean(work?.Takes, means) ?? 0));
    }

    /// <summary>Each uses only those that were known before it; what is not known is not a number.</summary>
    private static double[] MeansOf(ImmutableArray<Value> unknowns)
    {
        var means = new double[unknowns.Length];
        Array.Fill(means, double.NaN);
        var known = new HashSet<int>();
        for (var before = -1; before < known.Count;)
        {
            before = known.Count;
            for (var slot = 0; slot < means.Length; slot++)
            {
                if (known.Contains(slot) || Mean(unknowns[slot], means) is not { } mean) continue;
                means[slot] = mean;
                known.Add(slot);
            }
        }

        return means;
    }

    private static double? Mean(Value? value, double[] means)
    {
        if (value is null) return null;
        if (value.Fixed is { } number) return number;
        try
        {
            return value.Expression.Mean(means) is { } mean && double.IsFinite(mean) ? mean : null;
        }
        catch (DrawException)
        {
            return null; // a run says so where it is drawn
        }
    }
}
