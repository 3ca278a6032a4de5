using System.Collections.Immutable;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>
/// How much of an answer's variance one value explains by itself: the first-order sensitivity index Var(E[Y|X]) /
/// Var(Y)
/// (Sobol' 1993), estimated from the run's own draws by bins of the value (Plischke, Borgonovo &amp; Smith 2013,
/// section 4; Li &amp; Mahadevan 2016).
/// </summary>
/// <remarks>
/// Bins that differ by chance alone seem to explain something; that much is taken off, as epsilon-squared does it in
/// the
/// analysis of variance (Kelley 1935): an estimate for a value that explains nothing is around 0, and may be below. Of
/// an
/// answer that is a ratio of sums, Y is the ratio made linear, x − ratio × y (Cochran 1977, section 6.3). The error is
/// the jackknife's that leaves out one part of the replications at a time (Tukey 1958; Wolter 2007, section 4.2).
/// </remarks>
/// <param name="Estimate">The index; its bounds are Student's, with one degree of freedom less than parts.</param>
/// <param name="LeftOut">The index without each part, for the error of sums and differences of indices.</param>
/// <param name="Chance">
/// How often a value that explains nothing would seem to explain as much: by Fisher's F test of the bins, or by
/// Student's of the jackknifed index, whichever says more often. The first takes the variance to be the same in all
/// bins,
/// the second the index to be about normal, which it is not where the answer varies in a handful of replications.
/// </param>
/// <param name="IsApart">Nothing else that is drawn once has a part in the value.</param>
public sealed record VarianceShare(Estimate Estimate, ImmutableArray<double> LeftOut, double Chance, bool IsApart)
{
    /// <summary>Chance alone is not likely to have made it, at 5 % over all values and measures of the run.</summary>
    public bool IsClear { get; init; }

    private const int Parts = BinnedSums.Parts;
    private const double StudentQuantile = 2.131449545559323; // At 0.975, with 15 degrees of freedom.

    /// <summary>
    /// The index of a value for a measure; null where the measure does not vary, or the replications are too few.
    /// </summary>
    /// <param name="firstBin">The value's first bin among all values' bins.</param>
    /// <param name="whole">The column of what x is of.</param>
    public static VarianceShare? Of(
        BinnedSums sums, int measure, int whole, int firstBin, int bins, bool isApart = true)
    {
        Moments all = default;
        for (var part = 0; part < Parts; part++) all.Add(sums.Total(measure, part));
        var cells = CellsOf(sums, MeasureColumns.Of(measure), whole, firstBin, bins);
        if (ShareOf(all, cells, without: -1) is not { } share) return null;
        var leftOut = new double[Parts];
        for (var part = 0; part < Parts; part++)
        {
            Moments others = default;
            for (var other = 0; other < Parts; other++)
            {
                if (other != part) others.Add(sums.Total(measure, other));
            }

            if (ShareOf(others, cells, without: part) is not { } without) return null;
            leftOut[part] = without.Index;
        }

        var estimate = Jackknifed(share.Index, leftOut);
        return new VarianceShare(estimate, [.. leftOut], Math.Max(FisherTail(share), StudentTail(estimate)), isApart);
    }

    /// <summary>What several values explain, each by itself, together: indices of the same measure.</summary>
    public static Estimate Sum(IReadOnlyList<VarianceShare> shares) => Jackknifed(
        shares.Sum(share => share.Estimate.Value),
        [.. Enumerable.Range(0, Parts).Select(part => shares.Sum(share => share.LeftOut[part]))]);

    /// <summary>How much more this explains than the other, of the same measure.</summary>
    public Estimate Above(VarianceShare other) => Jackknifed(
        Estimate.Value - other.Estimate.Value, [.. LeftOut.Zip(other.LeftOut, (mine, its) => mine - its)]);

    private static Estimate Jackknifed(double value, double[] leftOut)
    {
        var mean = leftOut.Average();
        var error = Math.Sqrt(leftOut.Sum(index => (index - mean) * (index - mean)) * (Parts - 1) / Parts);
        return new Estimate(value, value - (StudentQuantile * error), value + (StudentQuantile * error), error);
    }

    private static double FisherTail(in Division share) => DeterministicMath.IncompleteBeta(
        share.Free / 2, (share.Groups - 1) / 2, share.Unexplained, 1 - share.Unexplained).Lower;

    private static double StudentTail(Estimate index)
    {
        const double free = Parts - 1;
        if (index.Value <= 0) return 1;
        var squared = index.Value / index.Error * (index.Value / index.Error);
        var (x, complement) = double.IsFinite(squared) ? (free / (free + squared), squared / (free + squared)) : (0, 1);
        return DeterministicMath.IncompleteBeta(free / 2, 0.5, x, complement).Lower / 2;
    }

    /// <summary>By bin and part, and after the parts all of them together.</summary>
    private static Cell[,] CellsOf(BinnedSums sums, int column, int whole, int firstBin, int bins)
    {
        var cells = new Cell[bins, Parts + 1];
        for (var bin = 0; bin < bins; bin++)
        {
            for (var part = 0; part < Parts; part++)
            {
                cells[bin, part] = new Cell(
                    sums.Sum(firstBin + bin, part, 0),
                    sums.Sum(firstBin + bin, part, column),
                    sums.Sum(firstBin + bin, part, whole));
                cells[bin, Parts] += cells[bin, part];
            }
        }

        return cells;
    }

    /// <param name="total">The measure over all replications but those of the part left out.</param>
    private static Division? ShareOf(in Moments total, Cell[,] cells, int without)
    {
        var (ratio, all) = (total.Ratio, total.RatioResidual);
        var (between, groups) = (0.0, 0);
        for (var bin = 0; bin < cells.GetLength(0); bin++)
        {
            var sum = without < 0 ? cells[bin, Parts] : cells[bin, Parts] - cells[bin, without];
            if (sum.Count == 0) continue;
            var residual = (double)sum.X - (ratio * (double)sum.Y);
            between += residual * residual / (double)sum.Count;
            groups++;
        }

        var free = total.Count - groups;
        if (!(all > 0) || groups < 2 || free < groups) return null;
        var within = Math.Max(0, all - between);
        var index = (between - ((groups - 1) * within / free)) / all;
        return new Division(index, Math.Min(1, within / all), groups, free);
    }

    /// <summary>A measure's variance between the groups of a value and within them.</summary>
    /// <param name="Unexplained">The share within.</param>
    /// <param name="Free">Degrees of freedom within.</param>
    private readonly record struct Division(double Index, double Unexplained, double Groups, double Free);

    /// <summary>Replications whose value is in a bin, and the sums of their measure.</summary>
    private readonly record struct Cell(Int128 Count, Int128 X, Int128 Y)
    {
        public static Cell operator +(Cell a, Cell b) => new(a.Count + b.Count, a.X + b.X, a.Y + b.Y);

        public static Cell operator -(Cell a, Cell b) => new(a.Count - b.Count, a.X - b.X, a.Y - b.Y);
    }
}
