using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Supply;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Answers;

/// <summary>What a planner asks. Closed: the cases below are all that can be answered.</summary>
/// <param name="Claimed">The claims that others made on it.</param>
public abstract record Question(string Name, Span At, ImmutableArray<string> Claimed)
{
    /// <summary>The probability that a claim gives, where the file says which.</summary>
    public ImmutableArray<GivenProbability> Given { get; init; } = [];

    /// <summary>The stock that it looks at; null where it looks at none.</summary>
    internal StockPlace? Stock => this switch
    {
        OnHand asked => new StockPlace(asked.Site, asked.Item),
        DaysOfSupply asked => new StockPlace(asked.Site, asked.Item),
        Backorders asked => new StockPlace(asked.Site, asked.Item),
        _ => null,
    };

    public sealed record Covered(
        string Name, Span At, ImmutableArray<string> Claimed, ImmutableArray<string> Demands, Day Until)
        : Question(Name, At, Claimed);

    public sealed record Met(
        string Name,
        Span At,
        ImmutableArray<string> Claimed,
        ImmutableArray<string> Demands,
        Day Until,
        double? AtLeast)
        : Question(Name, At, Claimed);

    public sealed record Unmet(
        string Name, Span At, ImmutableArray<string> Claimed, ImmutableArray<string> Demands, Day Until)
        : Question(Name, At, Claimed);

    public sealed record Backlog(string Name, Span At, ImmutableArray<string> Claimed, string Demand, Day When)
        : Question(Name, At, Claimed);

    public sealed record Shortage(string Name, Span At, ImmutableArray<string> Claimed, ImmutableArray<string> Demands)
        : Question(Name, At, Claimed);

    /// <param name="Net">Less what waits.</param>
    public sealed record OnHand(
        string Name,
        Span At,
        ImmutableArray<string> Claimed,
        string Item,
        string Site,
        Day When,
        double? AtLeast,
        bool Net)
        : Question(Name, At, Claimed);

    public sealed record DaysOfSupply(
        string Name, Span At, ImmutableArray<string> Claimed, string Item, string Site, Day When)
        : Question(Name, At, Claimed);

    /// <summary>At the end of one day (then both are the same).</summary>
    /// <param name="IsAverage">Over both days and all the time between, instead.</param>
    public sealed record Backorders(
        string Name,
        Span At,
        ImmutableArray<string> Claimed,
        string Item,
        string Site,
        Day From,
        Day To,
        bool IsAverage)
        : Question(Name, At, Claimed);

    /// <summary>The share of members that can be used, at the end of one day (then both are the same).</summary>
    /// <param name="IsAverage">Over both days and all the time between, instead.</param>
    /// <param name="AtLeast">Asks for the probability of this share.</param>
    public sealed record Available(
        string Name,
        Span At,
        ImmutableArray<string> Claimed,
        string Fleet,
        Day From,
        Day To,
        bool IsAverage,
        double? AtLeast)
        : Question(Name, At, Claimed);

    /// <summary>The share of the teams' working time in use over both days and all between.</summary>
    public sealed record Busy(
        string Name, Span At, ImmutableArray<string> Claimed, string Crew, Day From, Day To)
        : Question(Name, At, Claimed);

    /// <param name="IsShare">At least this share of what was promised; else at least these units.</param>
    public sealed record Arrived(
        string Name, Span At, ImmutableArray<string> Claimed, ImmutableArray<string> Shipments, Day By, double? AtLeast,
        bool IsShare)
        : Question(Name, At, Claimed);

    /// <param name="IsShare">At least this share of what was ordered; else at least these units.</param>
    public sealed record Delivered(
        string Name, Span At, ImmutableArray<string> Claimed, ImmutableArray<string> Orders, Day By, double? AtLeast,
        bool IsShare)
        : Question(Name, At, Claimed);

    /// <summary>What was due and not delivered at a day's end, summed over the days.</summary>
    public sealed record Late(
        string Name, Span At, ImmutableArray<string> Claimed, ImmutableArray<string> Orders, Day Until)
        : Question(Name, At, Claimed);

    /// <param name="IsShare">The share that was drawn; else the money that is left.</param>
    public sealed record Money(
        string Name, Span At, ImmutableArray<string> Claimed, string Authority, Day By, bool IsShare)
        : Question(Name, At, Claimed);

