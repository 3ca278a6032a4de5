using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Language;

/// <summary>What is wrong with the parameters of a distribution, as far as they are known before a run.</summary>
internal static class ParameterDomain
{
    /// <summary>The first parameter outside its domain and why, in the planner's own figures.</summary>
    /// <param name="known">The parameters in base units; null where one is drawn or unknown.</param>
    /// <param name="texts">The parameters as written.</param>
    public static (int Parameter, string Problem)? Problem(
        Distribution distribution, double?[] known, ImmutableArray<string> texts)
    {
        var parameters = new double[known.Length];
        for (var i = 0; i < parameters.Length; i++) parameters[i] = known[i] ?? Harmless(distribution, i, known);
        if (DistributionFunctions.Problem(distribution, parameters) is not { } problem) return null;

        var at = 0;
        for (var i = 0; i < known.Length; i++)
        {
            if (!problem.StartsWith(NameOf(distribution, i) + " is ", StringComparison.Ordinal)) continue;
            at = i;
            problem = InWritten(problem, NameOf(distribution, i), texts[i], parameters);
            break;
        }

        return (at, problem);
    }

    /// <summary>A stand-in for what is not known yet, that is in its domain whatever the others are.</summary>
    private static double Harmless(Distribution distribution, int parameter, double?[] known)
    {
        var other = Array.Find(known, value => value is not null) ?? 1;
        return distribution switch
        {
            Distribution.Uniform or Distribution.Triangular or Distribution.Pert or Distribution.Empirical => other,
            Distribution.Normal or Distribution.Lognormal or Distribution.Gamma => Math.Abs(other),
            Distribution.Binomial when parameter == 1 => 0.5,
            _ => 1,
        };
    }

    private static string NameOf(Distribution distribution, int parameter) => distribution switch
    {
        Distribution.Empirical => $"value {parameter + 1}",
        Distribution.Discrete => $"{(parameter % 2 == 0 ? "value" : "weight")} {(parameter / 2) + 1}",
        _ => DistributionFunctions.ParameterNames(distribution)[parameter],
    };

    /// <summary>"sd is -0.125; …", in days, becomes "sd is -3 h; …".</summary>
    private static string InWritten(string problem, string name, string text, double[] parameters)
    {
        var semicolon = problem.IndexOf("; ", StringComparison.Ordinal);
        if (semicolon < 0) return problem;
        var rule = problem[semicolon..];
        foreach (var parameter in parameters) rule = rule.Replace($" ({parameter})", "", StringComparison.Ordinal);
        return $"{name} is {text}{rule}";
    }
}
