using System.Globalization;
using System.Text.RegularExpressions;
using Resupply.Forecasting;
using Resupply.Forecasting.Models;
using Resupply.Values;
using Course = Resupply.Forecasting.Draws;

namespace Resupply.Tests.Forecasting;

/// <summary>Models against worked figures, and against the laws that made the data.</summary>
public class ModelTests
{
    private const int Horizon = 28;

    /// <summary>
    /// 0, 0, 3, 0, 5 with 0.1: size 3, then 3.2; interval 3, then 2.9; probability 1/3, then 0.3, then 0.37.
    /// </summary>
    [Fact]
    public void Croston_and_his_successors_are_as_by_hand()
    {
        var history = InventedNeed.Counts(PeriodStep.Month, 0, 0, 3, 0, 5).All();
        Assert.Equal(3.2 / 2.9, SparePartsModel.Croston(0.1).PointOf(history), 1e-12);
        Assert.Equal(0.95 * 3.2 / 2.9, SparePartsModel.Sba(0.1).PointOf(history), 1e-12);
        Assert.Equal(3.2 * 0.37, SparePartsModel.Tsb(0.1).PointOf(history), 1e-12);
    }

    [Fact]
    public void What_is_not_known_is_left_out_and_is_no_zero()
    {
        const long unknown = NeedSeries.NotKnown;
        var without = InventedNeed.Counts(PeriodStep.Month, 0, 0, 3, 0, 5).All();
        var with = InventedNeed.Counts(PeriodStep.Month, 0, unknown, 0, 3, unknown, unknown, 0, 5, unknown).All();
        Assert.Equal(
            SparePartsModel.Tsb(0.1).PointOf(without), SparePartsModel.Tsb(0.1).PointOf(with), 1e-12);
    }

    public static TheoryData<string> Recursions => ["croston", "sba", "tsb"];

    [Theory]
    [MemberData(nameof(Recursions))]
    public void The_law_about_a_point_has_the_point_as_its_mean(string name)
    {
        var model = NeedModels.For(PeriodStep.Month, 6).OfType<SparePartsModel>().First(each => each.Name == name);
        var history = InventedNeed.Counts(PeriodStep.Month, 0, 2, 0, 0, 7, 1, 0, 0, 0, 4, 0, 3, 0, 0, 1).All();
        var (mean, error) = MeanOf(model.Fit(history)!, 1, 40_000);
        Assert.InRange(model.PointOf(history), mean - (4 * error), mean + (4 * error));
    }

    [Fact]
    public void The_naive_ones_say_again_what_was()
    {
        var history = InventedNeed.Counts(PeriodStep.Day, 9, 1, 2, 3, 4, 5, 6, NeedSeries.NotKnown).All();
        var path = new long[9];
        new LastNaive().Fit(history)!.Sample(RandomStream.For(1, ""), path);
        Assert.Equal([6, 6, 6, 6, 6, 6, 6, 6, 6], path);
        new SeasonalNaive().Fit(history)!.Sample(RandomStream.For(1, ""), path);
        Assert.Equal([1, 2, 3, 4, 5, 6, 9, 1, 2], path); // the day not known is that of the week before
        new AgainNaive(3).Fit(history)!.Sample(RandomStream.For(1, ""), path);
        Assert.Equal([4, 5, 6, 4, 5, 6, 4, 5, 6], path);
    }

    [Fact]
    public void A_negative_binomial_need_is_found_again()
    {
        var found = Written(new NegativeBinomialModel(), InventedNeed.Days("nb", 6_000, Steady));
        var error = Math.Sqrt((3 + (1.5 * 9)) / 6_000);
        Assert.InRange(found[0], 3 - (4 * error), 3 + (4 * error));
        Assert.InRange(found[1], 1.3, 1.7);
    }

    [Fact]
    public void The_wandering_level_finds_the_dispersion_and_the_level()
    {
        var found = Written(new LevelModel(), InventedNeed.Days("nb", 1_000, Steady));
        Assert.InRange(found[0], 2.2, 3.9);
        Assert.InRange(found[1], 1.1, 2.2); // its grid has 1.3 and 2.2 beside the true 1.5
    }

    [Fact]
    public void A_poisson_level_is_found_again()
    {
        var found = Written(new PoissonModel(), InventedNeed.Days("poisson", 4_000, Quiet));
        Assert.InRange(found[0], 2.2, 2.8);
    }

    [Fact]
    public void A_growing_need_is_seen_to_grow()
    {
        var block = new TrendModel().Fit(InventedNeed.Days("growth", 700, Growing).All())!.Block(Horizon)!;
        var level = block.Keys.Single(key => key.Key == "level").Value;
        var end = Numbers(level[level.LastIndexOf(": ", StringComparison.Ordinal)..])[0];
        var true28 = Math.Exp(0.004 * Enumerable.Range(1, Horizon).Sum(day => Math.Pow(0.97, day)));
        Assert.InRange(end, true28 - 0.06, true28 + 0.06);
    }

