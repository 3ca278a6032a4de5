using Resupply.Forecasting;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>A demand whose need is forecast from a series.</summary>
/// <param name="File">As the scenario names it.</param>
/// <param name="Sha256">Of the file's bytes, lower case.</param>
/// <param name="Until">The last day that is used.</param>
public sealed record SeriesUse(
    string Demand, string Series, string File, string Sha256, Day Until, JudgedForecast Forecast);
