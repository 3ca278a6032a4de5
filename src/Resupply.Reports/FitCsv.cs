using System.Globalization;
using System.Text;
using Resupply.Forecasting;
using Resupply.Forecasting.Scoring;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>The scores and the forecasts of all series, as two long tables.</summary>
public static class FitCsv
{
    /// <summary>Writes scores.csv, ahead.csv and one block for each series into the folder; makes it.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(FitReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "scores.csv"), Scores(report));
        File.WriteAllText(Path.Combine(folder, "ahead.csv"), Ahead(report));
        Directory.CreateDirectory(Path.Combine(folder, "blocks"));
        foreach (var fit in report.Series)
        {
            File.WriteAllText(
                Path.Combine(folder, "blocks", $"{fit.Series.Name}.yaml"), WrittenBlock.Of(fit, report));
        }
    }

    public static string Scores(FitReport report)
    {
        var table = new StringBuilder("series,model,naive,chosen,horizon,of,origins,crps");
        foreach (var quantile in report.Terms.Quantiles) table.Append(Invariant($",pinball-{quantile * 100:0.##}"));
        foreach (var interval in ScoreSheet.Intervals)
            table.Append(Invariant($",held-{interval * 100:0},said-{interval * 100:0}"));
        table.Append(",mase,rmsse,bias\n");
        foreach (var fit in report.Series.Where(fit => fit.IsJudged))
        {
            for (var model = 0; model < fit.Names.Length; model++)
            {
                for (var horizon = 0; horizon < report.Terms.Horizons.Length; horizon++)
                {
                    AddRow(table, fit, model, report.Terms, horizon, "sum", fit.Sums[model][horizon]);
                    AddRow(table, fit, model, report.Terms, horizon, "each", fit.Periods[model][horizon]);
                }
            }
        }

        return table.ToString();
    }

    private static void AddRow(
        StringBuilder table, SeriesFit fit, int model, FitTerms terms, int horizon, string of, ScoreSheet sheet)
    {
        table.Append(Invariant($"{fit.Series.Name},{fit.Names[model]},{(fit.AreNaive[model] ? 1 : 0)},"));
        table.Append(Invariant($"{(fit.Chosen == model ? 1 : 0)},{terms.Horizons[horizon]},{of},"));
        table.Append(Invariant($"{sheet.Origins.Count},"));
        table.Append(Number(sheet.Crps));
        for (var i = 0; i < terms.Quantiles.Length; i++) table.Append(',').Append(Number(sheet.Pinball(i)));
        for (var i = 0; i < ScoreSheet.Intervals.Length; i++)
        {
            var (held, said) = sheet.Coverage(i);
            table.Append(',').Append(Number(held)).Append(',').Append(Number(said));
        }

        table.Append(Invariant($",{Number(sheet.Mase)},{Number(sheet.Rmsse)},{Number(sheet.Bias)}\n"));
    }

    public static string Ahead(FitReport report)
    {
        var table = new StringBuilder("series,period,of,mean,p5,p10,p25,p50,p75,p90,p95\n");
        foreach (var fit in report.Series)
        {
            foreach (var point in fit.Fan)
            {
                AddQuantiles(table, fit, point, "need", point.Need);
                AddQuantiles(table, fit, point, "sum", point.Sum);
            }
        }

        return table.ToString();
    }

    private static void AddQuantiles(StringBuilder table, SeriesFit fit, FanPoint point, string of, Quantiles q)
    {
        table.Append(Invariant($"{fit.Series.Name},{point.Period},{of},{Number(q.Mean)},{q.P5},{q.P10},{q.P25},"));
        table.Append(Invariant($"{q.P50},{q.P75},{q.P90},{q.P95}\n"));
    }

    private static string Number(double value) =>
        double.IsFinite(value) ? value.ToString("G6", CultureInfo.InvariantCulture) : "";
}
