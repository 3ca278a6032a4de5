using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Resupply.Answers;
using Resupply.Reports;
using Resupply.Tests.Readiness;

namespace Resupply.Tests.Reports;

public sealed class ReadinessReportTests
{
    private static readonly RunReport Report = TwoFleets.Report;
    private static readonly string Page = HtmlReport.Write(Report);

    [Fact]
    public void A_fleet_has_two_figures_and_a_crew_one()
    {
        foreach (var id in (string[])["ready-0", "ready-1", "downtime-0", "downtime-1", "crew-0", "crew-1"])
            Assert.Contains($"<figure id=\"{id}\"", Page, StringComparison.Ordinal);
        Assert.Equal(2, Page.Split("problem parts</h4>").Length - 1);
    }

    [Fact]
    public void Terms_of_the_trade_are_explained_before_they_are_used()
    {
        foreach (var term in (string[])["NMCS", "NMCM", "(Ao)"])
        {
            var first = Page.IndexOf(term, Page.IndexOf("<main>", StringComparison.Ordinal), StringComparison.Ordinal);
            var explained = Page.IndexOf("NMCS: not mission capable, supply", StringComparison.Ordinal);
            Assert.InRange(first, explained, explained + 300);
        }
    }

    [Fact]
    public void The_time_lost_is_told_in_words_that_add_up()
    {
        var caption = Regex.Match(Page, "member-days (?<down>[0-9,]+) were lost: (?<split>.*?\\))\\. Where", default,
            TimeSpan.FromSeconds(5));
        Assert.True(caption.Success);
        var shares = Regex.Matches(caption.Groups["split"].Value, "\\((?<percent>[0-9]+)%\\)", default,
            TimeSpan.FromSeconds(5)).Select(share => int.Parse(share.Groups["percent"].Value, null));
        Assert.InRange(shares.Sum(), 98, 102);
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes() => Assert.Equal(Page, HtmlReport.Write(Report));

    [Fact]
    public void A_file_without_fleets_says_nothing_of_them()
    {
        var winter = HtmlReport.Write(InventedReport.Winter);
        var (begins, ends) = (winter.IndexOf("<body>", StringComparison.Ordinal), winter.LastIndexOf(
            "<script>", StringComparison.Ordinal));
        var body = winter[begins..ends];
        foreach (var word in (string[])["NMCS", "Where the time went", "crews", "\"ready-0\"", "members"])
            Assert.DoesNotContain(word, body, StringComparison.Ordinal);
        Assert.DoesNotContain("NMCS", Terminal(InventedReport.Winter, 80), StringComparison.Ordinal);
        Assert.Equal(CsvReport.Header + "\r\n", CsvReport.Readiness(InventedReport.Winter));
        using var folder = new TemporaryFolder();
        CsvReport.Write(InventedReport.Winter, folder.File("tables"));
        Assert.False(File.Exists(Path.Combine(folder.File("tables"), "readiness.csv")));
    }

    [Fact]
    public void Fleets_without_crews_and_crews_without_fleets_are_shown()
    {
        Assert.Contains("ready-0", HtmlReport.Write(Report with { Crews = [] }), StringComparison.Ordinal);
        Assert.Contains("crew-0", HtmlReport.Write(Report with { Fleets = [] }), StringComparison.Ordinal);
        Assert.Contains("avionics", Terminal(Report with { Fleets = [] }, 80), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_years_are_bars_of_years()
    {
        var fleet = Report.Fleets[0];
        var month = fleet.Months[1];
        ImmutableArray<DowntimeSplit> months =
        [
            .. Enumerable.Range(0, 240).Select(index => month with
            {
                From = Resupply.Values.Day.Of(2025 + (index / 12), 1 + (index % 12), 1),
                To = Resupply.Values.Day.Of(2025 + (index / 12), 1 + (index % 12), 28),
            }),
        ];
        var page = HtmlReport.Write(Report with { Fleets = [fleet with { Months = months }] });
        var data = page[page.IndexOf("\"downtime-0\":", StringComparison.Ordinal)..];
        Assert.Equal(20, data[..data.IndexOf("\"crew-0\"", StringComparison.Ordinal)].Split("\"members\"").Length - 1);
    }

    [Fact]
    public void The_terminal_tells_why_fleets_wait()
    {
        var text = Terminal(Report, 80);
        Assert.Contains("Where the time went\n", text, StringComparison.Ordinal);
        Assert.Matches(@"\ntransport +\d+% of the time available \(Ao\): [\d.]+ of 5 members on average\n", text);
        Assert.Matches(@"\n +lacks a part \d+% of the time \(NMCS\), in maintenance \d+% \(NMCM\)\n", text);
        Assert.Matches(@"of the time down: part in stock nowhere \d+%", text);
        Assert.Matches(@"on average: gearbox [\d.]+, radar\s", text);
        Assert.Matches(@"\navionics +\d+% busy; [\d.]+ jobs wait on average, most on 20", text);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tables_have_every_day_every_month_and_every_part()
    {
        var series = CsvReport.Series(Report).Split("\r\n");
        var days = Report.Card.To - Report.Card.From + 1;
        foreach (var measure in (string[])["members", "available-share", "nmcs", "nmcm", "nmcs-over-the-day"])
        {
            Assert.Equal(
                days, series.Count(line => line.StartsWith($"base,{measure},fighter,", StringComparison.Ordinal)));
        }

        Assert.Equal(
            days, series.Count(line => line.StartsWith("base,busy,line,", StringComparison.Ordinal)));
        Assert.Equal(
            days * 8, series.Count(line => line.StartsWith("base,jobs-waiting,line,", StringComparison.Ordinal)));
        var readiness = CsvReport.Readiness(Report).Split("\r\n");
        Assert.Equal(8, readiness.Count(line => line.StartsWith("base,in-work,fighter,2", StringComparison.Ordinal)));
        Assert.Single(readiness, line => line.StartsWith(
            "base,missing-alone,transport.gearbox,,mean,0.", StringComparison.Ordinal));
    }

    /// <summary>Owned less than down, to the last digit that a table has.</summary>
    [Fact]
    public void What_the_table_of_months_says_adds_up()
    {
        var rows = CsvReport.Readiness(Report).Split("\r\n").Select(line => line.Split(','))
            .Where(cells => cells is [_, _, "transport", "2025-02-01", ..])
            .ToDictionary(cells => cells[1], cells => double.Parse(
                cells[5], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(28 * 5, rows["member-days"], 1e-9);
        var fleet = Assert.Single(Report.Fleets, fleet => fleet.Fleet == "transport");
        var available = fleet.Days.Zip(fleet.Available).Where(day => day.Second.Day.ToString().StartsWith(
            "2025-02", StringComparison.Ordinal)).Sum(day => day.First.AllDay.Available);
        Assert.Equal(rows["member-days"] - available, rows.Values.Sum() - rows["member-days"], 1e-6);
    }

    private static string Terminal(RunReport report, int width)
    {
        using var output = new StringWriter();
        TerminalReport.Write(report, output, width);
        return output.ToString();
    }
}
