using Resupply.Values;

namespace Resupply.Tests.Exact;

/// <summary>Panjer 1981, eq. (3), written a second time: g(k) = λ/k · Σ j f(j) g(k−j).</summary>
internal static class Panjer
{
    public static Pmf CompoundPoisson(double rate, Pmf size)
    {
        var law = new List<double> { Math.Exp(-rate) };
        for (var k = 1; k <= rate * size.Mean || law.TakeLast((int)size.Last).Sum() > 1e-19; k++)
        {
            var sum = 0.0;
            for (var j = size.First; j <= Math.Min(k, size.Last); j++)
                sum += j * size.Weights[j - size.First] * law[(int)(k - j)];
            law.Add(rate / k * sum);
        }

        return new Pmf(0, [.. law]);
    }

    /// <summary>On 1, 2, 3, …</summary>
    public static Pmf Geometric(double mean) => new(1, [.. Enumerable.Range(0, (int)(60 * mean))
        .Select(k => Math.Pow(1 - (1 / mean), k) / mean)]);
}
