using System.Collections.Immutable;

namespace Resupply.Values;

/// <summary>What can be wrong with the parameters of a distribution.</summary>
public static partial class DistributionFunctions
{
    private static readonly ImmutableArray<string>[] Names =
        Array.ConvertAll(Enum.GetValues<Distribution>(), NamesOf);

    /// <summary>The largest mean of a count, and the largest n of a binomial.</summary>
    public const double CountMax = 1e9;

    /// <summary>The largest size of any other number in a distribution.</summary>
    public const double ValueMax = 1e15;

    /// <summary>How many times its mean the sd of a lognormal or gamma may be.</summary>
    public const double SpreadMax = 1e6;

    /// <summary>The largest dispersion of a negative binomial.</summary>
    public const double DispersionMax = 1e6;

    /// <summary>The smallest shape of a Weibull, and one over the largest.</summary>
    public const double ShapeMin = 0.01;

    /// <summary>The parameters' names in the order of SCENARIO.md; none for the two that list their values.</summary>
    public static ImmutableArray<string> ParameterNames(Distribution distribution) => Names[(int)distribution];

    /// <summary>Null, or what is wrong, in a planner's words: "sd is -3; it must not be below 0".</summary>
    public static string? Problem(Distribution distribution, ReadOnlySpan<double> parameters)
    {
        var names = ParameterNames(distribution);
        if (names.Length == 0) return ListProblem(distribution, parameters);
        if (parameters.Length != names.Length)
        {
            return $"needs {names.Length} parameters ({string.Join(", ", names)}); found {parameters.Length}";
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (SizeProblem(names[i], parameters[i]) is { } problem) return problem;
        }

        return distribution switch
        {
            Distribution.Uniform => RangeProblem(parameters[0], parameters[1]),
            Distribution.Triangular or Distribution.Pert =>
                RangeProblem(parameters[0], parameters[2]) ?? ModeProblem(parameters),
            Distribution.Normal => Below(0, "sd", parameters[1]),
            Distribution.Lognormal or Distribution.Gamma => SpreadProblem(parameters[0], parameters[1]),
            Distribution.Weibull => WeibullProblem(parameters[0], parameters[1]),
            Distribution.Exponential => Below(0, "mean", parameters[0]),
            Distribution.Binomial => Below(0, "n", parameters[0]) ?? Above(CountMax, "n", parameters[0])
                ?? Below(0, "p", parameters[1]) ?? Above(1, "p", parameters[1]),
            Distribution.NegativeBinomial => CountProblem(parameters[0])
                ?? Below(0, "dispersion", parameters[1]) ?? Above(DispersionMax, "dispersion", parameters[1]),
            _ => CountProblem(parameters[0]),
        };
    }

    private static ImmutableArray<string> NamesOf(Distribution distribution) => distribution switch
    {
        Distribution.Uniform => ["low", "high"],
        Distribution.Triangular or Distribution.Pert => ["low", "mode", "high"],
        Distribution.Normal or Distribution.Lognormal or Distribution.Gamma => ["mean", "sd"],
        Distribution.Weibull => ["shape", "scale"],
        Distribution.NegativeBinomial => ["mean", "dispersion"],
        Distribution.Binomial => ["n", "p"],
        Distribution.Exponential or Distribution.Poisson or Distribution.Geometric => ["mean"],
        Distribution.Empirical or Distribution.Discrete => [],
        _ => throw new ArgumentOutOfRangeException(nameof(distribution)),
    };

    private static string? SizeProblem(string name, double value)
    {
        if (double.IsNaN(value)) return $"{name} is not a number";
        if (double.IsInfinity(value)) return $"{name} is never; it must be a number or a date that comes";
        return Math.Abs(value) > ValueMax ? $"{name} is {value}; it must be within {ValueMax} of 0" : null;
    }

    private static string? Below(double least, string name, double value) =>
        value < least ? $"{name} is {value}; it must not be below {least}" : null;

    private static string? Above(double most, string name, double value) =>
        value > most ? $"{name} is {value}; it must not be above {most}" : null;

    private static string? RangeProblem(double low, double high) =>
        low > high ? $"low is {low} and high is {high}; low must not be above high" : null;

    private static string? ModeProblem(ReadOnlySpan<double> parameters) =>
        parameters[1] < parameters[0] || parameters[1] > parameters[2]
            ? $"mode is {parameters[1]}; it must lie between low ({parameters[0]}) and high ({parameters[2]})"
            : null;

    private static string? CountProblem(double mean) => Below(0, "mean", mean) ?? Above(CountMax, "mean", mean);

    private static string? SpreadProblem(double mean, double sd)
    {
        if (Below(0, "mean", mean) is { } meanProblem) return meanProblem;
        if (Below(0, "sd", sd) is { } sdProblem) return sdProblem;
        if (mean == 0 && sd > 0) return $"mean is 0 and sd is {sd}; where sd is above 0, mean must be too";
        return sd > SpreadMax * mean ? $"sd is {sd}; it must not be above {SpreadMax} times the mean" : null;
    }

    private static string? WeibullProblem(double shape, double scale) =>
        Below(ShapeMin, "shape", shape) ?? Above(1 / ShapeMin, "shape", shape) ?? Below(0, "scale", scale);

    private static string? ListProblem(Distribution distribution, ReadOnlySpan<double> parameters)
    {
        var stride = distribution == Distribution.Discrete ? 2 : 1;
        if (parameters.Length == 0) return "needs at least one value";
        if (parameters.Length % stride != 0) return "needs a weight for each value";
        var total = 0.0;
        for (var i = 0; i < parameters.Length; i += stride)
        {
            var number = (i / stride) + 1;
            if (ValueProblem(number, parameters[i], mayBeNever: stride == 2) is { } valueProblem) return valueProblem;
            if (stride == 1) continue;
            if (WeightProblem(number, parameters[i + 1]) is { } weightProblem) return weightProblem;
            total += parameters[i + 1];
        }

        return stride == 2 && total == 0 ? "all weights are 0; one of them must be above 0" : null;
    }

    // The name is put together only where it is needed: this also runs in draws, which must not allocate.
    private static string? ValueProblem(int number, double value, bool mayBeNever) =>
        Math.Abs(value) <= ValueMax || (mayBeNever && double.IsPositiveInfinity(value))
            ? null
            : SizeProblem($"value {number}", value);

    private static string? WeightProblem(int number, double weight) => weight is >= 0 and <= ValueMax
        ? null
        : SizeProblem($"weight {number}", weight) ?? Below(0, $"weight {number}", weight);
}
