using System.Collections.Immutable;

namespace Resupply.Forecasting;

/// <summary>A demand as the language has it: what is drawn once, and what the demand says.</summary>
/// <param name="Unknowns">Names (to which the demand's name is put in front) and their values.</param>
/// <param name="Keys">Of the demand: `per-day`, `weekly`, `level`, `arrivals`, `size`, with their values.</param>
/// <param name="Lost">What of the model the language cannot say; empty where it says all.</param>
public sealed record NeedBlock(
    ImmutableArray<(string Name, string Value)> Unknowns, ImmutableArray<(string Key, string Value)> Keys, string Lost)
{
    /// <summary>Stands in `Keys` for the name of the demand, in front of a name of `Unknowns`.</summary>
    public const string Prefix = "@";
}