    /// <summary>The option removed what it asks about.</summary>
    public sealed record Removed(string Name, Span At, ImmutableArray<string> Claimed, string Thing)
        : Question(Name, At, Claimed);

    /// <summary>The question in words, to stand behind a number.</summary>
    public string InWords => this switch
    {
        Covered q => $"no need of {Names(q.Demands)} goes unmet until {q.Until}",
        Met { AtLeast: { } share } q =>
            $"at least {Percent(share)} of {Names(q.Demands)} is met on its day until {q.Until}",
        Met q => $"of {Names(q.Demands)} is met on its day until {q.Until}",
        Unmet q => $"units of {Names(q.Demands)} unmet on their day until {q.Until}",
        Backlog q => $"units of {q.Demand} wait at the end of {q.When}",
        Shortage q => $"first day on which a need of {Names(q.Demands)} goes unmet",
        OnHand { AtLeast: { } units } q =>
            Invariant($"at least {units:0.##} {q.Item} are on hand at {q.Site} at the end of {q.When}{Less(q)}"),
        OnHand q => $"{q.Item} on hand at {q.Site} at the end of {q.When}{Less(q)}",
        DaysOfSupply q => $"days of supply of {q.Item} at {q.Site} at the end of {q.When}",
        Backorders { IsAverage: true } q =>
            $"{q.Item} waited for at {q.Site}, average {Over(q.From, q.To)}",
        Backorders q => $"{q.Item} waited for at {q.Site} at the end of {q.To}",
        Available { AtLeast: { } share } q => $"at least {Percent(share)} of the {q.Fleet} can be used {OnDays(q)}",
        Available q => $"of the {q.Fleet} can be used {OnDays(q)}",
        Busy q => $"of the working time of {q.Crew} is in use {Over(q.From, q.To)}",
        Arrived { AtLeast: { } least, IsShare: true } q =>
            $"at least {Percent(least)} of {Names(q.Shipments)} has arrived by {q.By}",
        Arrived { AtLeast: { } least } q =>
            Invariant($"at least {least:0.##} units of {Names(q.Shipments)} have arrived by {q.By}"),
        Arrived q => $"of what {Names(q.Shipments)} promised has arrived by {q.By}",
        Delivered { AtLeast: { } least, IsShare: true } q =>
            $"at least {Percent(least)} of {Names(q.Orders)} is delivered by {q.By}",
        Delivered { AtLeast: { } least } q =>
            Invariant($"at least {least:0.##} units of {Names(q.Orders)} are delivered by {q.By}"),
        Delivered q => $"of {Names(q.Orders)} is delivered by {q.By}",
        Late q => $"unit-days that {Names(q.Orders)} are owed, until {q.Until}",
        Money { IsShare: true } q => $"of {q.Authority} is drawn by {q.By}",
        Money q => $"left of {q.Authority} at the end of {q.By}",
        Removed q => $"{q.Thing} is not part of this option",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The day at whose end all of it is known.</summary>
    /// <param name="to">The calendar's last.</param>
    public Day SettledOn(Day to) => this switch
    {
        Covered q => q.Until,
        Met q => q.Until,
        Unmet q => q.Until,
        Backlog q => q.When,
        OnHand q => q.When,
        DaysOfSupply q => q.When,
        Backorders q => q.To,
        Available q => q.To,
        Busy q => q.To,
        Arrived q => q.By,
        Delivered q => q.By,
        Late q => q.Until,
        Money q => q.By,
        _ => to,
    };

    private static string Percent(double share) => Invariant($"{share * 100:0.###} %");

    private static string Less(OnHand question) => question.Net ? ", less what waits" : "";

    private static string OnDays(Available question) => question.IsAverage
        ? $"on average {Over(question.From, question.To)}"
        : $"at the end of {question.To}";

    private static string Over(Day first, Day last) => first == last ? $"during {first}" : $"from {first} to {last}";

    private static string Names(ImmutableArray<string> names) => names.Length == 1
        ? names[0]
        : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}

/// <summary>What a claim says of a question, as a number.</summary>
public sealed record GivenProbability(string Claim, double Probability);
