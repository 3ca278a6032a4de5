using Resupply.Language;
using Resupply.Scoring;

namespace Resupply.Tests.Scoring;

/// <summary>Who said what when, and how it counts: small cases, by hand.</summary>
public class ScoreboardTests
{
    private const string Lasts = "  lasts: { happened: yes }\n";

    private static QuestionScore OnlyOf(ScoreReport report) => Assert.Single(report.Ours.Questions);

    /// <summary>0.2 stands from the 22nd to the 26th, 0.8 from the 27th to the 31st: five days each.</summary>
    [Fact]
    public void An_answer_counts_for_the_days_it_stood()
    {
        var log = new Logs().Add("2024-12-22", Logs.Said("lasts", 0.2)).Add("2024-12-27", Logs.Said("lasts", 0.8));
        var score = OnlyOf(log.Scored(Lasts));
        Assert.Equal([(5, 10), (5, 5)], score.Given.Select(given => (given.Standing.Days, given.Standing.Lead)));
        Assert.Equal((0.64 + 0.04) / 2, score.Brier, 1e-12);
        Assert.Equal(0.5, score.Said, 1e-12);
        var logs = new[] { 0.2, 0.8 }.Select(said => -Math.Log2(((said * 1000) + 0.5) / 1001));
        Assert.Equal(logs.Average(), score.Log, 1e-12);
    }

    /// <summary>The same heard again, also every day, changes no score.</summary>
    [Fact]
    public void Asking_again_and_hearing_the_same_changes_nothing()
    {
        var once = new Logs().Add("2024-12-12", Logs.Said("lasts", 0.7)).Add("2024-12-12", Logs.Said("other", 0.4));
        var daily = new Logs().Add("2024-12-12", Logs.Said("lasts", 0.7)).Add("2024-12-12", Logs.Said("other", 0.4));
        for (var day = 13; day <= 31; day++) daily.Add($"2024-12-{day}", Logs.Said("lasts", 0.7));
        const string came = Lasts + "  other: { happened: no }\n";
        var (few, many) = (once.Scored(came), daily.Scored(came));
        Assert.Equal(few.Ours.Brier, many.Ours.Brier, 1e-12);
        Assert.Equal(few.Ours.Log, many.Ours.Log, 1e-12);
        Assert.Equal((0.09 + 0.16) / 2, many.Ours.Brier, 1e-12); // each question counts alike
        Assert.Equal(few.Parts!.Brier, many.Parts!.Brier, 1e-12);
        Assert.Equal(
            few.Reliability.Select(bin => bin.Weight), many.Reliability.Select(bin => Math.Round(bin.Weight, 9)));
    }

    [Fact]
    public void The_last_answer_of_a_day_is_that_of_the_day()
    {
        var log = new Logs()
            .Add("2024-12-30T08:00:00Z", Logs.Said("lasts", 0.1))
            .Add("2024-12-30T17:00:00Z", Logs.Said("lasts", 0.6));
        Assert.Equal(0.16, OnlyOf(log.Scored(Lasts)).Brier, 1e-12);
    }

    /// <summary>What is said on the day on which it becomes known, or later, is no forecast.</summary>
    [Fact]
    public void What_is_said_when_it_is_known_counts_for_nothing()
    {
        var log = new Logs()
            .Add("2024-12-01", Logs.Said("lasts", 0.6))
            .Add("2024-12-12", Logs.Said("lasts", 0))
            .Add("2025-01-02", Logs.Said("lasts", 0));
        var report = log.Scored("  lasts: { happened: no, on: 2024-12-12 }\n");
        Assert.Equal(0.36, OnlyOf(report).Brier, 1e-12);
        Assert.Equal(11, OnlyOf(report).Given[0].Standing.Days);
        Assert.Equal(2, report.Left.Late);
    }

    [Fact]
    public void Where_all_was_said_too_late_a_warning_says_so()
    {
        var (report, found) = new Logs().Add("2025-01-02", Logs.Said("lasts", 1)).Score(Lasts);
        Assert.Empty(report!.Ours.Questions);
        Assert.Null(report.Parts);
        Assert.Equal(Severity.Warning, Assert.Single(found).Severity);
    }

