using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Forecasting;
using Resupply.Language;
using Resupply.Reports;
using Resupply.Supply;
using Resupply.Tests.Supply;
using Resupply.Values;

namespace Resupply.Tests.Forecasting;

/// <summary>A demand that names a series: its need is the forecast's, course by course.</summary>
public class SeriesDemandTests
{
    private const ulong Seed = 1;

    /// <summary>The day before the first of a rehearsal: that is where a series here ends.</summary>
    private static readonly Day Yesterday = Rehearsal.First + -1;

    private static readonly NeedSeries Steady = Ending(Yesterday, [.. Enumerable.Repeat(3L, 400)]);

    /// <summary>Weeks of much and weeks of little: what comes together hangs together.</summary>
    private static readonly NeedSeries Waves = Ending(Yesterday, [.. InventedNeed.Days("waves", 500, (ref draws, day) =>
        draws.Poisson(day / 40 % 2 == 0 ? 2 : 14)).Counts]);

    [Fact]
    public void The_mean_of_what_was_always_the_same_is_a_fixed_need()
    {
        const string Text = """
            stocks: { base: { a: 25 } }
            demands: { use: { at: base, served-by: [a], NEED } }
            questions:
              left: { on-hand: a, at: base, when: day 5 }
              first: { shortage: use }
              share: { met: use }
              lasts: { days-of-supply: a, at: base, when: day 2 }
            """;
        using var folder = new SeriesFolder(Steady);
        var need = folder.Run(Text.Replace("NEED", "series: { file: need.csv, name: need, model: mean }")).Answers;
        var written = folder.Run(Text.Replace("NEED", "per-day: 3")).Answers;
        Assert.Equal(written.Select(Rehearsal.InWords), need.Select(Rehearsal.InWords));
    }

    [Fact]
    public void A_demand_draws_the_courses_that_the_forecast_draws()
    {
        using var folder = new SeriesFolder(Waves);
        foreach (var series in (string[])["", ", model: mean", ", model: again"])
        {
            var scenario = folder.Read(Plan($"series: {{ file: need.csv, name: need{series} }}", days: 53));
            var judged = scenario.Supply.Demands[0].Series!.Forecast!.Value;
            var stream = RandomStream.For(Seed, "demands.use.series");
            var course = new long[53];
            foreach (var (replication, needs) in NeedsOf(scenario, 200).Index())
            {
                judged.Forecast.Sample(stream.At(replication), course);
                Assert.Equal(course, needs.Select(need => (long)need));
            }
        }
    }

    [Fact]
    public void What_is_answered_is_what_the_forecast_says_of_the_sum()
    {
        using var folder = new SeriesFolder(Waves);
        var scenario = folder.Read(Plan("series: { file: need.csv, name: need }", days: 53));
        var report = Rehearsal.Run(scenario, new RunOptions { Replications = 500, Seed = Seed, Threads = 1 });
        var unmet = Assert.IsType<Answer.Quantity>(report.Answers.Single());
        double[] sums = [.. NeedsOf(scenario, 500).Select(needs => (double)needs.Sum()).Order()];
        Assert.Equal(sums.Average(), unmet.Mean!.Value.Value, 1e-9);
        Assert.Equal(sums[249], unmet.P50!.Value, 1.0);
    }

    /// <summary>By other draws than the scenario's: 4 standard errors of a variance.</summary>
    [Fact]
    public void What_the_days_share_is_kept()
    {
        const int Courses = 4_000;
        using var folder = new SeriesFolder(Waves);
        var scenario = folder.Read(Plan("series: { file: need.csv, name: need }", days: 53));
        var judged = scenario.Supply.Demands[0].Series!.Forecast!.Value;
        var needs = NeedsOf(scenario, Courses);
        var (other, course) = (new double[Courses], new long[53]);
        for (var i = 0; i < Courses; i++)
        {
            judged.Forecast.Sample(RandomStream.For(99, "elsewhere").At(i), course);
            other[i] = course.Sum();
        }

        var (ofScenario, error) = Variance([.. needs.Select(each => (double)each.Sum())]);
        var (ofForecast, otherError) = Variance(other);
        var apart = Enumerable.Range(0, 53).Sum(day => Variance([.. needs.Select(each => (double)each[day])]).Value);
        Assert.InRange(ofScenario - ofForecast, -4 * (error + otherError), 4 * (error + otherError));
        Assert.True(ofScenario > 2 * apart, $"{ofScenario} of the sum, {apart} if the days were apart");
    }

