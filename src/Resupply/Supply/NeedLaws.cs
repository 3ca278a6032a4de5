using Resupply.Values;

namespace Resupply.Supply;

/// <summary>The distributions of a demand's daily need, where they are the same in every replication.</summary>
public static class NeedLaws
{
    /// <summary>
    /// So much room the tables of one demand may take, in weights; beyond it need is drawn from its parts.
    /// </summary>
    private const long WeightsMax = 4_000_000;

    /// <summary>The distribution of each day, equal days sharing one; null where there is none.</summary>
    /// <param name="share">The share of the units that draws on stock, where it is fixed; else 1.</param>
    /// <param name="memory">Those of models made before; null: none.</param>
    public static Pmf[]? ByDay(
        NeedSource source,
        int days,
        Func<int, double?> fixedSlot,
        int slots,
        double share,
        LawMemory? memory = null)
    {
        if (source.VariesByReplication(fixedSlot)) return null;
        var once = new double[slots];
        var factors = source.Level.Points.Select(point => point.Factor).Concat(source.Weekly);
        foreach (var slot in factors.Where(slot => slot >= 0)) once[slot] = fixedSlot(slot) ?? double.NaN;
        var size = source.Size is null ? null : ExpressionPmf.Of(source.Size, []);
        if (source.Size is not null && size is null) return null;

        // What is left of a Poisson or negative binomial count has the same distribution with as small a share of the
        // mean (PmfTests holds `PmfAlgebra.Thin` against it): to thin it took most of the start of a run.
        var (ofMean, ofUnits) = size is null && ParametersOf(source.Count) is not null ? (share, 1.0) : (1.0, share);
        var known = (memory ?? new LawMemory()).Of(source.Count, source.Size, share);
        var factorsSeen = new HashSet<double>();
        var weights = 0L;
        var laws = new Pmf[days];
        for (var day = 0; day < days; day++)
        {
            var factor = source.Factor(day, once);
            if (!known.TryGetValue(factor, out var law))
            {
                if (LawOf(source.Count, factor * ofMean, size) is not { } whole) return null;
                if (weights + whole.Weights.Length > WeightsMax) return null;
                law = (ofUnits < 1 ? PmfAlgebra.Thin(whole, ofUnits) : whole, whole.Weights.Length);
                known[factor] = law;
            }

            if (factorsSeen.Add(factor) && (weights += law.Weights) > WeightsMax) return null;
            laws[day] = law.Law;
        }

        return laws;
    }

    private static Pmf? LawOf(Expression count, double factor, Pmf? size)
    {
        if ((factor != 1 || size is not null) && ParametersOf(count) is { } parameters)
        {
            parameters[0] *= factor;
            var distribution = ((Expression.Draw)count).Distribution;
            return size is null
                ? CountPmf.Of(distribution, parameters)
                : CompoundPmf.Of(distribution, parameters, size);
        }

        var counts = ExpressionPmf.Of(count, []);
        return counts is null || size is null ? counts : CompoundPmf.Of(counts, size);
    }

    /// <summary>Of a Poisson or negative binomial count with constants alone: the mean first; else null.</summary>
    private static double[]? ParametersOf(Expression count) =>
        NeedSource.CountOf(count) is { } draw && draw.Parameters.All(parameter => parameter is Expression.Constant)
            ? [.. draw.Parameters.Select(parameter => ((Expression.Constant)parameter).Value)]
            : null;
}

/// <summary>
/// Laws of needs that were worked out, and what they are drawn from, for models that differ in little: most of their
/// needs are the same.
/// </summary>
public sealed class LawMemory
{
    private readonly Dictionary<(Expression, Expression?, double), Dictionary<double, (Pmf, int)>> laws = [];
    private readonly Dictionary<Pmf, InversionTable> tables = new(ReferenceEqualityComparer.Instance);

    /// <summary>By factor: the law of a need, and how many weights it took before a share of it was drawn.</summary>
    internal Dictionary<double, (Pmf Law, int Weights)> Of(Expression count, Expression? size, double share)
    {
        if (!laws.TryGetValue((count, size, share), out var known)) laws[(count, size, share)] = known = [];
        return known;
    }

    internal InversionTable TableOf(Pmf law)
    {
        if (!tables.TryGetValue(law, out var table)) tables[law] = table = new InversionTable(law);
        return table;
    }
}
