using System.Diagnostics;
using System.Runtime.CompilerServices;
using Resupply.Answers;
using Resupply.Reports;

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
    public void No_name_of_the_file_runs_in_the_browser() => Open(InventedReport.Hostile, ["--briefly"]);

    private static void Open(RunReport report, string[] how)
    {
        if (!File.Exists(Chromium)) Assert.Skip($"{Chromium} is not there");
        if (!Runs("node", ["--version"], ".")) Assert.Skip("node is not there");
        var folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "web");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            Assert.Equal("", Run("npm", ["ci", "--no-audit", "--no-fund", "--silent"], folder).Faults);

        var name = $"resupply-report-{Environment.ProcessId}-{report.Answers.Length}.html";
        var page = Path.Combine(Path.GetTempPath(), name);
        File.WriteAllText(page, HtmlReport.Write(report));
        try
        {
            string[] pictures = Pictures is null || how.Length > 0 ? [] : [$"--pictures={Pictures}"];
            string[] arguments = ["report.mjs", page, .. how, .. pictures];
            Assert.Equal("", Run("node", arguments, folder).Faults);
        }
        finally
        {
            File.Delete(page);
        }
    }

    private static bool Runs(string program, string[] arguments, string folder)
    {
        try
        {
            return Run(program, arguments, folder).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static (int Code, string Faults) Run(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start");
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? "" : output + errors.Result);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