    [Fact]
    public void A_level_scales_the_need_and_keeps_its_mean()
    {
        using var folder = new SeriesFolder(Steady);
        const string Mean = "series: { file: need.csv, name: need, model: mean }";
        Assert.All(NeedsOf(folder.Read(Plan($"{Mean}, level: {{ day 1: 2 }}", days: 9)), 9).SelectMany(each => each),
            need => Assert.Equal(6, need));
        double[] half =
        [
            .. NeedsOf(folder.Read(Plan($"{Mean}, level: {{ day 1: 1.5 }}", days: 53)), 100)
                .SelectMany(each => each).Select(need => (double)need),
        ];
        Assert.All(half, need => Assert.InRange(need, 4, 5)); // 4.5, up or down by chance
        Assert.InRange(half.Average() - 4.5, -4 * 0.5 / Math.Sqrt(half.Length), 4 * 0.5 / Math.Sqrt(half.Length));
    }

    [Fact]
    public void A_share_takes_each_unit_by_chance()
    {
        using var folder = new SeriesFolder(Steady);
        double[] needs =
        [
            .. NeedsOf(
                folder.Read(Plan("series: { file: need.csv, name: need, model: mean }, share: 40%", days: 53)), 200)
                .SelectMany(each => each).Select(need => (double)need),
        ];
        var error = Math.Sqrt(3 * 0.4 * 0.6 / needs.Length);
        Assert.InRange(needs.Average() - 1.2, -4 * error, 4 * error);
    }

    [Theory]
    [InlineData("", "", "2024-12-31", 0)]
    [InlineData("", ", until: 2024-12-20", "2024-12-20", 11)]
    [InlineData("today: 2024-12-25", "", "2024-12-24", 7)] // what was needed on a day is known when it is over
    [InlineData("today: 2025-01-04", "", "2025-01-03", 0)]
    [InlineData("today: 2025-01-04", ", until: 2025-01-01", "2025-01-01", 2)]
    public void No_day_is_used_that_was_not_over(string today, string until, string last, int gap)
    {
        using var folder = new SeriesFolder(
            Ending(Day.Of(2025, 1, 20), [.. Enumerable.Range(0, 420).Select(i => (long)i % 5)]));
        var series = folder.Read($"{Plan($"series: {{ file: need.csv, name: need{until} }}", 30)}\n{today}")
            .Supply.Demands[0].Series!;
        Assert.Equal((last, gap), (series.Last.ToString(), series.Gap));
    }

    [Fact]
    public void Known_on_a_day_are_the_days_before()
    {
        using var folder = new SeriesFolder(Waves);
        folder.Write(Plan("series: { file: need.csv, name: need, model: mean }", 30));
        var (scenario, _) = ScenarioReader.Read(folder.Scenario, knownOn: Day.Of(2024, 12, 1));
        Assert.Equal(Day.Of(2024, 11, 30), scenario!.Supply.Demands[0].Series!.Last);
    }

    /// <summary>The days from the last that is known to the first that is simulated are drawn and dropped.</summary>
    [Fact]
    public void A_gap_is_drawn_over()
    {
        using var folder = new SeriesFolder(
            Ending(Yesterday + -2, [.. Enumerable.Range(0, 400).Select(i => (long)i % 7)]));
        var scenario = folder.Read(Plan("series: { file: need.csv, name: need, model: seasonal }", days: 7));
        Assert.Equal([3, 4, 5, 6, 0, 1, 2], NeedsOf(scenario, 1)[0]); // the last known is 399 mod 7 = 0
    }

