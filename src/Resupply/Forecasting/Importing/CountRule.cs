namespace Resupply.Forecasting.Importing;

/// <summary>What a count comes to under the mapping's rules.</summary>
/// <param name="IsLeftOut">The row is as if it were not there.</param>
/// <param name="Reason">Null where the count is plain.</param>
internal readonly record struct RuledCount(long Units, Certainty Certainty, bool IsLeftOut, string? Reason)
{
    /// <summary>In words, for the ledger.</summary>
    public string Made => IsLeftOut ? "left out"
        : Certainty == Certainty.Unknown ? "not known"
        : Units.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static RuledCount Of(ReadCount count, CountRules rules) => count.Kind switch
    {
        CountKind.Plain => Taken(count.Low, null),
        CountKind.Grouped => Taken(count.Low, Importing.Reason.CountGrouped),
        CountKind.InWords => Taken(count.Low, Importing.Reason.CountInWords),
        CountKind.Blank => Under(rules.Blank, count, Importing.Reason.CountBlank),
        CountKind.About => Under(rules.About, count, Importing.Reason.CountAbout),
        CountKind.AtLeast => Under(rules.AtLeast, count, Importing.Reason.CountAtLeast),
        CountKind.Range => Under(rules.Range, count, Importing.Reason.CountRange),
        _ => Under(rules.Unreadable, count, Importing.Reason.CountUnreadable),
    };

    private static RuledCount Taken(long units, string? reason) => new(units, Certainty.Known, false, reason);

    private static RuledCount Under(Doubt rule, ReadCount count, string reason) => rule switch
    {
        Doubt.Unknown => new RuledCount(0, Certainty.Unknown, false, reason),
        Doubt.LeaveOut => new RuledCount(0, Certainty.Withheld, true, reason),
        Doubt.Zero => Taken(0, reason),
        Doubt.Highest => Taken(count.High, reason),
        _ => Taken(count.Low, reason),
    };
}
