using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Forecasting;

/// <summary>What `resupply fit` found.</summary>
/// <param name="Scored">How each model did over all series that could be judged.</param>
public sealed record FitReport(
    SeriesFile File,
    FitTerms Terms,
    ImmutableArray<SeriesFit> Series,
    ImmutableArray<FileScore> Scored,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The site of the demand in the block.</summary>
    public required string At { get; init; }

    /// <summary>The item that serves it.</summary>
    public required string ServedBy { get; init; }
}
