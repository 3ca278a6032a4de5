namespace Resupply.Answers;

/// <summary>
/// What an exact method says: a number (a probability, a share, a mean) or, for a date, its four fields. Only these
/// are held against the simulation.
/// </summary>
public sealed record ExactAnswer(double? Number, DateSpread? Date, string Method)
{
    /// <summary>In the long run; the window of the question may still feel the start.</summary>
    public KnownNumber? Stationary { get; init; }

    /// <summary>By a method that takes for granted what does not quite hold.</summary>
    public KnownNumber? Approximate { get; init; }

    /// <summary>What must be said of the approximation; null: nothing.</summary>
    public string? Warning { get; init; }

    internal static ExactAnswer? Of(double? number, string method) =>
        number is { } known ? new ExactAnswer(known, null, method) : null;

    internal static ExactAnswer? LongRun(double? number, string method) =>
        number is { } known ? new ExactAnswer(null, null, "") { Stationary = new KnownNumber(known, method) } : null;
}

/// <summary>A number with who says so: "METRIC (Sherbrooke 1968), an approximation".</summary>
public sealed record KnownNumber(double Value, string Method);
