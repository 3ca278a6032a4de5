using Resupply.Values;

namespace Resupply.Forecasting.Models;

/// <summary>A linear pool: with its weight, one of several forecasts has its say for the whole course.</summary>
/// <remarks>Stone, "The opinion pool", Annals of Mathematical Statistics 32 (1961).</remarks>
internal sealed class PoolForecast(IReadOnlyList<Forecast?> members, double[] weights) : Forecast
{
    /// <summary>Which member has its say for this course.</summary>
    public static int MemberOf(RandomStream random, double[] weights)
    {
        var left = random.Uniform(0);
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left <= 0 && weights[i] > 0) return i;
        }

        return Array.FindLastIndex(weights, weight => weight > 0);
    }

    public override void Sample(RandomStream random, Span<long> path) =>
        members[MemberOf(random, weights)]!.Sample(random.At(0), path);

    /// <summary>The language has no pool: see <see cref="WrittenForecast"/>.</summary>
    public override NeedBlock? Block(int horizon) => null;
}
