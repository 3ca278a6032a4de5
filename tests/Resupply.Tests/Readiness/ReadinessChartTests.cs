using Resupply.Answers;

namespace Resupply.Tests.Readiness;

/// <summary>What the report draws of two fleets agrees with what is answered of them.</summary>
public class ReadinessChartTests
{
    private static readonly RunReport Report = TwoFleets.Report;

    /// <summary>No member comes or goes, so the average of shares is the share of the time.</summary>
    [Fact]
    public void What_is_not_down_is_available()
    {
        var whole = Fleet("transport").Whole;
        var answer = Assert.IsType<Answer.Share>(Answer("ready-transport"));
        Assert.Equal(answer.Estimate.Value, (whole.Owned - whole.Down) / whole.Owned, 1e-8);
    }

    [Fact]
    public void Every_reason_is_met_with_in_two_fleets()
    {
        var wholes = Report.Fleets.Select(fleet => fleet.Whole).ToArray();
        Assert.All(wholes, whole => Assert.True(whole is { PartInNoStock: > 0, PartInTransit: > 0, Work: > 0 }));
        Assert.All(wholes, whole => Assert.True(whole is { Team: > 0, Shift: > 0 }));
        Assert.All(wholes, whole => Assert.Equal(whole.Down, whole.Nmcs + whole.Nmcm, 1e-9));
    }

    [Fact]
    public void Every_member_is_available_or_waits_for_a_part_or_for_work()
    {
        foreach (var fleet in Report.Fleets)
        {
            Assert.Equal(fleet.Available.Length, fleet.Days.Length);
            Assert.All(fleet.Available.Zip(fleet.Days), each => Assert.Equal(
                each.Second.Owned, each.First.Mean + each.Second.Nmcs + each.Second.Nmcm, 1e-9));
            Assert.Equal(fleet.Whole.Owned - fleet.Whole.Down, fleet.Days.Sum(day => day.AllDay.Available), 1e-6);
            Assert.Equal(fleet.Whole.Nmcs, fleet.Days.Sum(day => day.AllDay.Nmcs), 1e-6);
            Assert.Equal(fleet.Whole.Nmcm, fleet.Days.Sum(day => day.AllDay.Nmcm), 1e-6);
        }
    }

    [Fact]
    public void Months_are_those_of_the_calendar() => Assert.Equal(
        [
            "2024-11-15 2024-11-30", "2024-12-01 2024-12-31", "2025-01-01 2025-01-31", "2025-02-01 2025-02-28",
            "2025-03-01 2025-03-31", "2025-04-01 2025-04-30", "2025-05-01 2025-05-31", "2025-06-01 2025-06-30",
        ],
        Fleet("fighter").Months.Select(month => $"{month.From} {month.To}"));

    [Fact]
    public void Backorders_are_those_that_are_asked_for()
    {
        var answer = Assert.IsType<Answer.Quantity>(Answer("gearboxes"));
        var gearbox = Assert.Single(Fleet("transport").Parts, part => part.Item == "gearbox");
        Assert.Equal(answer.Mean!.Value.Value, gearbox.Backorders, 2e-6);
    }

    /// <summary>The crew has as many teams on every day.</summary>
    [Fact]
    public void A_crew_is_as_busy_as_is_answered()
    {
        var answer = Assert.IsType<Answer.Share>(Answer("line-busy"));
        var line = Assert.Single(Report.Crews, crew => crew.Crew == "line");
        Assert.Equal(answer.Estimate.Value, line.Busy.Average()!.Value, 1e-9);
        Assert.All(line.Teams, band => Assert.Equal(3, band.Mean));
    }

    [Fact]
    public void The_parts_that_alone_are_missing_come_first()
    {
        foreach (var fleet in Report.Fleets)
        {
            Assert.Equal(fleet.Parts.Select(part => part.MissingAlone).OrderDescending(),
                fleet.Parts.Select(part => part.MissingAlone));
            Assert.All(fleet.Parts, part => Assert.InRange(part.MissingAlone, 0, part.Missing));
            Assert.InRange(fleet.Parts.Sum(part => part.MissingAlone), 0, fleet.Days.Average(day => day.Nmcs) + 1e-9);
        }
    }

    /// <summary>50 years have more days than a chart has points: what is drawn is every so many days.</summary>
    [Fact]
    public void A_long_calendar_is_drawn_every_few_days()
    {
        var scenario = Wing.Read(
            """
            resupply: 1
            title: Half a century
            calendar: { from: 2025-01-15, to: 2074-12-31 }
            sites: { base: {} }
            items: { a: { fails: exponential(300 d), repair: { at: here, crew: line, takes: exponential(20 d) } } }
            fleets: { trucks: { at: base, size: 4, parts: { a: 1 } } }
            crews: { line: { teams: 1, works: 8 h per day } }
            questions: { ready: { available: trucks, between: [2025-01-15, 2074-12-31] } }

            """);
        var report = Resupply.Tests.Supply.Rehearsal.Run(
            scenario, TwoFleets.Audited with { Replications = 5 });
        var (fleet, answer) = (report.Fleets[0], Assert.IsType<Answer.Share>(report.Answers[0]));
        Assert.InRange(fleet.Days.Length, 200, 402);
        Assert.Equal(600, fleet.Months.Length);
        Assert.Equal(answer.Estimate.Value, 1 - (fleet.Whole.Down / fleet.Whole.Owned), 1e-8);
        Assert.Equal(
            report.Crews[0].Busy.Length, report.Crews[0].Busy.Count(busy => busy is >= 0 and <= 1));
    }

    private static FleetChart Fleet(string name) => Assert.Single(Report.Fleets, fleet => fleet.Fleet == name);

    private static Answer Answer(string name) => Assert.Single(Report.Answers, answer => answer.Name == name);
}
