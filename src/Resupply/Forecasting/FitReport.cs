using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Forecasting;

/// <summary>What `resupply fit` found.</summary>
/// <param name="Scored">How each model did over all series that could be judged.</param>
public sealed record FitReport(
    string Version,
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

/// <summary>One model over all series, at the longest horizon, each series counting alike.</summary>
/// <param name="ScaledCrps">The mean CRPS, in mean changes from one period to the next.</param>
/// <param name="ScaledPinball">The same of the pinball loss, by quantile.</param>
/// <param name="Rmsse">The mean over series.</param>
/// <param name="ScaledBias">Forecast less what came, in the same unit.</param>
/// <param name="BestIn">In how many series it has the least CRPS.</param>
public sealed record FileScore(
    string Name,
    bool IsNaive,
    double ScaledCrps,
    ImmutableArray<double> ScaledPinball,
    double Mase,
    double Rmsse,
    double ScaledBias,
    int BestIn);
