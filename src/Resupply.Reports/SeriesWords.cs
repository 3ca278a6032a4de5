using System.Text.Json;
using Resupply.Answers;
using Resupply.Forecasting;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>Which forecast a need is drawn from and how it did in the past: in words, and as JSON.</summary>
internal static class SeriesWords
{
    public const string Heading = "Need by series";

    public static void Write(TerminalReport.Page page, RunReport report)
    {
        if (report.Series.IsEmpty) return;
        page.Heading(Heading);
        foreach (var use in report.Series) page.Text.Hanging($"{use.Demand}: {Of(use)}");
    }

    /// <summary>"bandages in need.csv until 2024-11-08: raids; over 53 days CRPS 10.8, best naive (mean) 11.0, 16
    /// origins".</summary>
    public static string Of(SeriesUse use)
    {
        var (from, used) = ($"{use.Series} in {use.File} until {use.Until}", use.Forecast);
        if (!used.IsJudged) return $"{from}: {used.Model}; too short to try on its past";
        var longest = SeriesTrial.Terms(PeriodStep.Day).Longest;
        var score = Invariant($"over {longest} days CRPS {FitSentence.Score(used.Crps)}");
        var origins = Invariant($"{used.Origins} origins");
        return used.Model == used.BestNaive
            ? $"{from}: {used.Model}, the best naive forecast; {score}, {origins}"
            : $"{from}: {used.Model}{(used.IsNaive ? ", a naive forecast" : "")}; {score}, " +
                $"best naive ({used.BestNaive}) {FitSentence.Score(used.NaiveCrps)}, {origins}";
    }

    /// <summary>`series` of the answer, only where a demand names one.</summary>
    public static void Write(Utf8JsonWriter json, RunReport report)
    {
        if (report.Series.IsEmpty) return;
        json.WriteStartObject("series");
        foreach (var use in report.Series)
        {
            json.WriteStartObject(use.Demand);
            json.WriteString("file", use.File);
            json.WriteString("sha256", use.Sha256);
            json.WriteString("name", use.Series);
            json.WriteString("until", use.Until.ToString());
            json.WriteString("model", use.Forecast.Model);
            json.WriteNumber("origins", use.Forecast.Origins);
            if (use.Forecast.IsJudged)
            {
                json.WriteNumber("crps", use.Forecast.Crps);
                json.WriteString("best-naive", use.Forecast.BestNaive);
                json.WriteNumber("naive-crps", use.Forecast.NaiveCrps);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
