namespace Resupply.Values;

/// <summary>A distribution over whole numbers: `Weights[i]` is the probability of `First + i`.</summary>
/// <remarks>Infinite tails are cut where less than 1e-15 is left; what is cut is not spread over the rest.</remarks>
public sealed record Pmf(long First, double[] Weights)
{
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
}
