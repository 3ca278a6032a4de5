using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Language;

/// <summary>A distribution as the language has it: its parameters in order, and what each of them measures.</summary>
internal sealed record Signature(string Name, Distribution Distribution, ImmutableArray<Parameter> Parameters)
{
    private static readonly Parameter Mean = new("mean", ParameterKind.Same);
    private static readonly Parameter MeanCount = new("mean", ParameterKind.Number);
    private static readonly Parameter Low = new("low", ParameterKind.SameOrDate);
    private static readonly Parameter Mode = new("mode", ParameterKind.SameOrDate);
    private static readonly Parameter High = new("high", ParameterKind.SameOrDate);

    public static readonly IReadOnlyDictionary<string, Signature> All = new Signature[]
        {
            new("uniform", Distribution.Uniform, [Low, High]),
            new("triangular", Distribution.Triangular, [Low, Mode, High]),
            new("pert", Distribution.Pert, [Low, Mode, High]),
            new("normal", Distribution.Normal,
                [new("mean", ParameterKind.SameOrDate), new("sd", ParameterKind.Spread)]),
            new("lognormal", Distribution.Lognormal, [Mean, new("sd", ParameterKind.Spread)]),
            new("gamma", Distribution.Gamma, [Mean, new("sd", ParameterKind.Spread)]),
            new("exponential", Distribution.Exponential, [Mean]),
            new(
                "weibull",
                Distribution.Weibull,
                [new("shape", ParameterKind.Number), new("scale", ParameterKind.Same)]),
            new("poisson", Distribution.Poisson, [MeanCount]),
            new("negative-binomial", Distribution.NegativeBinomial,
                [MeanCount, new("dispersion", ParameterKind.Number)]),
            new("geometric", Distribution.Geometric, [MeanCount]),
            new("binomial", Distribution.Binomial, [new("n", ParameterKind.Number), new("p", ParameterKind.Number)]),
            new("empirical", Distribution.Empirical, []),
            new("discrete", Distribution.Discrete, []),
        }
        .ToDictionary(signature => signature.Name, StringComparer.Ordinal);

    /// <summary>How it is written: `normal(mean, sd)`.</summary>
    public static string Example(string name) => name switch
    {
        "min" or "max" => $"write {name}(a, b)",
        "round" => "write round(a)",
        "empirical" => "write empirical(4, 9, 14)",
        "discrete" => "write discrete(10=1, 20=3): each value with its weight",
        _ => $"write {name}({string.Join(", ", All[name].Parameters.Select(parameter => parameter.Name))})",
    };

    /// <summary>The function or distribution that a wrong name stands for.</summary>
    public static string? MeantBy(string name) => name.ToLowerInvariant() switch
    {
        "gauss" or "gaussian" or "norm" => "normal",
        "exp" or "expon" => "exponential",
        "negbin" or "nbinom" or "negativebinomial" => "negative-binomial",
        "tri" or "triangle" => "triangular",
        "unif" => "uniform",
        "choice" or "categorical" => "discrete",
        _ => Nearest.To(name, [.. All.Keys.Order(StringComparer.Ordinal), "min", "max", "round"]),
    };
}

internal sealed record Parameter(string Name, ParameterKind Kind);

internal enum ParameterKind
{
    /// <summary>A plain number.</summary>
    Number,

    /// <summary>What the distribution is of, but not a date.</summary>
    Same,

    /// <summary>What the distribution is of, a date too.</summary>
    SameOrDate,

    /// <summary>As the mean; a duration where the mean is a date.</summary>
    Spread,
}
