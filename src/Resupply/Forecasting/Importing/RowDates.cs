namespace Resupply.Forecasting.Importing;

/// <summary>On which day a row counts.</summary>
internal sealed class RowDates(Mapping mapping, ColumnPlan plan, Gathering gathering)
{
    /// <summary>Its period; null where it has none, with the reason and what was found.</summary>
    public (int? Period, string Reason, string Found) Of(SourceRow row)
    {
        var text = plan.Date >= 0 ? row[plan.Date] : $"{row[plan.Begins].Trim()}..{row[plan.Ends].Trim()}";
        var dates = Dates(row);
        if (dates is not var (begins, ends))
        {
            var isBlank = text.Trim().Length == 0 || text == "..";
            return (null, isBlank ? Reason.DateBlank : Reason.DateUnreadable, text);
        }

        if (mapping.Step == PeriodStep.Day && (begins.IsMonth || ends.IsMonth))
            return (null, Reason.DateUnreadable, text);
        var isReversed = begins.Day > ends.Day;
        if (isReversed && !mapping.Dates.SwapsReversed) return (null, Reason.Reversed, text);
        if (Math.Abs(ends.Day - begins.Day) > mapping.Dates.LongestDays) return (null, Reason.WindowLong, text);
        var (first, last) = isReversed ? (ends.Day, begins.Day) : (begins.Day, ends.Day);
        var day = mapping.Dates.LastDay ? last : first;
        if (day < mapping.From || day > mapping.To) return (null, Reason.OutOfSpan, text);
        var period = mapping.PeriodOf(day);
        Note(row, text, isReversed, first != last, begins.IsPlain && ends.IsPlain, period);
        gathering.Seen.TryAdd(period, row.Line);
        return (period, "", text);
    }

    /// <summary>Its period, without a word about it; null where it has none that is plain.</summary>
    public int? PeriodOf(SourceRow row) => Dates(row) is var (begins, ends)
        ? mapping.PeriodOf(mapping.Dates.LastDay ? ends.Day : begins.Day)
        : null;

    private (ReadDate Begins, ReadDate Ends)? Dates(SourceRow row)
    {
        var forms = mapping.Dates.Forms;
        if (plan.Date >= 0)
            return DateText.Read(row[plan.Date], forms) is { } date
                ? (date, date)
                : DateText.ReadWindow(row[plan.Date], forms);
        return DateText.Read(row[plan.Begins], forms) is { } begins
            && DateText.Read(row[plan.Ends], forms) is { } ends ? (begins, ends) : null;
    }

    private void Note(SourceRow row, string text, bool isReversed, bool isOvernight, bool isPlain, int period)
    {
        var reason = isReversed ? Reason.Reversed : isOvernight ? Reason.Overnight : isPlain ? null : Reason.DateForm;
        if (reason is null) return;
        var made = mapping.Text(period);
        gathering.Note(row.Line, Treatment.Changed, reason, text, made, period: made);
    }
}
