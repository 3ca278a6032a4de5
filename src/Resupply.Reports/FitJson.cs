using System.Text.Json;
using Resupply.Forecasting;
using Resupply.Forecasting.Scoring;

namespace Resupply.Reports;

/// <summary>The fit of series, as JSON: the fields are in the manual page of `resupply fit`.</summary>
public static class FitJson
{
    public static string Write(FitReport report) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("resupply", Reporting.Version);
        json.WriteStartObject("file");
        json.WriteString("name", Path.GetFileName(report.File.Path));
        json.WriteString("sha256", report.File.Sha256);
        json.WriteEndObject();
        json.WriteNumber("seed", report.Terms.Seed);
        json.WriteNumber("courses", report.Terms.Courses);
        json.WriteNumber("every", report.Terms.Every);
        json.WriteStartArray("horizons");
        foreach (var horizon in report.Terms.Horizons) json.WriteNumberValue(horizon);
        json.WriteEndArray();
        json.WriteStartObject("series");
        foreach (var fit in report.Series) WriteSeries(json, fit, report);
        json.WriteEndObject();
        JsonReport.WriteDiagnostics(json, report.Diagnostics);
        json.WriteEndObject();
    });

    private static void WriteSeries(Utf8JsonWriter json, SeriesFit fit, FitReport report)
    {
        json.WriteStartObject(fit.Series.Name);
        json.WriteString("from", fit.Series.PeriodAt(0).ToString());
        json.WriteString("until", fit.Series.Last.ToString());
        json.WriteNumber("origins", fit.Origins);
        json.WriteString("sentence", FitSentence.Of(fit, report));
        json.WriteString("chosen", fit.Names[fit.Chosen]);
        json.WriteString("best-naive", fit.Names[fit.BestNaive]);
        if (fit.Against is { } against)
        {
            json.WriteString("best", fit.Names[fit.Best]);
            json.WriteStartObject("difference");
            JsonReport.WriteNumber(json, "mean", against.Mean);
            JsonReport.WriteNumber(json, "statistic", against.Statistic);
            JsonReport.WriteNumber(json, "p", against.PValue);
            JsonReport.WriteNumber(json, "low", against.Low);
            JsonReport.WriteNumber(json, "high", against.High);
            json.WriteBoolean("clear", against.IsClear);
            json.WriteEndObject();
        }

        json.WriteString("block", WrittenBlock.Of(fit, report));
        json.WriteStartObject("pool");
        foreach (var (name, weight) in fit.Pool) json.WriteNumber(name, Math.Round(weight, 6));
        json.WriteEndObject();
        WriteFan(json, fit);
        if (fit.IsJudged) WriteScores(json, fit, report);
        json.WriteEndObject();
    }

    private static void WriteFan(Utf8JsonWriter json, SeriesFit fit)
    {
        json.WriteStartArray("ahead");
        foreach (var point in fit.Fan)
        {
            json.WriteStartObject();
            json.WriteString("period", point.Period.ToString());
            foreach (var (name, of) in new[] { ("need", point.Need), ("sum", point.Sum) })
            {
                json.WriteStartObject(name);
                json.WriteNumber("mean", of.Mean);
                json.WriteNumber("p10", of.P10);
                json.WriteNumber("p50", of.P50);
                json.WriteNumber("p90", of.P90);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteScores(Utf8JsonWriter json, SeriesFit fit, FitReport report)
    {
        json.WriteStartObject("models");
        for (var model = 0; model < fit.Names.Length; model++)
        {
            json.WriteStartObject(fit.Names[model]);
            json.WriteBoolean("naive", fit.AreNaive[model]);
            JsonReport.WriteNumber(json, "gain", fit.Gain(model));
            for (var horizon = 0; horizon < report.Terms.Horizons.Length; horizon++)
            {
                json.WriteStartObject(FormattableString.Invariant($"{report.Terms.Horizons[horizon]}"));
                WriteSheet(json, "sum", fit.Sums[model][horizon], report.Terms);
                WriteSheet(json, "each", fit.Periods[model][horizon], report.Terms);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteSheet(Utf8JsonWriter json, string name, ScoreSheet sheet, FitTerms terms)
    {
        json.WriteStartObject(name);
        JsonReport.WriteNumber(json, "crps", sheet.Crps);
        json.WriteStartObject("pinball");
        for (var i = 0; i < terms.Quantiles.Length; i++)
            JsonReport.WriteNumber(json, FitSentence.Percent(terms.Quantiles[i]), sheet.Pinball(i));
        json.WriteEndObject();
        json.WriteStartObject("coverage");
        for (var i = 0; i < ScoreSheet.Intervals.Length; i++)
        {
            var (held, said) = sheet.Coverage(i);
            json.WriteStartObject(FitSentence.Percent(ScoreSheet.Intervals[i]));
            JsonReport.WriteNumber(json, "held", held);
            JsonReport.WriteNumber(json, "said", said);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("pit");
        for (var bin = 0; bin < ScoreSheet.PitBins; bin++) json.WriteNumberValue(sheet.Pit(bin));
        json.WriteEndArray();
        JsonReport.WriteNumber(json, "mase", sheet.Mase);
        JsonReport.WriteNumber(json, "rmsse", sheet.Rmsse);
        JsonReport.WriteNumber(json, "bias", sheet.Bias);
        json.WriteEndObject();
    }
}
