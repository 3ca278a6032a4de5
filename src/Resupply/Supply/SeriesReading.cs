using Resupply.Forecasting;
using Resupply.Language;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Supply;

/// <summary>Demands with what their series say, as far as it was known.</summary>
public sealed class SeriesReading
{
    /// <summary>A forecast is drawn over every day between the last one known and the first simulated.</summary>
    public const int GapMax = 366;

    private readonly SeriesFiles files;
    private readonly Day first;
    private readonly Day now;
    private readonly Diagnostics diagnostics;

    private SeriesReading(SeriesFiles files, Day first, Day now, Diagnostics diagnostics) =>
        (this.files, this.first, this.now, this.diagnostics) = (files, first, now, diagnostics);

    /// <param name="first">The first day that is simulated.</param>
    /// <param name="now">What was needed on this day is not known yet: a day is known when it is over.</param>
    public static SupplyPlan Read(SupplyPlan plan, SeriesFiles files, Day first, Day now, Diagnostics diagnostics)
    {
        if (plan.Demands.All(demand => demand.Series is null)) return plan;
        var reading = new SeriesReading(files, first, now, diagnostics);
        return plan with { Demands = [.. plan.Demands.Select(reading.Read)] };
    }

    private Demand Read(Demand demand)
    {
        if (demand.Series is not { } series || files.Read(series.File, diagnostics) is not { } file) return demand;
        if (Named(series, file) is not { } counts || LengthOf(series, counts) is not { } length) return demand;
        var last = counts.PeriodAt(length - 1).FirstDay;
        var gap = first - last - 1;
        if (!IsNear(series, last, gap)) return demand;
        var forecast = files.ForecastOf(series.File.Text, counts, length, series.Model?.Text);
        Judge(series, counts.Until(length), forecast);
        return demand with
        {
            Series = series with { Sha256 = file.Sha256, Last = last, Gap = gap, Forecast = forecast },
        };
    }

    private NeedSeries? Named(DemandSeries series, SeriesFile file)
    {
        var (name, found) = (series.Name, file.Series.FirstOrDefault(each => each.Name == series.Name.Text));
        if (found is null)
        {
            diagnostics.Error(
                name.At,
                $"`{series.File.Text}` holds no series `{name.Text}`",
                Nearest.HintFor(name.Text, [.. file.Series.Select(each => each.Name)], "it holds none"));
        }
        else if (found.Step != PeriodStep.Day)
        {
            diagnostics.Error(
                name.At,
                $"`{name.Text}` counts months, and a demand is of days",
                "import it by day, or take the demand that `resupply fit` prints: it spreads a month over its days");
        }

        return found?.Step == PeriodStep.Day ? found : null;
    }

    /// <summary>How many of its days are used; null where none of them is known.</summary>
    private int? LengthOf(DemandSeries series, NeedSeries counts)
    {
        var end = Math.Min(now.Number, series.Until?.Fixed is { } until ? (int)until + 1 : int.MaxValue);
        var length = Math.Clamp(end - counts.First, 0, counts.Length);
        if (counts.Counts.AsSpan(0, length).ContainsAnyExcept(NeedSeries.NotKnown)) return length;
        diagnostics.Error(
            series.Name.At,
            $"nothing is known of `{series.Name.Text}` before {new Day(end)}",
            $"it runs from {counts.PeriodAt(0)} to {counts.Last}");
        return null;
    }

    private bool IsNear(DemandSeries series, Day last, int gap)
    {
        var ends = Invariant($"`{series.Name.Text}` is used until {last}, {gap:#,0} days before {first}, ") +
            "the first day that is simulated";
        if (gap > GapMax)
        {
            diagnostics.Error(series.Name.At, ends, "import a newer series");
            return false;
        }

        var tried = SeriesTrial.Terms(PeriodStep.Day).Longest;
        if (gap > tried)
        {
            diagnostics.Warn(
                series.Name.At,
                Invariant($"{ends}: the forecast, tried {tried} days ahead, must look farther"),
                "import a newer series");
        }

        return true;
    }

    /// <summary>Tries only what may be refused: what is chosen by its record cannot be.</summary>
    private void Judge(DemandSeries series, NeedSeries counts, Lazy<JudgedForecast> forecast)
    {
        if (!SeriesTrial.CanBeJudged(counts)) ReportShort(series, counts);
        else if (series.Model is { } model && forecast.Value is { IsWorseThanNaive: true } worse)
        {
            diagnostics.Error(
                model.At,
                Invariant($"`{model.Text}` did worse on the past of `{counts.Name}` than `{worse.BestNaive}`, ") +
                Invariant($"a naive forecast: CRPS {worse.Crps:0.###} against {worse.NaiveCrps:0.###}, ") +
                Invariant($"over {worse.Origins} origins"),
                $"leave `model` out for the one with the best record, or write `model: {worse.BestNaive}`");
        }
    }

    private void ReportShort(DemandSeries series, NeedSeries counts)
    {
        var terms = SeriesTrial.Terms(PeriodStep.Day);
        var needs = Invariant($"that takes {terms.HistoryMin} days, half of them known, and {terms.Longest} more, ") +
            Invariant($"all known; these are {counts.Length}, to {counts.Last}");
        if (series.Model is { } model && !NeedModels.IsNaive(model.Text))
        {
            diagnostics.Error(
                model.At,
                $"`{counts.Name}` is too short to try `{model.Text}` on its past, and what has no record is not used",
                $"{needs}; leave `model` out for `mean`");
        }
        else
        {
            diagnostics.Warn(
                series.Name.At,
                $"`{counts.Name}` is too short to try a forecast on its past: `{series.Model?.Text ?? "mean"}` is used",
                needs);
        }
    }
}
