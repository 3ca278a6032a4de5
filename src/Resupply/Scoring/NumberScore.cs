using Resupply.Forecasting.Scoring;
using Resupply.Values;

namespace Resupply.Scoring;

/// <summary>How good the answers to one question were that is answered by a share, a quantity or a day.</summary>
/// <param name="Came">In the unit of the answer; of a day its number, or that of the day after the calendar.</param>
/// <param name="CameDay">Of a day, it as it is written, or `never`; else null.</param>
/// <param name="Error">The median (of a share the mean) less what came: above 0 it was too high or too late.</param>
/// <param name="Loss">
/// Twice the mean pinball loss of the three quantiles; NaN where there are none. In the unit of the answer.
/// </param>
/// <param name="Inside">For what part of the time what came lay between p10 and p90; NaN as above.</param>
/// <remarks>
/// That loss is the weighted interval score of the median and the interval of 8 in 10, which approximates the CRPS:
/// Bracher, Ray, Gneiting &amp; Reich, "Evaluating epidemic forecasts in an interval format", PLoS Computational
/// Biology 17 (2021) e1008618, eq. (1) and section 2.3. A day that does not come within the calendar counts as the one
/// after it, in what was said and in what came; that leaves the score proper.
/// </remarks>
public sealed record NumberScore(
    SettledQuestion Question, double Came, string? CameDay, string Unit, double Error, double Loss, double Inside)
{
    private static readonly double[] Levels = [0.1, 0.5, 0.9];

    /// <summary>The scores of a question that is not answered by a probability; null where nothing was said.</summary>
    public static NumberScore? Of(SettledQuestion question)
    {
        if (question.Standing.IsEmpty) return null;
        var after = question.Asked.Settled + 1;
        (double came, string? text, var unit) = question.Outcome.Came switch
        {
            WhatCame.Number number => (number.Value, null, UnitOf(question)),
            WhatCame.Date { Day: { } day } when day < after => (day.Number, day.ToString(), "days"),
            _ => ((double)after.Number, "never", "days"),
        };
        var (error, loss, inside) = (0.0, 0.0, 0.0);
        foreach (var standing in question.Standing)
        {
            var weight = (double)standing.Days / question.Days;
            var (middle, quantiles) = SaidIn(standing.Answer.Forecast, after);
            error += weight * (middle - came);
            if (quantiles is { } said)
            {
                double[] values = [said.P10, said.P50, said.P90];
                for (var i = 0; i < Levels.Length; i++)
                    loss += weight * 2 * Scores.Pinball(Levels[i], values[i], came) / Levels.Length;
                inside += came >= said.P10 && came <= said.P90 ? weight : 0;
            }
            else
            {
                loss = inside = double.NaN;
            }
        }

        return new NumberScore(question, came, text, unit, error, loss, inside);
    }

    private static string UnitOf(SettledQuestion question) =>
        question.Standing[0].Answer.Forecast is Forecast.Quantity quantity ? quantity.Unit : "";

    private static (double Middle, Quantiles<double>? Quantiles) SaidIn(Forecast forecast, Day after) => forecast switch
    {
        Forecast.Share share => (share.Mean, null),
        Forecast.Quantity { Quantiles: { } all } => (all.P50, all),
        Forecast.Quantity quantity => (quantity.Mean ?? double.NaN, null),
        Forecast.Date date => InDays(date, after),
        _ => (double.NaN, null),
    };

    private static (double Middle, Quantiles<double>? Quantiles) InDays(Forecast.Date date, Day after)
    {
        double At(Day? day) => (day ?? after).Number;
        var all = new Quantiles<double>(At(date.Quantiles.P10), At(date.Quantiles.P50), At(date.Quantiles.P90));
        return (all.P50, all);
    }
}
