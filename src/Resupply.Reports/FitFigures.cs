using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Forecasting;
using Resupply.Forecasting.Scoring;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>The pictures of one fit: the series with its fan, the fan of the sum, where outcomes fell.</summary>
internal static class FitFigures
{
    private const int PastMax = 400;

    private static readonly (string, string)[] Bands =
        [("line", "median"), ("half", "half of all cases"), ("most", "8 of 10")];

    public static ImmutableArray<Figure> Of(SeriesFit fit, FitReport report, int index)
    {
        Figure[] figures = [Past(fit, index), Sum(fit, report, index)];
        return fit.IsJudged ? [.. figures, Pit(fit, report, index)] : [.. figures];
    }

    private static Figure Past(SeriesFit fit, int index)
    {
        var name = fit.Series.Name;
        var model = fit.Names[fit.Chosen];
        return new Figure(
            Figure.IdOf("past", index),
            $"{name}: the past, and {model} ahead",
            $"What was needed in each period, and what {model} says of those to come. " +
            $"The mean ahead is {FitSentence.Score(fit.Fan.Average(point => point.Need.Mean))} a period.",
            [("line need", "needed"), .. Bands],
            json => WritePast(json, fit),
            TableOf($"{name}, each period ahead", fit, point => point.Need));
    }

    private static void WritePast(Utf8JsonWriter json, SeriesFit fit)
    {
        var from = Math.Max(0, fit.Series.Length - PastMax);
        json.WriteString("type", "forecast");
        json.WriteString("unit", "units");
        json.WriteStartObject("past");
        json.WriteStartArray("days");
        for (var i = from; i < fit.Series.Length; i++)
            json.WriteNumberValue(Series.Number(fit.Series.PeriodAt(i).FirstDay));
        json.WriteEndArray();
        json.WriteStartArray("counts");
        foreach (var count in fit.Series.Counts.AsSpan()[from..])
        {
            if (count < 0) json.WriteNullValue();
            else json.WriteNumberValue(count);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("ahead");
        WriteBands(json, fit, point => point.Need);
        json.WriteEndObject();
    }

    private static Figure Sum(SeriesFit fit, FitReport report, int index)
    {
        var (last, name) = (fit.Fan[^1], fit.Series.Name);
        return new Figure(
            Figure.IdOf("sum", index),
            $"{name}: the need to come, added up",
            Invariant($"All that is needed from {fit.Fan[0].Period} on. Up to {last.Period}, {fit.Fan.Length} ") +
            $"{FitSentence.Unit(report)}, the median is {Shown.Amount(last.Sum.P50, "units")}, 8 cases of 10: " +
            $"{Shown.Amount(last.Sum.P10, "")} to {Shown.Amount(last.Sum.P90, "")}.",
            [.. Bands, ("nearly", "9 of 10")],
            json =>
            {
                json.WriteString("type", "fan");
                json.WriteString("unit", "units");
                json.WriteStartObject("bands");
                WriteBands(json, fit, point => point.Sum);
                json.WriteEndObject();
                json.WriteStartArray("arrivals");
                json.WriteEndArray();
            },
            TableOf($"{name}, added up", fit, point => point.Sum));
    }

    private static Figure Pit(SeriesFit fit, FitReport report, int index)
    {
        var sheet = fit.Sums[fit.Chosen][^1];
        var (held, said) = sheet.Coverage(1);
        var tenths = Enumerable.Range(0, ScoreSheet.PitBins).ToArray();
        return new Figure(
            Figure.IdOf("pit", index),
            $"{fit.Series.Name}: were the forecasts right about their own error",
            Invariant($"Where in the forecast's law the need of {report.Terms.Longest} {FitSentence.Unit(report)} ") +
            Invariant($"fell, over {fit.Origins} origins of {fit.Names[fit.Chosen]}. ") +
            $"A right forecast has one in ten in each; high ends: too sure of itself; high in the middle: too " +
            "unsure. " +
            "The interval that says " +
            $"{FitSentence.Percent(said)} held {FitSentence.Percent(held)}.",
            [("half", "outcomes")],
            json =>
            {
                json.WriteString("type", "tenths");
                Series.WriteArray(json, "shares", tenths.Select(sheet.Pit));
            },
            Figure.TableOf(
                "Outcomes by tenth of the forecast",
                ["Tenth", "share"],
                tenths.Select(bin => new[] { Invariant($"{bin + 1}"), FitSentence.Percent(sheet.Pit(bin)) })));
    }

    private static void WriteBands(Utf8JsonWriter json, SeriesFit fit, Func<FanPoint, Quantiles> of)
    {
        Series.WriteArray(json, "days", fit.Fan.Select(point => (double)Series.Number(point.Period.FirstDay)));
        Series.WriteArray(json, "p5", fit.Fan.Select(point => of(point).P5));
        Series.WriteArray(json, "p10", fit.Fan.Select(point => of(point).P10));
        Series.WriteArray(json, "p25", fit.Fan.Select(point => of(point).P25));
        Series.WriteArray(json, "p50", fit.Fan.Select(point => of(point).P50));
        Series.WriteArray(json, "p75", fit.Fan.Select(point => of(point).P75));
        Series.WriteArray(json, "p90", fit.Fan.Select(point => of(point).P90));
        Series.WriteArray(json, "p95", fit.Fan.Select(point => of(point).P95));
    }

    private static Markup TableOf(string caption, SeriesFit fit, Func<FanPoint, Quantiles> of) => Figure.TableOf(
        caption,
        ["Period", "mean", "5%", "10%", "25%", "median", "75%", "90%", "95%"],
        fit.Fan.Select(point => new[]
        {
            point.Period.ToString(), Short(of(point).Mean), Short(of(point).P5), Short(of(point).P10),
            Short(of(point).P25), Short(of(point).P50), Short(of(point).P75),
            Short(of(point).P90), Short(of(point).P95),
        }));

    private static string Short(double value) => Shown.Amount(value, "");
}
