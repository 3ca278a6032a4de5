namespace Resupply.Values;

/// <summary>Placeholder: the helper who owns distributions replaces this file.</summary>
public static class DistributionFunctions
{
    /// <summary>The smallest v with F(v) at least u; 0 &lt; u &lt; 1.</summary>
    public static double Quantile(Distribution distribution, ReadOnlySpan<double> parameters, double u) =>
        throw new NotSupportedException($"{distribution} {parameters.Length} {u}");
}
