using Resupply.Language;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>How a value comes by its number, in a few words.</summary>
public static class DrawWords
{
    /// <summary>"fixed"; "by drawn-on"; "drawn once: triangular"; "drawn each time: exponential".</summary>
    public static string Of(Value value, DrawnOnce once)
    {
        if (DemandSeries.IsValueOf(value)) return "drawn day by day from its forecast";
        if (value.Fixed is not null) return "fixed";
        var names = string.Join(", ", Named(value.Expression).Distinct());
        if (!value.Expression.IsRandom()) return $"by {names}";
        var isOnce = once.Values.Any(each => each.Path == value.Path);
        return $"drawn {(isOnce ? "once" : "each time")}: {names}";
    }

    /// <summary>Distributions and names under `unknowns`, from the left.</summary>
    private static IEnumerable<string> Named(Expression expression) => expression switch
    {
        Expression.Unknown unknown => [unknown.Name],
        Expression.Draw draw => [Name(draw.Distribution), .. draw.Parameters.SelectMany(Named)],
        Expression.Chance chance => ["chance", .. Named(chance.Probability), .. Named(chance.Of)],
        Expression.Binary binary => [.. Named(binary.Left), .. Named(binary.Right)],
        Expression.Call call => call.Arguments.SelectMany(Named),
        Expression.NotBefore date => Named(date.Of),
        _ => [],
    };

    private static string Name(Distribution distribution) => distribution == Distribution.NegativeBinomial
        ? "negative-binomial"
        : distribution.ToString().ToLowerInvariant();
}
