using System.Collections.Immutable;
using Resupply.Forecasting;
using Resupply.Forecasting.Scoring;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>The fit of series, in the terminal: for each a sentence, its scores and the block; of many, a
/// summary.</summary>
public static class FitText
{
    /// <summary>Of more series nobody reads a table each.</summary>
    private const int SeriesMax = 6;

    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(FitReport report, TextWriter output, int width, bool coloured = false)
    {
        var text = new WrappedText(output, width);
        var unit = FitSentence.Unit(report);
        var horizons = string.Join(", ", report.Terms.Horizons);
        text.Line("", 0, Invariant($"{report.File.Path}: {report.Series.Length:N0} series of {unit}"));
        text.Line("", 0, Invariant($"an origin every {report.Terms.Every} {unit}, {horizons} {unit} ahead, ") +
            Invariant($"{report.Terms.Courses} courses each, seed {report.Terms.Seed}"));
        if (report.Series.Length > SeriesMax) WriteSummary(report, text, output, width);
        else
        {
            foreach (var fit in report.Series) WriteSeries(fit, report, text, output, width, coloured);
        }
    }

    private static void WriteSeries(
        SeriesFit fit, FitReport report, WrappedText text, TextWriter output, int width, bool coloured)
    {
        var series = fit.Series;
        var known = series.Counts.Where(count => count >= 0).ToArray();
        var heading = Invariant($"{series.Name}, {series.PeriodAt(0)} to {series.Last}: ") +
            Invariant($"{FitSentence.Score(known.Average())} a {(series.Step == PeriodStep.Day ? "day" : "month")}, ") +
            Invariant($"{known.Count(count => count == 0) * 100.0 / known.Length:0}% of them without need");
        text.Blank();
        text.Line("", 0, coloured ? $"\e[1m{heading}\e[0m" : heading);
        text.Hanging(FitSentence.Of(fit, report));
        if (fit.IsJudged) WriteScores(fit, report, output, width);
        var sum = fit.Fan[^1].Sum;
        text.Blank();
        text.Hanging(
            Invariant($"The {fit.Fan.Length} {FitSentence.Unit(report)} to {fit.Fan[^1].Period}: ") +
            $"{Shown.Amount(sum.P50, "units")}, 8 cases of 10: " +
            $"{Shown.Amount(sum.P10, "")} to {Shown.Amount(sum.P90, "")}.");
        text.Blank();
        output.Write(WrittenBlock.Of(fit, report));
    }

    private static void WriteScores(SeriesFit fit, FitReport report, TextWriter output, int width)
    {
        var order = Enumerable.Range(0, fit.Names.Length).OrderBy(fit.Crps).ToArray();
        var columns = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var unit = report.Series[0].Series.Step == PeriodStep.Day ? "d" : "mo";
        for (var horizon = 0; horizon < report.Terms.Horizons.Length; horizon++)
        {
            columns.Add([
                "CRPS", Invariant($"{report.Terms.Horizons[horizon]} {unit}"),
                .. order.Select(model => FitSentence.Score(fit.Sums[model][horizon].Crps))]);
        }

        columns.Add(["", "gain", .. order.Select(model => FitSentence.Percent(fit.Gain(model)))]);
        columns.Add([
            "CRPS a", unit == "d" ? "day" : "month",
            .. order.Select(model => FitSentence.Score(fit.Periods[model][^1].Crps))]);
        for (var interval = 1; interval < ScoreSheet.Intervals.Length; interval++)
        {
            columns.Add([
                interval == 1 ? "held by" : "", FitSentence.Percent(ScoreSheet.Intervals[interval]),
                .. order.Select(model => FitSentence.Percent(fit.Sums[model][^1].Coverage(interval).Held))]);
        }

        columns.Add(["", "MASE", .. order.Select(model => FitSentence.Score(fit.Periods[model][^1].Mase))]);
        ColumnTables.Write(
            ["", Invariant($"of {fit.Origins} origins"), .. order.Select(model => NameOf(fit, model))],
            columns.ToImmutable(), output, width);
    }

    private static string NameOf(SeriesFit fit, int model) =>
        fit.Names[model] + (fit.AreNaive[model] ? " (naive)" : "");

    private static void WriteSummary(FitReport report, WrappedText text, TextWriter output, int width)
    {
        var judged = report.Series.Count(fit => fit.IsJudged);
        text.Line("", 0, Invariant($"{judged:N0} long enough to be judged; each counts alike, scores in mean ") +
            Invariant($"changes from one of the {FitSentence.Unit(report)} to the next, {report.Terms.Longest} ahead"));
        if (report.Scored.IsEmpty) return;
        FileScore[] order = [.. report.Scored.OrderBy(score => score.Crps)];
        var columns = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        columns.Add(["", "CRPS", .. order.Select(score => FitSentence.Score(score.Crps))]);
        for (var quantile = 0; quantile < report.Terms.Quantiles.Length; quantile++)
        {
            columns.Add([
                quantile == 0 ? "pinball" : "", FitSentence.Percent(report.Terms.Quantiles[quantile]),
                .. order.Select(score => FitSentence.Score(score.Pinball[quantile]))]);
        }

        columns.Add(["", "MASE", .. order.Select(score => FitSentence.Score(score.Mase))]);
        columns.Add(["chosen", "in", .. order.Select(score => Invariant($"{score.ChosenIn:N0}"))]);
        ColumnTables.Write(
            ["", "", .. order.Select(score => score.Name + (score.IsNaive ? " (naive)" : ""))],
            columns.ToImmutable(), output, width);
        text.Blank();
        text.Line("", 0, "For the block of a series, name it: --series NAME. --json and --csv hold those of all.");
    }
}
