using Resupply.Values;

namespace Resupply.Supply;

/// <summary>
/// Draws of a Poisson or negative binomial count whose mean is known only in the replication: by inversion, its
/// distribution function added up from 0, once for all days and only as far as their random numbers ask.
/// </summary>
/// <remarks>
/// Measured on examples/winter-2024, where two needs have a share that is drawn: 10,000 instructions for 344 days,
/// random numbers included, where the draw of each day's share alone, after that of the whole count, took 27,000.
/// </remarks>
public sealed class CountDraws
{
    /// <summary>Beyond so many values, a number is searched for by itself.</summary>
    private const int EndsMax = 64;

    /// <summary>Of a greater mean most draws are beyond.</summary>
    private const double MeanMax = 40;

    private readonly long[] ends = new long[EndsMax];
    private int known;
    private double mean;
    private double dispersion;

    /// <summary>From the weight of k to that of k + 1, but for the factor (1 + k * dispersion) / (k + 1).</summary>
    private double ratio;

    private double weight;
    private double sum;

    /// <summary>Takes the parameters; variance = mean + dispersion * mean^2, where 0 is the Poisson.</summary>
    public void Begin(double meanDrawn, double dispersionDrawn)
    {
        (mean, dispersion, known) = (meanDrawn, dispersionDrawn, 0);
        var excess = dispersion * mean;
        if (excess < DistributionFunctions.DispersionMin) (dispersion, excess) = (0, 0);
        ratio = mean / (1 + excess);
        weight = DeterministicMath.Exp(dispersion == 0 ? -mean : -DeterministicMath.Log1p(excess) / dispersion);
        sum = weight;
    }

    /// <summary>The count for each of these random numbers.</summary>
    /// <exception cref="DrawException">A count is more than a day may need.</exception>
    public void Draw(ReadOnlySpan<ulong> numbers, Span<int> counts)
    {
        if (mean <= MeanMax)
        {
            Reach(Ends.Greatest(numbers));
            Ends.Reached(ends.AsSpan(0, known), numbers, counts);
            if (known < EndsMax) return;
        }
        else
        {
            counts.Fill(EndsMax);
        }

        for (var day = 0; counts[day..].IndexOf(EndsMax) is >= 0 and var next; day++)
        {
            day += next;
            counts[day] = (int)NeedSource.Checked((long)Beyond(RandomStream.Uniform(numbers[day])));
        }
    }

    private double Beyond(double u) => dispersion == 0
        ? DistributionFunctions.Quantile(Distribution.Poisson, [mean], u)
        : DistributionFunctions.Quantile(Distribution.NegativeBinomial, [mean, dispersion], u);

    /// <summary>Adds up until the greatest of the numbers has its count.</summary>
    private void Reach(ulong greatest)
    {
        while (known < EndsMax && sum < 1 && (known == 0 || ends[known - 1] <= Ends.Of(greatest)))
        {
            ends[known] = Ends.Of((ulong)(sum * Ends.Range));
            weight *= ratio * (1 + (known * dispersion)) / (known + 1);
            sum += weight;
            known++;
        }
    }
}
