using System.Collections.Immutable;

namespace Resupply.Forecasting;

/// <summary>How forecasts are tried on the past.</summary>
public sealed record FitTerms
{
    /// <summary>Periods ahead, ascending; the last one decides which model is chosen.</summary>
    public required ImmutableArray<int> Horizons { get; init; }

    /// <summary>Periods between two origins.</summary>
    public required int Every { get; init; }

    /// <summary>Periods that must lie before the first origin.</summary>
    public required int HistoryMin { get; init; }

    /// <summary>The quantiles whose pinball loss is told.</summary>
    public ImmutableArray<double> Quantiles { get; init; } = [0.5, 0.75, 0.9, 0.95, 0.99];

    /// <summary>Courses drawn from each forecast.</summary>
    public required int Courses { get; init; }

    /// <summary>Only sums are scored, and not the pool as the language can say it: enough to choose a model.</summary>
    public bool SumsAlone { get; init; }

    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; } = Environment.ProcessorCount;

    public int Longest => Horizons[^1];

    /// <summary>What is taken where nothing is said: nine months of days, two years of months.</summary>
    public static FitTerms Of(PeriodStep step) => step == PeriodStep.Day
        ? new FitTerms { Horizons = [7, 28, 53], Every = 7, HistoryMin = 274, Courses = 400 }
        : new FitTerms { Horizons = [1, 3, 6], Every = 3, HistoryMin = 24, Courses = 200 };
}
