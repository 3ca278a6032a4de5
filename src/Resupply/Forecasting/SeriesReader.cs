using System.Collections.Immutable;
using System.Globalization;
using Resupply.Language;
using static System.FormattableString;

namespace Resupply.Forecasting;

/// <summary>From the lines of a file to its series.</summary>
internal sealed class SeriesReader(Diagnostics diagnostics)
{
    private const int Fields = 3;

    private readonly ImmutableArray<NeedSeries>.Builder series = ImmutableArray.CreateBuilder<NeedSeries>();
    private readonly List<long> counts = [];
    private string name = "";
    private Period first;
    private Period last;
    private bool isBroken;

    public ImmutableArray<NeedSeries> Read(string text)
    {
        var lines = text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        if (lines[0].Trim() != SeriesFile.Header)
        {
            diagnostics.Error(
                new Span(1, 1, Math.Max(1, lines[0].Length)),
                $"expected the header `{SeriesFile.Header}`",
                "`resupply import` writes such a file from the data as they come");
            return [];
        }

        for (var line = 2; line <= lines.Length && !diagnostics.IsFull; line++)
        {
            if (lines[line - 1].Length > 0) ReadRow(lines[line - 1], line);
        }

        Close();
        if (series.Count == 0 && !diagnostics.HasErrors) diagnostics.Error(new Span(1, 1, 1), "the file holds no rows");
        return series.ToImmutable();
    }

    private void ReadRow(string row, int line)
    {
        var fields = row.Split(',');
        if (fields.Length != Fields)
        {
            diagnostics.Error(
                new Span(line, 1, row.Length),
                Invariant($"expected {Fields} fields, a series, a period and a count; found {fields.Length}"),
                row.Contains('"', StringComparison.Ordinal) ? "names and numbers stand without quotes" : null);
            isBroken = true;
            return;
        }

        var periodAt = new Span(line, fields[0].Length + 2, Math.Max(1, fields[1].Length));
        if (fields[0] != name && !Begins(fields[0], line)) return;
        if (Period.Parse(fields[1]) is not { } period)
        {
            diagnostics.Error(
                periodAt, $"expected a day as 2024-11-08 or a month as 2024-11, found `{fields[1]}`");
            isBroken = true;
            return;
        }

        if (!Follows(period, periodAt)) return;
        counts.Add(CountOf(fields[2], new Span(line, periodAt.Column + fields[1].Length + 1, fields[2].Length)));
    }

    /// <summary>Another name: a new series; false where it cannot be one.</summary>
    private bool Begins(string next, int line)
    {
        var previous = name;
        Close();
        name = next;
        var at = new Span(line, 1, Math.Max(1, next.Length));
        if (!Names.IsName(next))
        {
            diagnostics.Error(
                at,
                $"`{next}` is not a name: lower case, digits and single hyphens, a letter first",
                Names.Suggest(next) is { } better ? $"write {better}" : null);
            isBroken = true;
        }
        else if (string.CompareOrdinal(next, previous) < 0)
        {
            diagnostics.Error(
                at, $"series `{next}` stands after `{previous}`", "sort the rows by series, then by period");
            isBroken = true;
        }
        else if (series.Count == SeriesLimits.SeriesMax)
        {
            diagnostics.Error(at, Invariant($"the file holds more than {SeriesLimits.SeriesMax:#,0} series"));
            isBroken = true;
        }

        return true;
    }

    /// <summary>The period is the next one; false where the row cannot be taken.</summary>
    private bool Follows(Period period, Span at)
    {
        if (counts.Count == 0)
        {
            first = last = period;
            return true;
        }

        var expected = last + 1;
        if (period != expected) Refuse(period, expected, at);
        last = period.Step == first.Step ? period : last;
        return period == expected;
    }

    private void Refuse(Period period, Period expected, Span at)
    {
        isBroken = true;
        if (period.Step != first.Step)
            diagnostics.Error(at, $"`{period}` among periods like `{first}`", "a series has days or months, not both");
        else if (period.Number == last.Number)
            diagnostics.Error(at, $"{period} stands twice in `{name}`");
        else if (period.Number < last.Number)
            diagnostics.Error(at, $"{period} stands after {last}", "sort the rows by series, then by period");
        else
            diagnostics.Error(
                at,
                $"{period} follows {last}: {expected} has no row",
                "write a row with an empty count where it is not known, or 0 where nothing was needed");
    }

    private long CountOf(string text, Span at)
    {
        if (text.Length == 0) return NeedSeries.NotKnown;
        if (counts.Count == SeriesLimits.PeriodsMax)
            diagnostics.Error(at, Invariant($"`{name}` has more than {SeriesLimits.PeriodsMax:#,0} periods"));
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count <= SeriesLimits.CountMax) return count;
        diagnostics.Error(
            at,
            Invariant($"expected a whole number from 0 to {SeriesLimits.CountMax:#,0}, or nothing; found `{text}`"),
            text.StartsWith('-') ? "a return is not a need: let the mapping of `resupply import` say what becomes of it"
                : null);
        isBroken = true;
        return NeedSeries.NotKnown;
    }

    private void Close()
    {
        if (counts.Count > 0 && !isBroken) series.Add(new NeedSeries(name, first.Step, first.Number, [.. counts]));
        counts.Clear();
        isBroken = false;
    }
}
