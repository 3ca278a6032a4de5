using Resupply.Answers;
using Resupply.Simulation;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Sensitivity;

/// <summary>The share of the variance that a value explains, where it is known.</summary>
public class VarianceShareTests
{
    private const int Replications = 20_000;
    private const int Runs = 400;

    private static readonly Lazy<VarianceShare[][]> ManyRuns = new(() =>
        [.. Enumerable.Range(0, Runs).Select(run => Ishigami((ulong)run).Shares(1000))]);

    /// <summary>
    /// Twenty bins of equal width lose so much of what these explain: sin x and sin² x over [−π, π], |4x − 2| over
    /// [0, 1]; the variance within the bins over the variance.
    /// </summary>
    private const double LossOfSine = 0.0082, LossOfSquare = 0.0325, LossOfRoof = 0.01;

    /// <summary>
    /// Ishigami &amp; Homma (1990), a = 7, b = 0.1: S = 0.3139, 0.4424, 0 (Saltelli et al. 2008, section 4.6).
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Ishigamis_function_has_the_known_indices(ulong seed) => AreNear(
        [0.3139 * (1 - LossOfSine), 0.4424 * (1 - LossOfSquare), 0], Ishigami(seed).Shares(Replications));

    /// <summary>
    /// Sobol' (1993): g = Π (|4x − 2| + a) / (1 + a); Var E[Y|x] = 1 / (3 (1 + a)²), Var Y = Π (1 + that) − 1.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Sobols_g_function_has_the_known_indices(ulong seed)
    {
        double[] a = [0, 1, 4.5, 9, 99];
        double[] parts = [.. a.Select(each => 1 / (3 * (1 + each) * (1 + each)))];
        var variance = parts.Aggregate(1.0, (product, part) => product * (1 + part)) - 1;
        var found = new KnownFunction(
            seed,
            [.. a.Select(_ => KnownFunction.Between(0, 1))],
            x => x.Zip(a, (value, each) => (Math.Abs((4 * value) - 2) + each) / (1 + each)).Aggregate((p, q) => p * q));
        AreNear([.. parts.Select(part => part / variance * (1 - LossOfRoof))], found.Shares(Replications));
    }

    [Fact]
    public void The_indices_of_a_sum_add_up_to_one_and_those_of_a_product_do_not()
    {
        var sum = Of(1, x => x[0] + (2 * x[1])).Shares(Replications);
        AreNear([0.2, 0.8], sum, loss: 1 / 400.0);
        Assert.InRange(VarianceShare.Sum(sum).Value, 0.985, 1.005);
        Assert.InRange(sum[1].Above(sum[0]).Value, 0.55, 0.65);

        // (x − ½)(z − ½): each alone says nothing.
        var product = Of(1, x => (x[0] - 0.5) * (x[1] - 0.5)).Shares(Replications);
        AreNear([0, 0], product);
        var together = VarianceShare.Sum(product);
        Assert.InRange(together.Value, -4 * together.Error, 4 * together.Error);
    }

    /// <summary>x = (1 + b) a of y = 1 + b: made linear, (1 + b)(a − ½), of which a alone explains 27/28.</summary>
    [Fact]
    public void Of_a_ratio_of_sums_it_is_that_of_the_ratio_made_linear()
    {
        var ratio = new KnownFunction(
            1,
            [KnownFunction.Between(0, 1), KnownFunction.Between(0, 1)],
            x => (1 + x[1]) * x[0],
            x => 1 + x[1]);
        AreNear([27.0 / 28, 0], ratio.Shares(Replications), loss: 1 / 400.0);
    }

    /// <summary>Variances 0.61 and 0.25, a bin for each number: nothing is lost.</summary>
    [Fact]
    public void A_value_of_few_numbers_has_a_bin_for_each()
    {
        var function = new KnownFunction(
            1, [KnownFunction.OneOf(0.5, 0.3, 0.2), KnownFunction.OneOf(0.5, 0.5)], x => x[0] + x[1]);
        Assert.Equal([3, 2], function.Watched.Select(value => value.Bins));
        AreNear([0.61 / 0.86, 0.25 / 0.86], function.Shares(Replications));
    }

    [Fact]
    public void A_value_that_hardly_ever_changes_is_not_watched() => Assert.Equal(
        ["x2"],
        new KnownFunction(1, [KnownFunction.OneOf(1, 1e-9), KnownFunction.OneOf(1, 1)], x => x[0] + x[1])
            .Watched.Select(value => value.Path));

