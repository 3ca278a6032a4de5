using System.Collections.Immutable;

namespace Resupply.Forecasting;

/// <summary>Values that were seen, each with a weight; drawn by inversion.</summary>
public sealed class CountLaw
{
    private readonly double[] cumulative;

    private CountLaw(ImmutableArray<long> values, double[] weights)
    {
        (Values, cumulative) = (values, new double[weights.Length]);
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) cumulative[i] = sum += weights[i];
        for (var i = 0; i < weights.Length; i++) cumulative[i] /= sum;
    }

    /// <summary>The different values, from the lowest.</summary>
    public ImmutableArray<long> Values { get; }

    public double Mean
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < Values.Length; i++) sum += WeightAt(i) * Values[i];
            return sum;
        }
    }

    public double Variance
    {
        get
        {
            var (mean, sum) = (Mean, 0.0);
            for (var i = 0; i < Values.Length; i++) sum += WeightAt(i) * (Values[i] - mean) * (Values[i] - mean);
            return sum;
        }
    }

    /// <summary>The probability of the value at an index.</summary>
    public double WeightAt(int index) => cumulative[index] - (index == 0 ? 0 : cumulative[index - 1]);

    /// <summary>Each value as likely as it is heavy; zero alone where there is none.</summary>
    public static CountLaw Of(ReadOnlySpan<long> values, Func<int, double> weightOf)
    {
        var weights = new SortedDictionary<long, double>();
        for (var i = 0; i < values.Length; i++)
            weights[values[i]] = weights.GetValueOrDefault(values[i]) + weightOf(i);
        if (weights.Count == 0) weights[0] = 1;
        return new CountLaw([.. weights.Keys], [.. weights.Values]);
    }

    public static CountLaw Of(ReadOnlySpan<long> values) => Of(values, _ => 1);

    public long Draw(double uniform)
    {
        var index = Array.BinarySearch(cumulative, uniform);
        if (index < 0) index = ~index;
        return Values[Math.Min(index, Values.Length - 1)];
    }
}
