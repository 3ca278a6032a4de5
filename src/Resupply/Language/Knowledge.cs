using Resupply.Values;

namespace Resupply.Language;

/// <summary>
/// How far what is known reaches: up to a day, and of what became known on that day down to a place of the file. What
/// becomes known on one day does so in the order of the file.
/// </summary>
public readonly record struct Knowledge(Day Day, int Line, int Column)
{
    /// <summary>All that became known up to and including this day.</summary>
    public static implicit operator Knowledge(Day day) => new(day, int.MaxValue, int.MaxValue);

    /// <summary>The day has begun, and nothing has become known on it.</summary>
    public static Knowledge AtStartOf(Day day) => new(day, 0, 0);

    /// <summary>Of what became known on the day, all down to this place of the file.</summary>
    public static Knowledge DownTo(Day day, Span place) => new(day, place.Line, place.Column);

    /// <summary>Whether something that stands at this place and became known on that day is known.</summary>
    public bool Has(Day on, Span at) =>
        on < Day || (on == Day && (at.Line, at.Column).CompareTo((Line, Column)) <= 0);
}

public enum NewsKind
{
    /// <summary>A version of a value.</summary>
    Version,

    /// <summary>What was counted, came or was used.</summary>
    Fact,

    /// <summary>Something was said.</summary>
    Claim,

    /// <summary>It was taken back.</summary>
    Withdrawal,
}

/// <summary>Something that the file says has been known from a day on.</summary>
/// <param name="Path">The value's: `shipments.november.quantity`; of a claim, `claims.november`.</param>
/// <param name="On">
/// The first day on which it counts. A fact is of the end of its day, and so counts from the next day on.
/// </param>
/// <param name="At">Where it stands; no two of one day stand at the same place.</param>
public sealed record News(NewsKind Kind, string Path, Day On, Span At);