    [Fact]
    public void What_would_have_been_said_earlier_was_not_said()
    {
        var log = new Logs()
            .Add("2024-12-01", Logs.Said("lasts", 0.6), knownOn: "2024-12-01")
            .Add("2024-12-20", Logs.Said("lasts", 0.9), knownOn: "2024-11-01");
        var report = log.Scored(Lasts);
        Assert.Equal(0.16, OnlyOf(report).Brier, 1e-12);
        Assert.Equal(1, report.Left.Replays);
    }

    /// <summary>What was answered for another course is not what was said of this one.</summary>
    [Fact]
    public void Only_the_course_that_was_taken_is_scored()
    {
        var log = new Logs()
            .Add("2024-12-01", Logs.Said("lasts", 0.6))
            .Add("2024-12-02", Logs.Said("lasts", 0.9), option: "more-trucks");
        Assert.Equal(0.16, log.Scored(Lasts).Ours.Brier, 1e-12);
        Assert.Equal("more-trucks", Assert.Single(log.Scored(Lasts).Open).Option);
        Assert.Equal(0.01, log.Scored("  lasts: { happened: yes, option: more-trucks }\n").Ours.Brier, 1e-12);
    }

    /// <summary>An official flatly said yes to both and was wrong once; a rumour gave 30 % to one.</summary>
    [Fact]
    public void Sources_are_scored_beside_us()
    {
        var official = Logs.Claim("An official", 1);
        var log = new Logs().Add(
            "2024-12-01",
            $"{Logs.Said("lasts", 0.8, claims: official)}," +
            $"{Logs.Said("comes", 0.4, claims: $"{official},{Logs.Claim("A rumour", 0.3)}")}," +
            Logs.Said("other", 0.5));
        var report = log.Scored(Lasts + "  comes: { happened: no }\n  other: { happened: no }\n");
        Assert.Equal(["An official", "A rumour"], report.Theirs.Select(record => record.Who));
        Assert.Equal(0.5, report.Theirs[0].Brier, 1e-12);
        Assert.Equal((-Math.Log2(0.99) - Math.Log2(0.01)) / 2, report.Theirs[0].Log, 1e-9);
        Assert.Equal(0.09, report.Theirs[1].Brier, 1e-12);
        Assert.Equal((0.04 + 0.16) / 2, report.Ours.On(report.Theirs[0]).Brier, 1e-12);
        Assert.Equal(((0.04 - 0) + (0.16 - 1)) / 2, report.Ours.Against(report.Theirs[0])!.Mean, 1e-12);
        Assert.Equal(1.0 / 3, report.Ours.BaseRate, 1e-12);
        Assert.Equal(1 - ((0.04 + 0.16 + 0.25) / 3 / (2.0 / 9)), report.Ours.Skill, 1e-12);
        var deviations = new[] { 0.04, 0.16, 0.25 }.Select(each => Math.Pow(each - 0.15, 2));
        Assert.Equal(Math.Sqrt(deviations.Sum() / 2 / 3), report.Ours.BrierError, 1e-12);
    }

    /// <summary>Two claims of one source on one question count as one word of it.</summary>
    [Fact]
    public void A_source_that_says_two_things_at_once_is_scored_on_both_alike()
    {
        var claims = $"{Logs.Claim("Paper", 1, "a")},{Logs.Claim("Paper", 0, "b")}";
        var report = new Logs().Add("2024-12-01", Logs.Said("lasts", 0.8, claims: claims)).Scored(Lasts);
        Assert.Equal(0.5, Assert.Single(report.Theirs).Brier, 1e-12);
    }

