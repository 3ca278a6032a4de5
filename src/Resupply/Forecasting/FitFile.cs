using System.Collections.Immutable;
using Resupply.Language;
using static System.FormattableString;

namespace Resupply.Forecasting;

/// <summary>From a file of series to what was found for each of those that were asked for.</summary>
public static class FitFile
{
    /// <summary>Numbers drawn in one call: half an hour.</summary>
    private const double DrawsMax = 2e10;

    /// <returns>No report where a diagnostic says why not.</returns>
    public static (FitReport? Report, ImmutableArray<Diagnostic> Diagnostics) Find(
        FitRequest request,
        Action<long, long>? progress = null,
        CancellationToken cancellation = default)
    {
        var (file, diagnostics) = SeriesFile.Read(request.Path);
        if (file is null) return (null, diagnostics);
        var (series, found) = Asked(file, request);
        diagnostics = diagnostics.AddRange(found);
        if (series.IsEmpty || HasErrors(diagnostics)) return (null, diagnostics);
        var terms = TermsOf(request, series[0].Step);
        if (WhyNot(file, series, terms) is { } refused) return (null, diagnostics.Add(refused));
        var fits = Fitting.Find(series, terms, progress, cancellation);
        return (
            new FitReport(file, terms, fits, FileScores.Of(fits), diagnostics)
            {
                At = request.At,
                ServedBy = request.ServedBy,
            },
            diagnostics);
    }

    private static FitTerms TermsOf(FitRequest request, PeriodStep step)
    {
        var usual = FitTerms.Of(step);
        return usual with
        {
            Horizons = request.Horizons ?? usual.Horizons,
            Every = request.Every ?? usual.Every,
            HistoryMin = request.HistoryMin ?? usual.HistoryMin,
            Courses = request.Courses ?? usual.Courses,
            Seed = request.Seed,
            Threads = request.Threads,
        };
    }

    /// <summary>The series asked for, as they stood at the end of the last period that is used.</summary>
    private static (ImmutableArray<NeedSeries> Series, ImmutableArray<Diagnostic> Diagnostics) Asked(
        SeriesFile file, FitRequest request)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var name in request.Series.Where(name => file.Series.All(series => series.Name != name)))
        {
            diagnostics.Add(Said(
                file, $"there is no series `{name}`",
                Nearest.HintFor(name, [.. file.Series.Select(series => series.Name)], "the file holds none")));
        }

        var series = ImmutableArray.CreateBuilder<NeedSeries>();
        foreach (var each in file.Series.Where(each => request.Series.IsEmpty || request.Series.Contains(each.Name)))
        {
            if (Shortened(each, request.Until) is { } kept) series.Add(kept);
            else
            {
                diagnostics.Add(Said(
                    file,
                    request.Until is { } until
                        ? $"nothing is known of `{each.Name}` until {until}"
                        : $"nothing is known of `{each.Name}`: every count is empty",
                    request.Until is null ? null : $"it runs from {each.PeriodAt(0)} to {each.Last}",
                    Severity.Warning));
            }
        }

        if (series.Select(each => each.Step).Distinct().Count() > 1)
        {
            diagnostics.Add(Said(
                file, "days and months are fitted apart", "name the series that go together with --series"));
        }

        if (series.Count == 0 && !HasErrors(diagnostics))
            diagnostics.Add(Said(file, "there is nothing to fit", null));
        return (series.ToImmutable(), diagnostics.ToImmutable());
    }

    private static NeedSeries? Shortened(NeedSeries series, Period? until)
    {
        if (until is { } last)
        {
            var end = series.Step == PeriodStep.Month && last.Step == PeriodStep.Day
                ? Period.Of(PeriodStep.Month, last.FirstDay).Number
                : last.Number;
            if (last.Step == PeriodStep.Month && series.Step == PeriodStep.Day) end = (last + 1).FirstDay.Number - 1;
            series = series.Until(Math.Clamp(end - series.First + 1, 0, series.Length));
        }

        return series.Counts.Any(count => count >= 0) ? series : null;
    }

    private static Diagnostic? WhyNot(SeriesFile file, ImmutableArray<NeedSeries> series, FitTerms terms)
    {
        var origins = series.Sum(each => Math.Max(
            0.0, (double)(each.Length - terms.HistoryMin - terms.Horizons[0]) / terms.Every)) + series.Length;
        var draws = origins * terms.Courses * terms.Longest * NeedModels.For(series[0].Step, terms.Longest).Length;
        return draws <= DrawsMax
            ? null
            : Said(
                file,
                Invariant($"this would draw {draws / 1e9:#,0} bn numbers; at most {DrawsMax / 1e9:#,0} bn are drawn"),
                "name fewer series, set origins further apart, or draw fewer courses");
    }

    private static bool HasErrors(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    private static Diagnostic Said(
        SeriesFile file, string message, string? hint, Severity severity = Severity.Error) =>
        new(severity, file.Path, default, message, hint, "");
}
