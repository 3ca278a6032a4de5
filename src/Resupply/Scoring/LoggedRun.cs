using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Scoring;

/// <summary>One line of a log: what was answered when, of which scenario.</summary>
/// <param name="Line">Of the log, counted from 1.</param>
/// <param name="Answered">The day on which it was answered (UTC).</param>
/// <param name="IsDatedByHand">The day was stated, not read off the clock.</param>
/// <param name="Scenario">Its file, as a path from the log's folder.</param>
/// <param name="KnownOn">As known on which day; null: then.</param>
public sealed record LoggedRun(
    int Line,
    Day Answered,
    bool IsDatedByHand,
    string Scenario,
    string Title,
    string World,
    string Option,
    Day? KnownOn,
    long Replications,
    ImmutableArray<LoggedAnswer> Answers)
{
    /// <summary>It was asked what would have been said on an earlier day: nobody said so then.</summary>
    public bool IsReplay => KnownOn is { } known && known < Answered;

    /// <summary>The scenario as people call it: its folder, or its file where that has a name of its own.</summary>
    public string ShortName
    {
        get
        {
            var parts = Scenario.Split('/');
            var isPlain = parts[^1] == Language.ScenarioFile.Name && parts.Length > 1 && parts[^2] is not (".." or ".");
            return isPlain ? parts[^2] : Path.GetFileNameWithoutExtension(parts[^1]);
        }
    }
}

/// <summary>One answer, as it was given.</summary>
/// <param name="Asks">The question in words: the same name may ask something else later.</param>
/// <param name="Settled">The day at whose end it is known what came.</param>
public sealed record LoggedAnswer(
    string Name, string Asks, Day Settled, Forecast Forecast, ImmutableArray<LoggedClaim> Claims);

/// <summary>What somebody else said on the same question.</summary>
/// <param name="Says">The probability that it gives; null where it gives none, or was taken back.</param>
public sealed record LoggedClaim(string Claim, string Source, double? Says);

/// <summary>What an answer says will come. Closed: the cases below are all.</summary>
public abstract record Forecast
{
    private Forecast()
    {
    }

    /// <summary>The word of the JSON answer for it.</summary>
    public abstract string Kind { get; }

    /// <param name="IsExact">No simulation stands behind it.</param>
    public sealed record Probability(double Value, bool IsExact) : Forecast
    {
        public override string Kind => "probability";
    }

    /// <param name="Mean">Between 0 and 1.</param>
    public sealed record Share(double Mean) : Forecast
    {
        public override string Kind => "share";
    }

    public sealed record Quantity(double? Mean, Quantiles<double>? Quantiles, string Unit) : Forecast
    {
        public override string Kind => "quantity";
    }

    /// <param name="Quantiles">Null: it does not come within the calendar.</param>
    /// <param name="Never">The probability that it does not.</param>
    public sealed record Date(Quantiles<Day?> Quantiles, double Never, bool IsExact) : Forecast
    {
        public override string Kind => "date";
    }

    public sealed record NotApplicable : Forecast
    {
        public override string Kind => "not-applicable";
    }
}

public readonly record struct Quantiles<T>(T P10, T P50, T P90);
