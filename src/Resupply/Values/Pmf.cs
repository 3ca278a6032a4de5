namespace Resupply.Values;

/// <summary>A distribution over whole numbers: `Weights[i]` is the probability of `First + i`.</summary>
/// <remarks>Infinite tails are cut where less than 1e-15 is left; what is cut is not spread over the rest.</remarks>
public sealed record Pmf(long First, double[] Weights)
{
    /// <summary>The most weights a distribution may have: 8 MB. What would need more is not computed.</summary>
    public const int LengthMax = 1 << 20;

    /// <summary>What may be cut off at either end.</summary>
    internal const double TailMax = 5e-16;

    public static Pmf Certainly(long value) => new(value, [1]);

    public long Last => First + Weights.Length - 1;

    public double Mean
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < Weights.Length; i++) sum += Weights[i] * (First + i);
            return sum;
        }
    }

    public double Variance
    {
        get
        {
            var mean = Mean;
            var sum = 0.0;
            for (var i = 0; i < Weights.Length; i++)
            {
                var distance = First + i - mean;
                sum += Weights[i] * distance * distance;
            }

            return sum;
        }
    }

    /// <summary>The sum of the weights: 1 but for what was cut, less for a part of a distribution.</summary>
    public double Total
    {
        get
        {
            var sum = 0.0;
            foreach (var weight in Weights) sum += weight;
            return sum;
        }
    }

    /// <summary>The weight of this value, 0 outside.</summary>
    public double At(long value) => value < First || value > Last ? 0 : Weights[value - First];

    /// <summary>The weight of all values up to and including this one.</summary>
    public double Cdf(long value)
    {
        var sum = 0.0;
        for (var i = 0; i < Weights.Length && First + i <= value; i++) sum += Weights[i];
        return sum;
    }

    public Pmf ShiftedBy(long distance) => this with { First = First + distance };

    /// <summary>Everything below `least` counts as `least`.</summary>
    public Pmf FlooredAt(long least)
    {
        if (First >= least) return this;
        if (Last <= least) return new Pmf(least, [Total]);
        var weights = Weights[(int)(least - First)..];
        weights[0] = Cdf(least);
        return new Pmf(least, weights);
    }

    /// <summary>Without the ends of which next to nothing is left.</summary>
    public Pmf Trimmed()
    {
        var from = 0;
        for (var sum = Weights[0]; sum < TailMax && from < Weights.Length - 1; sum += Weights[from]) from++;
        var to = Weights.Length;
        for (var sum = Weights[to - 1]; sum < TailMax && to > from + 1; sum += Weights[to - 1]) to--;
        return from == 0 && to == Weights.Length ? this : new Pmf(First + from, Weights[from..to]);
    }
}