    [Fact]
    public void The_record_is_that_of_fit_and_the_pool_may_be_used()
    {
        using var folder = new SeriesFolder(Waves);
        var (report, _) = FitFile.Find(
            new FitRequest { Path = folder.Csv, Series = ["need"] },
            cancellation: TestContext.Current.CancellationToken);
        var fit = report!.Series[0];
        foreach (var name in (string[])["again", "raids", NeedModels.Pool])
        {
            var (index, judged) = (fit.Names.IndexOf(name), SeriesTrial.Judge(fit.Series, name));
            Assert.Equal((name, fit.Crps(index)), (judged.Model, judged.Crps));
            Assert.Equal((fit.Names[fit.BestNaive], fit.Origins), (judged.BestNaive, judged.Origins));
        }

        var best = fit.Names.Index().Where(each => each.Item != NeedModels.Written).MinBy(each => fit.Crps(each.Index));
        Assert.Equal(best.Item, SeriesTrial.Judge(fit.Series, null).Model);
    }

    [Fact]
    public void What_did_worse_than_a_naive_forecast_is_refused_with_both_scores()
    {
        using var folder = new SeriesFolder();
        var text = Plan("series: { file: need.csv, name: bandages, model: poisson }", 9);
        var mistake = Assert.Single(folder.Mistakes(text), each => each.Severity == Severity.Error);
        Assert.Contains("CRPS 56.1", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("against 10.9", mistake.Message, StringComparison.Ordinal);
        Assert.Equal("`poisson`", mistake.Message[..9]);
        Assert.Empty(folder.Mistakes(text.Replace("poisson", "last"))); // a naive one may be named
    }

    [Fact]
    public void A_series_too_short_to_judge_is_its_mean_and_that_is_said()
    {
        using var folder = new SeriesFolder(Ending(Yesterday, [.. Enumerable.Repeat(2L, 200)]));
        var text = Plan("series: { file: need.csv, name: need }", 9);
        Assert.Equal(Severity.Warning, Assert.Single(folder.Mistakes(text)).Severity);
        Assert.Equal("mean", folder.Run(text).Series.Single().Forecast.Model);
        Assert.Equal(
            Severity.Error, Assert.Single(folder.Mistakes(text.Replace("need }", "need, model: raids }"))).Severity);
    }

    [Fact]
    public void The_bytes_are_the_same_at_any_number_of_threads()
    {
        string Bytes(int threads)
        {
            using var folder = new SeriesFolder(Waves);
            var scenario = folder.Read(Plan("series: { file: need.csv, name: need }", 53));
            var options = new RunOptions { Replications = 3_000, Seed = 7, Threads = threads, Charts = true };
            return JsonReport.Write(Rehearsal.Run(scenario, options));
        }

        Assert.Equal(Bytes(1), Bytes(2));
    }

    [Fact]
    public void A_series_counts_as_one_value_with_what_it_rests_on()
    {
        using var folder = new SeriesFolder(Steady);
        var scenario = folder.Read(Plan("series: { file: need.csv, name: need }, assume: as it was", 30));
        var value = Assert.Single(scenario.Values, each => each.Path.StartsWith("demands.", StringComparison.Ordinal));
        Assert.Equal("demands.use.series", value.Path);
        Assert.Equal(("need in need.csv until 2024-12-31", "as it was"), (value.Text, value.Support.Assume));
        var (report, _) = Explaining.Find(
            scenario,
            new RunOptions { Replications = 50 },
            "asked",
            [],
            cancellation: TestContext.Current.CancellationToken);
        var input = Assert.Single(report!.Inputs);
        Assert.Equal(("demands.use.series", "10% more"), (input.Value.Path, input.Effects[0].Words));
        Assert.InRange(input.Effects[0].Change!.Value.Value, 5.0, 13.0); // a tenth of 30 days of 3
    }

    /// <summary>Three a day are forecast; two were used on the second day, and the shelf was counted before.</summary>
    [Fact]
    public void Facts_are_as_for_every_demand()
    {
        using var folder = new SeriesFolder(Steady);
        var answers = folder.Run("""
            today: day 3
            counts: { base: { a: { day 1: 20 } } }
            demands:
              use:
                at: base
                served-by: [a]
                series: { file: need.csv, name: need, model: mean }
                used: { day 2: 2 }
            questions:
              today: { on-hand: a, at: base, when: day 3 }
              later: { on-hand: a, at: base, when: day 5 }
            """).Answers;
        Assert.Equal(["15", "9"], answers.Select(Rehearsal.InWords)); // 20 - 2 - 3, then six more
    }

    [Fact]
    public void An_option_may_name_another_model_or_do_without_the_series()
    {
        using var folder = new SeriesFolder(Waves);
        folder.Write(Plan("series: { file: need.csv, name: need }", 9) + """

            options:
              plain: { demands: { use: { series: { model: mean } } } }
              fixed: { demands: { use: { series: null, per-day: 4 } } }
            """);
        var plain = ScenarioReader.Read(folder.Scenario, option: "plain").Scenario!;
        Assert.Equal("mean", plain.Supply.Demands[0].Series!.Forecast!.Value.Model);
        Assert.Equal(Basis.Decision, plain.Values.Single(value => value.Path == "demands.use.series").Support.Basis);
        Assert.Null(ScenarioReader.Read(folder.Scenario, option: "fixed").Scenario!.Supply.Demands[0].Series);
    }

    [Theory]
    [InlineData("../elsewhere.csv", "lies outside")]
    [InlineData("/etc/hostname", "lies outside")]
    [InlineData("link.csv", "lies outside")]
    [InlineData("folder", "is a folder")]
    [InlineData("nothing.csv", "is not there")]
    [InlineData("empty.csv", "is empty")]
    [InlineData("pipe", "is empty")]
    [InlineData("scenario.yaml", "is not a file of series")]
    [InlineData("wrong.csv", "has 2 mistakes; the first on line 2")]
    public void A_file_that_cannot_be_read_is_said_and_waits_for_nothing(string file, string says)
    {
        using var folder = new SeriesFolder(Steady);
        Directory.CreateDirectory(folder.File("folder"));
        File.WriteAllText(folder.File("empty.csv"), "");
        File.WriteAllText(folder.File("wrong.csv"), "series,period,count\nneed,2024-01-01,x\nneed,2024-01-02,y\n");
        File.CreateSymbolicLink(folder.File("link.csv"), "/etc/hostname");
        if (file == "pipe")
            System.Diagnostics.Process.Start("mkfifo", folder.File("pipe")).WaitForExit();
        var mistake = Assert.Single(folder.Mistakes(Plan($"series: {{ file: {file}, name: need }}", 9)));
        Assert.Contains(says, mistake.Message, StringComparison.Ordinal);
        Assert.True(mistake.At.Line > 0);
    }

    private static string Plan(string need, int days) => $$"""
        calendar: { from: day 1, to: day {{days}} }
        demands: { use: { at: base, served-by: [a], {{need}} } }
        questions: { asked: { unmet: use } }
        """;

    private static NeedSeries Ending(Day last, ImmutableArray<long> counts) =>
        new("need", PeriodStep.Day, last.Number - counts.Length + 1, counts);

    /// <summary>The need of each day, by replication.</summary>
    private static int[][] NeedsOf(Scenario scenario, int replications)
    {
        var model = Model.Compile(scenario, Seed);
        var need = model.Supply.Demands[0].Need;
        var (once, room) = (new double[model.Once.Count], new NeedRoom(model.Supply.Days, model.Supply.Demands));
        var needs = new int[replications][];
        for (var replication = 0; replication < replications; replication++)
        {
            model.Once.Draw(replication, once);
            needs[replication] = new int[model.Supply.Days];
            need.Draw(replication, once, needs[replication], room);
        }

        return needs;
    }

    /// <summary>And its standard error, by the fourth moment.</summary>
    private static (double Value, double Error) Variance(double[] values)
    {
        var mean = values.Average();
        var variance = values.Average(value => (value - mean) * (value - mean));
        var fourth = values.Average(value => Math.Pow(value - mean, 4));
        return (variance, Math.Sqrt((fourth - (variance * variance)) / values.Length));
    }
}