    /// <summary>10, 20, 40 were said, 30 came: 2/3 (0.1 × 20 + 0.5 × 10 + 0.1 × 10).</summary>
    [Fact]
    public void A_quantity_is_scored_by_its_quantiles()
    {
        const string left = """
            "left":{"kind":"quantity","asks":"left","settled":"2024-12-31","mean":22,"p10":10,"p50":20,"p90":40,
            """ + "\"unit\":\"units\"}";
        var score = Assert.Single(new Logs().Add("2024-12-01", left).Scored("  left: { value: 30 }\n").Numbers);
        Assert.Equal(2.0 / 3 * (2 + 5 + 1), score.Loss, 1e-12);
        Assert.Equal((-10.0, 1.0, "units"), (score.Error, score.Inside, score.Unit));
    }

    /// <summary>
    /// p10 the 21st, p50 the 27th, never in 20 of 100; the calendar ends on the 31st. What comes on the 25th came; what
    /// comes in January did not come within it.
    /// </summary>
    [Theory]
    [InlineData("2024-12-25", 0.04, 2.0 / 3 * (0.4 + 1 + 0.7), 2)]
    [InlineData("2025-01-15", 0.64, 2.0 / 3 * (1.1 + 2.5 + 0), -5)]
    [InlineData("never", 0.64, 2.0 / 3 * (1.1 + 2.5 + 0), -5)]
    public void A_day_is_scored_as_a_day_and_as_whether_it_comes(string came, double brier, double loss, double error)
    {
        const string runsOut = "\"out\":{\"kind\":\"date\",\"asks\":\"out\",\"settled\":\"2024-12-31\"," +
            "\"p10\":\"2024-12-21\",\"p50\":\"2024-12-27\",\"p90\":null,\"never\":0.2}";
        var report = new Logs().Add("2024-12-01", runsOut).Scored($"  out: {{ date: {came} }}\n");
        Assert.Equal(brier, OnlyOf(report).Brier, 1e-12);
        var score = Assert.Single(report.Numbers);
        Assert.Equal(loss, score.Loss, 1e-12);
        Assert.Equal(error, score.Error, 1e-12);
    }

    [Fact]
    public void A_share_has_its_error()
    {
        const string met = "\"met\":{\"kind\":\"share\",\"asks\":\"met\",\"settled\":\"2024-12-31\",\"estimate\":0.9}";
        var score = Assert.Single(new Logs().Add("2024-12-01", met).Scored("  met: { value: 96% }\n").Numbers);
        Assert.Equal(-0.06, score.Error, 1e-12);
        Assert.Equal(double.NaN, score.Loss);
    }

    [Fact]
    public void What_has_not_come_yet_is_open()
    {
        var log = new Logs().Add("2024-12-01", $"{Logs.Said("later", 0.3, "2025-06-30")},{Logs.Said("lasts", 0.8)}");
        Assert.Equal(["later"], log.Scored(Lasts).Open.Select(asked => asked.Name));
        Assert.Equal(["lasts", "later"], log.Scored("  {}\n").Open.Select(asked => asked.Name));
    }

    [Fact]
    public void Two_scenarios_are_kept_apart()
    {
        var log = new Logs()
            .Add("2024-12-01", Logs.Said("lasts", 0.9), "north/scenario.yaml")
            .Add("2024-12-01", Logs.Said("lasts", 0.9), "south/scenario.yaml");
        var report = log.Scored(
            "  lasts: { happened: yes, scenario: north }\n" +
            "  south: { question: lasts, happened: no, scenario: south }\n");
        Assert.Equal(
            [("north", 0.01), ("south", 0.81)],
            report.ByScenario.Select(each => (each.Scenario, Math.Round(each.Record.Brier, 9))));
    }

    [Fact]
    public void An_exact_answer_that_is_wrong_costs_everything_in_the_logarithm()
    {
        const string exact = "\"lasts\":{\"kind\":\"probability\",\"asks\":\"lasts\",\"settled\":\"2024-12-31\"," +
            "\"estimate\":0.001,\"exact\":0}";
        Assert.Equal(double.PositiveInfinity, new Logs().Add("2024-12-01", exact).Scored(Lasts).Ours.Log);
    }
}