    [Fact]
    public void What_does_not_vary_has_no_index() =>
        Assert.All(Of(1, _ => 5).Shares(1000), Assert.Null);

    [Fact]
    public void Too_few_replications_have_no_index() =>
        Assert.All(Of(1, x => x[0]).Shares(20), Assert.Null);

    /// <summary>
    /// Twenty bins and 400 replications: chance alone makes 19/399 of the variance, and that is what is taken off.
    /// </summary>
    [Fact]
    public void What_chance_makes_is_taken_off()
    {
        const int runs = 200, replications = 400;
        double[] corrected = new double[runs], raw = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var function = Ishigami((ulong)run);
            var sums = function.Sums(0, replications);
            corrected[run] = function.Shares(sums)[2].Estimate.Value;
            raw[run] = Uncorrected(sums, function.Watched[0].Bins + function.Watched[1].Bins, function.Watched[2].Bins);
        }

        IsNear(0, corrected);
        IsNear(19.0 / 399, raw);
        Assert.True(raw.Average() > 0.04, "uncorrected, an inert value seems to explain something");
    }

    [Theory]
    [InlineData(0, 0.3139 * (1 - LossOfSine))]
    [InlineData(1, 0.4424 * (1 - LossOfSquare))]
    [InlineData(2, 0.0)]
    public void Nineteen_intervals_of_twenty_hold_the_index(int value, double index)
    {
        var covered = ManyRuns.Value.Select(shares => shares[value].Estimate)
            .Count(estimate => estimate.Low <= index && index <= estimate.High);
        Assert.InRange((double)covered / Runs, 0.95 - (4 * Math.Sqrt(0.95 * 0.05 / Runs)), 1);
    }

    /// <summary>
    /// An inert value is to be called clear at 1 % once in a hundred times, although the variance differs by bin.
    /// </summary>
    [Fact]
    public void An_inert_value_is_seldom_called_clear()
    {
        var clear = (double)ManyRuns.Value.Count(shares => shares[2].Chance < 0.01) / Runs;
        Assert.InRange(clear, 0, 0.01 + (4 * Math.Sqrt(0.01 * 0.99 / Runs)));
    }

    [Fact]
    public void Sums_merge_to_the_same_bytes_in_any_order()
    {
        var function = Ishigami(1);
        var whole = Bytes(function.Sums(0, 1000));
        foreach (var order in (int[][])[[0, 1, 2], [2, 1, 0], [1, 2, 0]])
        {
            var merged = function.Sums(0, 0);
            foreach (var block in order) merged.Add(function.Sums(block * 333, block == 2 ? 1000 : (block + 1) * 333));
            Assert.Equal(whole, Bytes(merged));
        }
    }

    [Fact]
    public void Sums_are_of_a_hundred_and_twenty_eight_bits_whatever_their_sign()
    {
        var sums = new BinnedSums(measures: 0, bins: 2, columns: 3);
        var expected = new Int128[3];
        var draws = Draws.Of(1);
        for (var i = 0; i < 1000; i++)
        {
            long[] row = [draws.Whole(-3, 3), draws.OneOf(long.MinValue, long.MaxValue, -1, 0), long.MaxValue];
            sums.Add(1, 5, row, [0, 1, 2]);
            for (var column = 0; column < row.Length; column++) expected[column] += row[column];
        }

        sums.Add(sums);
        Assert.Equal(expected.Select(sum => 2 * sum), [sums.Sum(1, 5, 0), sums.Sum(1, 5, 1), sums.Sum(1, 5, 2)]);
        Assert.Equal(0, sums.Sum(0, 5, 2));
    }

    /// <summary>Rows of some replications wait, and whoever asks meanwhile is told of them too.</summary>
    [Fact]
    public void Rows_that_wait_add_up_to_the_same_as_one_by_one()
    {
        var (waiting, direct) = (new BinnedSums(0, bins: 6, columns: 3), new BinnedSums(0, bins: 6, columns: 3));
        int[][] kept = [[0, 1], [0, 1, 2]];
        var draws = Draws.Of(2);
        for (var i = 0; i < 300; i++)
        {
            long[] row = [1, draws.Whole(-9, 9), long.MaxValue];
            int[] bins = [draws.Whole(-1, 2), draws.Whole(3, 5)];
            waiting.Add(BinnedSums.PartOf(i), row, bins, kept);
            for (var value = 0; value < 2; value++)
            {
                if (bins[value] >= 0) direct.Add(bins[value], BinnedSums.PartOf(i), row, kept[value]);
            }

            if (i % 50 == 7) Assert.Equal(direct.Sum(4, 3, 2), waiting.Sum(4, 3, 2));
        }

        var (one, other) = (new BinnedSums(0, bins: 6, columns: 3), new BinnedSums(0, bins: 6, columns: 3));
        one.Add(waiting);
        other.Add(direct);
        Assert.Equal(Bytes(other), Bytes(one));
    }

    /// <summary>
    /// Whole numbers 0 to 9 and 0 to 29 have the variances 99/12 and 899/12; what is there is their sum.
    /// </summary>
    [Fact]
    public void Two_shipments_share_the_variance_of_the_stock()
    {
        var report = Rehearsal.Report(
            """
            shipments:
              small: { to: base, contents: { a: 0..9 }, arrives: day 2 }
              large: { to: base, contents: { a: 0..29 }, arrives: day 2 }
              other: { to: base, contents: { b: 0..29 }, arrives: day 2 }
            questions:
              there: { on-hand: a, at: base, when: day 3 }
              surely: { on-hand: a, at: base, when: day 3, at-least: 0 }
            """,
            replications: Replications);
        var swings = report.Swings.Where(swing => swing.Question == "there").ToDictionary(swing => swing.Path);
        string[] shipments = ["small", "large"];
        VarianceShare[] found =
            [.. shipments.Select(each => swings.Single(swing => swing.Key.Contains(each, StringComparison.Ordinal)))
                .Select(swing => swing.Value.Index!)];
        AreNear([99.0 / 998, 899.0 / 998], found, loss: 0.004);
        Assert.Equal([true, true], found.Select(each => each.IsClear));
        Assert.Equal(2, swings.Count); // No way leads from the other item to what is asked.
        Assert.All(report.Swings.Where(swing => swing.Question == "surely"), swing => Assert.Null(swing.Index));
    }

    /// <summary>f = sin x + 7 sin² y + 0.1 z⁴ sin x, each over [−π, π].</summary>
    private static KnownFunction Ishigami(ulong seed) => new(
        seed,
        [.. Enumerable.Repeat(KnownFunction.Between(-Math.PI, Math.PI), 3)],
        x => Math.Sin(x[0]) + (7 * Math.Sin(x[1]) * Math.Sin(x[1])) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0])));

    /// <summary>Of two numbers between 0 and 1.</summary>
    private static KnownFunction Of(ulong seed, Func<double[], double> function) =>
        new(seed, [KnownFunction.Between(0, 1), KnownFunction.Between(0, 1)], function);

    /// <summary>The variance between bins over the variance, as it comes.</summary>
    private static double Uncorrected(BinnedSums sums, int firstBin, int bins)
    {
        double Sum(int bin, int column) =>
            Enumerable.Range(0, BinnedSums.Parts).Sum(part => (double)sums.Sum(bin, part, column));
        var groups = Enumerable.Range(firstBin, bins).Select(bin => (Count: Sum(bin, 0), X: Sum(bin, 1))).ToArray();
        var squares = Enumerable.Range(0, BinnedSums.Parts).Sum(part => (double)sums.Total(0, part).XX);
        var (count, mean) = (groups.Sum(each => each.Count), groups.Sum(each => each.X));
        mean /= count;
        return groups.Where(each => each.Count > 0).Sum(each => Math.Pow(each.X - (mean * each.Count), 2) / each.Count)
            / (squares - (count * mean * mean));
    }

    private static byte[] Bytes(BinnedSums sums)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream)) sums.Write(writer);
        return stream.ToArray();
    }

    /// <param name="loss">What bins may lose of each, as a share of it.</param>
    private static void AreNear(double[] known, VarianceShare[] found, double loss = 0) => Assert.All(
        known.Zip(found, (index, share) => (index, share.Estimate)),
        each => Assert.InRange(
            each.Estimate.Value,
            (each.index * (1 - loss)) - (4 * each.Estimate.Error),
            each.index + (4 * each.Estimate.Error)));

    private static void IsNear(double known, double[] found)
    {
        var mean = found.Average();
        var error = Math.Sqrt(found.Sum(each => (each - mean) * (each - mean)) / found.Length / (found.Length - 1));
        Assert.InRange(mean, known - (4 * error), known + (4 * error));
    }
}
