using System.Collections.Immutable;

namespace Resupply.Forecasting;

/// <summary>What `resupply fit` is asked; what is null is as <see cref="FitTerms.Of"/> has it.</summary>
public sealed record FitRequest
{
    public required string Path { get; init; }

    /// <summary>The series to fit; none: all of the file.</summary>
    public ImmutableArray<string> Series { get; init; } = [];

    /// <summary>The last period that is used.</summary>
    public Period? Until { get; init; }

    public ImmutableArray<int>? Horizons { get; init; }

    /// <summary>Periods between two origins.</summary>
    public int? Every { get; init; }

    public int? HistoryMin { get; init; }

    public int? Courses { get; init; }

    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The site of the demand in the block.</summary>
    public string At { get; init; } = "site";

    /// <summary>The item that serves it.</summary>
    public string ServedBy { get; init; } = "item";
}
