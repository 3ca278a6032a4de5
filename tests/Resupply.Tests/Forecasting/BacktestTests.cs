using Resupply.Forecasting;
using Resupply.Language;
using Resupply.Reports;

namespace Resupply.Tests.Forecasting;

/// <summary>The trial on the past: it never looks ahead, gives the same bytes, and does not recommend the
/// worse.</summary>
public class BacktestTests
{
    private static readonly FitTerms Terms = FitTerms.Of(PeriodStep.Day) with
    {
        Horizons = [7, 28],
        Every = 14,
        HistoryMin = 250,
        Courses = 60,
    };

    [Fact]
    public void Nothing_after_an_origin_changes_its_forecast()
    {
        var series = InventedNeed.Bursts();
        var changed = series with
        {
            Counts = [.. series.Counts[..350], .. series.Counts[350..].Select(count => count < 0 ? count : 77)],
        };
        var (before, after) = (Fit(series, Terms), Fit(changed, Terms));
        for (var model = 0; model < before.Names.Length; model++)
        {
            var (one, other) = (before.Sums[model][^1], after.Sums[model][^1]);
            Assert.Equal(one.Origins, other.Origins);
            foreach (var (index, origin) in one.Origins.Index())
            {
                if (origin + 28 <= series.First + 350)
                    Assert.Equal(one.CrpsByOrigin[index], other.CrpsByOrigin[index]);
            }
        }

        Assert.Contains(before.Sums[0][^1].Origins, origin => origin + 28 <= series.First + 350);
    }

    [Fact]
    public void The_bytes_are_the_same_at_any_number_of_threads()
    {
        using var folder = new TemporaryFolder();
        var file = Write(folder, InventedNeed.Bursts("one"), InventedNeed.Bursts("two", 390));
        string Bytes(int threads) => FitJson.Write(FitFile.Find(new FitRequest
        {
            Path = file,
            Horizons = [7, 28],
            Every = 14,
            HistoryMin = 250,
            Courses = 60,
            Threads = threads,
        }).Report!);
        var alone = Bytes(1);
        Assert.Equal(alone, Bytes(2));
        Assert.Equal(alone, Bytes(7));
    }

    [Fact]
    public void Where_a_naive_model_is_best_it_is_printed_and_that_is_said()
    {
        var series = InventedNeed.Days("jump", 400, (ref Resupply.Forecasting.Draws _, int day) => day < 300 ? 1 : 10);
        var fit = Fit(series, Terms);
        Assert.Equal("last", fit.Names[fit.Chosen]);
        Assert.True(fit.Crps(fit.Best) > fit.Crps(fit.Chosen));
    }

    /// <summary>Day 5 of every 50 is not known: no span that holds one is summed, the other days are scored.</summary>
    [Fact]
    public void What_is_not_known_is_not_scored()
    {
        var series = InventedNeed.Bursts();
        var fit = Fit(series, Terms);
        foreach (var origin in fit.Sums[0][^1].Origins)
        {
            var from = origin - series.First;
            Assert.DoesNotContain(NeedSeries.NotKnown, series.Counts[from..(from + 28)]);
        }

        Assert.True(fit.Sums[0][^1].Origins.Count < fit.Periods[0][^1].Origins.Count);
    }

    [Fact]
    public void A_series_too_short_to_judge_is_not_judged()
    {
        var fit = Fit(InventedNeed.Bursts(days: 260), Terms);
        Assert.False(fit.IsJudged);
        Assert.Equal("mean", fit.Names[fit.Chosen]);
    }

    public static TheoryData<string> Models =>
    [
        .. NeedModels.For(PeriodStep.Day, 28).Select(model => model.Name),
        .. NeedModels.For(PeriodStep.Month, 6).Select(model => "month-" + model.Name),
    ];

    /// <summary>What a model prints is a demand that the language reads, in every option and world.</summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void A_block_is_a_demand(string name)
    {
        using var folder = new TemporaryFolder();
        var isMonth = name.StartsWith("month-", StringComparison.Ordinal);
        var series = InventedNeed.Bursts("need") with { Step = isMonth ? PeriodStep.Month : PeriodStep.Day };
        if (isMonth) series = series with { First = 24_000, Counts = series.Counts[..40] };
        var file = Write(folder, series);
        var terms = FitTerms.Of(series.Step) with { Horizons = [2, 6] };
        var model = NeedModels.For(series.Step, 6).First(each => each.Name == name.Replace("month-", ""));
        var fit = Fit(series, terms) with
        {
            Block = model.Fit(series.All())!.Block(6)!,
        };
        var report = new FitReport(SeriesFile.Read(file).File!, terms, [fit], [], []) { At = "hub", ServedBy = "pump" };
        var scenario = folder.File("scenario.yaml");
        File.WriteAllText(
            scenario,
            "resupply: 1\ntitle: T\ncalendar: { from: 2024-11-09, to: 2024-12-31 }\nsites: { hub: {} }\n" +
            "items: { pump: {} }\nstocks: { hub: { pump: 9 } }\n" + WrittenBlock.Of(fit, report));
        var (_, found) = ScenarioReader.CheckAll(scenario);
        Complaints.None(found.Where(each => each.Severity == Severity.Error).Select(each => each.ToString()));
        Assert.All(File.ReadAllLines(scenario), line => Assert.InRange(line.Length, 0, 100));
    }

    internal static string Write(TemporaryFolder folder, params NeedSeries[] series)
    {
        var file = folder.File("series.csv");
        File.WriteAllLines(file, [SeriesFile.Header, .. series.SelectMany(each => each.Counts.Select((count, index) =>
            $"{each.Name},{each.PeriodAt(index)},{(count < 0 ? "" : count)}"))]);
        return file;
    }

    private static SeriesFit Fit(NeedSeries series, FitTerms terms) =>
        Fitting.Find([series], terms, cancellation: TestContext.Current.CancellationToken)[0];
}
