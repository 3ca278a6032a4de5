using Resupply.Forecasting;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>What was found for a series, in sentences that a principal reads.</summary>
public static class FitSentence
{
    public static string Unit(FitReport report) =>
        report.Series[0].Series.Step == PeriodStep.Day ? "days" : "months";

    /// <summary>"The best is raids: 26% less CRPS than mean, the best naive model. The difference is clear
    /// …".</summary>
    public static string Of(SeriesFit fit, FitReport report)
    {
        if (!fit.IsJudged)
        {
            return Invariant($"Too short to try a forecast on its past: {report.Terms.HistoryMin} {Unit(report)} ") +
                Invariant($"must lie before an origin and {report.Terms.Longest} behind it. ") +
                "Printed: any period of the past.";
        }

        var (best, naive) = (fit.Names[fit.Best], fit.Names[fit.BestNaive]);
        var gain = fit.Gain(fit.Best);
        return gain > 0
            ? $"{best} is best: {Percent(gain)} less CRPS than {naive}, the best naive model. {Clear(fit)}{Pool(fit)}"
            : $"No model did better than {naive}, a naive one: the best of the others, {best}, has {Percent(-gain)} " +
                $"more CRPS. {naive} is printed. {Clear(fit)}{Pool(fit)}";
    }

    private static string Clear(SeriesFit fit)
    {
        var against = fit.Against!;
        var test = double.IsNaN(against.Statistic)
            ? "there are too few origins for a test"
            : $"Diebold-Mariano p = {Invariant($"{against.PValue:0.###}")}";
        var range = $"block bootstrap {Score(against.Low)} to {Score(against.High)}";
        return against.IsClear
            ? $"That is beyond its error ({test}; {range})."
            : $"That is not beyond its error ({test}; {range})";
    }

    private static string Pool(SeriesFit fit)
    {
        var end = fit.Against!.IsClear ? "" : ".";
        var pool = fit.Names.IndexOf(NeedModels.Pool);
        return fit.Crps(pool) < fit.Crps(fit.Chosen)
            ? $"{end} The pool of all did better still, {Percent(1 - (fit.Crps(pool) / fit.Crps(fit.Chosen)))} less, " +
                "and is what a scenario uses that names the series."
            : end;
    }

    public static string Percent(double share) => Invariant($"{share * 100:0}%");

    /// <summary>Three digits.</summary>
    public static string Score(double value) => Math.Abs(value) switch
    {
        >= 100 => Invariant($"{value:#,0}"),
        >= 10 => Invariant($"{value:0.0}"),
        >= 1 => Invariant($"{value:0.00}"),
        _ => Invariant($"{value:0.000}"),
    };
}
