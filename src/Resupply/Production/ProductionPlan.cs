using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Production;

/// <summary>Everything a scenario says about production. Valid ever after: the reader has checked it.</summary>
public sealed record ProductionPlan(ImmutableArray<Line> Lines, ImmutableArray<Order> Orders)
{
    public static ProductionPlan Nothing { get; } = new([], []);
}

/// <summary>Whose turn it is when an item is finished.</summary>
public enum Sequence
{
    /// <summary>The oldest agreement first; those that have none after them, the oldest request first.</summary>
    Agreement,

    /// <summary>The earliest due date that is not met yet first.</summary>
    Due,

    /// <summary>The lowest priority first.</summary>
    Priority,

    /// <summary>The order with the least filled fraction first.</summary>
    Share,
}

/// <summary>Something that makes one item, at a rate.</summary>
/// <param name="PerDay">Output a day; null where `per-month` says it.</param>
/// <param name="PerMonth">Output per 30.4375 d.</param>
/// <param name="Level">Factors of the output by day, straight between them, flat outside; in order of day.</param>
public sealed record Line(
    string Name,
    string Item,
    string Site,
    Value? PerDay,
    Value? PerMonth,
    ImmutableArray<DatedFactor> Level,
    Sequence Sequence,
    Span At);

/// <summary>Who is to get how much of a line's output.</summary>
/// <param name="Agreed">From then on it takes part; null where there is no agreement.</param>
/// <param name="Requested">From then on it takes part where there is no agreement.</param>
/// <param name="Due">Cumulative units by date, in order of day.</param>
/// <param name="Firm">An agreement that must not be touched.</param>
/// <param name="Needs">The release it waits for, at the line.</param>
public sealed record Order(
    string Name,
    string Line,
    Value Quantity,
    Value? Agreed,
    Value? Requested,
    ImmutableArray<DueUnits> Due,
    string To,
    string? Via,
    bool Firm,
    Value? Priority,
    string? Needs,
    Span At)
{
    /// <summary>
    /// The day from which it takes part. Null: from the first, or else on whether the agreement comes at all.
    /// </summary>
    public Value? TakesPart
    {
        get
        {
            if (Requested is null || Agreed is null) return Agreed ?? Requested;
            if (Agreed.Expression.Bounds() is { High: < double.PositiveInfinity }) return Agreed;
            return Agreed.Fixed is double.PositiveInfinity ? Requested : null;
        }
    }

    /// <summary>What came before today.</summary>
    public ImmutableArray<ReceivedUnits> Received { get; init; } = [];

    /// <summary>It goes before all others of its line, up to so many units; null: it stands where it stands.</summary>
    public Ahead? MovedAhead { get; init; }

    /// <summary>What leaves the line for it is so many days longer on its way; below 0 shorter, down to none.</summary>
    public int LaterBy { get; init; }
}

/// <summary>So many units came on that day.</summary>
public sealed record ReceivedUnits(Day On, long Units);

/// <summary>So many units in all until that day.</summary>
public sealed record DueUnits(Day By, Value Units);

/// <summary>An order that is moved before all others.</summary>
/// <param name="Units">Only so many of its units; null: all.</param>
/// <param name="From">Only from that day on; null: from the first.</param>
public sealed record Ahead(long? Units, Day? From)
{
    /// <summary>Orders of the line that get the very items that they would get if nobody were moved.</summary>
    public ImmutableArray<string> Keeping { get; init; } = [];
}