    [Fact]
    public void Raids_are_found_as_often_as_they_came()
    {
        var block = new RaidsModel().Fit(InventedNeed.Days("raids", 2_000, Raid).All())!.Block(Horizon)!;
        var range = Numbers(block.Unknowns.Single().Value);
        var (middle, error) = ((range[0] + range[1]) / 2, (range[1] - range[0]) / (2 * Math.Sqrt(3)));
        Assert.InRange(0.2, middle - (4 * error), middle + (4 * error));
    }

    [Fact]
    public void The_days_of_a_week_are_told_apart_where_they_differ_and_not_where_they_do_not()
    {
        var flat = new NegativeBinomialModel().Fit(InventedNeed.Days("nb", 420, Quiet).All())!.Block(Horizon)!;
        Assert.DoesNotContain(flat.Keys, key => key.Key == "weekly" && Numbers(key.Value).Max() > 1.15);
        var weekly = new NegativeBinomialModel().Fit(InventedNeed.Days("week", 700, Sundays).All())!.Block(Horizon)!;
        var factors = Numbers(weekly.Keys.Single(key => key.Key == "weekly").Value);
        Assert.InRange(factors[0], 2.2, 2.45); // 12 / (36/7), on Sundays
    }

    public static TheoryData<string> Laws => ["steady", "quiet", "raid", "wandering", "parts"];

    /// <summary>
    /// The forecast of 28 days from 250, in 250 worlds of each law by the model of that law: the interval holds as
    /// often as it says, within 4 standard errors of so many trials.
    /// </summary>
    [Theory]
    [MemberData(nameof(Laws))]
    public void Coverage_is_nominal_where_the_model_is_true(string name)
    {
        const int worlds = 250;
        const int days = 250;
        var (model, law) = LawOf(name);
        var sheet = new Resupply.Forecasting.Scoring.ScoreSheet([0.5]);
        for (var world = 0; world < worlds; world++)
        {
            var series = InventedNeed.Days($"{name}-{world}", days + Horizon, law);
            var forecast = model.Fit(new History(series, days))!;
            var sums = Sums(forecast, Horizon, 200, $"{name}-{world}");
            sheet.Begin(world);
            sheet.Add(
                new Resupply.Forecasting.Scoring.ScoredForecast(
                    new Resupply.Forecasting.Scoring.Ensemble(sums), series.Counts[days..].Sum(), [0.5]),
                1,
                (1, 1));
        }

        for (var interval = 0; interval < Resupply.Forecasting.Scoring.ScoreSheet.Intervals.Length; interval++)
        {
            var (held, said) = sheet.Coverage(interval);
            var error = Math.Sqrt(said * (1 - said) / worlds);
            Assert.InRange(held, said - (4 * error), Math.Min(1, said + (4 * error)));
        }
    }

    private static (NeedModel Model, InventedNeed.Law Law) LawOf(string name) => name switch
    {
        "steady" => (new NegativeBinomialModel(), Steady),
        "quiet" => (new PoissonModel(), Quiet),
        "raid" => (new RaidsModel(), Raid),
        "wandering" => (new LevelModel(), Steady),
        _ => (SparePartsModel.Tsb(), Parts),
    };

    private static long Steady(ref Course draws, int day) => draws.NegativeBinomial(3, 1.5);

    private static long Quiet(ref Course draws, int day) => draws.Poisson(2.5);

    private static long Growing(ref Course draws, int day) => draws.NegativeBinomial(Math.Exp(0.004 * day), 0.1);

    private static long Raid(ref Course draws, int day) =>
        draws.Uniform() < 0.2 ? 10 + draws.Below(20) : draws.Below(2);

    private static long Sundays(ref Course draws, int day) => draws.Poisson((738_000 + day) % 7 == 6 ? 12 : 4);

    private static long Parts(ref Course draws, int day) => draws.Uniform() < 0.25 ? 1 + draws.Below(4) : 0;

    private static long[] Sums(Forecast forecast, int horizon, int courses, string name)
    {
        var path = new long[horizon];
        var sums = new long[courses];
        for (var course = 0; course < courses; course++)
        {
            forecast.Sample(RandomStream.For(5, name).At(course), path);
            sums[course] = path.Sum();
        }

        return sums;
    }

    private static (double Mean, double Error) MeanOf(Forecast forecast, int horizon, int courses)
    {
        var sums = Sums(forecast, horizon, courses, "mean");
        var mean = sums.Average();
        return (mean, Math.Sqrt(sums.Average(sum => (sum - mean) * (sum - mean)) / courses));
    }

    /// <summary>The numbers of the demand's `per-day`.</summary>
    private static double[] Written(NeedModel model, NeedSeries series) =>
        Numbers(model.Fit(series.All())!.Block(Horizon)!.Keys.Single(key => key.Key == "per-day").Value);

    private static double[] Numbers(string text) =>
        [.. Regex.Matches(text, @"\b\d+(?:\.\d+)?", RegexOptions.NonBacktracking)
            .Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];
}
