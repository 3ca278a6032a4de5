using Resupply.Answers;
using Resupply.Reports;
using Resupply.Tests.Production;
using Resupply.Tests.Readiness;

namespace Resupply.Tests.Reports;

/// <summary>The report in a headless browser: tests/web/report.mjs holds what is asked of it.</summary>
public sealed class WebPageTests
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>Where pictures go, for a person to look at; none are taken where it is not set.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("RESUPPLY_PICTURES");

    [Fact]
    public void The_report_reads_well_in_a_browser_on_a_phone_and_on_paper() => Open(InventedReport.Winter, []);

    [Fact]
    public void Fleets_and_crews_read_well_too() => Open(TwoFleets.Report, []);

    [Fact]
    public void The_queue_reads_well_too() => Open(Transformers.Report, []);

    [Fact]
    public void A_long_queue_with_long_names_reads_well_too() => Open(Transformers.Many, []);

    [Fact]
    public void No_name_of_the_file_runs_in_the_browser() => Open(InventedReport.Hostile, ["--briefly"]);

    private static void Open(RunReport report, string[] how)
    {
        if (!File.Exists(Chromium)) Assert.Skip($"{Chromium} is not there");
        var name = $"resupply-report-{Environment.ProcessId}-{report.Answers.Length}-{report.Queues.Length}.html";
        var page = Path.Combine(Path.GetTempPath(), name);
        File.WriteAllText(page, HtmlReport.Write(report));
        try
        {
            string[] pictures = Pictures is null || how.Length > 0 ? [] : [$"--pictures={Pictures}"];
            NodeScript.Passes("report.mjs", [page, .. how, .. pictures]);
        }
        finally
        {
            File.Delete(page);
        }
    }
}
