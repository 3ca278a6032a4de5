using Resupply.Cli;

namespace Resupply.Tests.Forecasting;

/// <summary>`resupply fit` as it is called, with wrong input too.</summary>
public class FitCommandTests
{
    [Fact]
    public void Text_stands_within_eighty_columns_and_files_are_written()
    {
        using var folder = new TemporaryFolder();
        var file = BacktestTests.Write(folder, InventedNeed.Bursts("water") with { Counts = Known });
        var (exitCode, output, errors) = Run(
            "fit", file, "--horizon", "7,28", "--origins", "28", "--history", "250", "--courses", "60",
            "--csv", folder.File("out"), "--report", folder.File("fit.html"));
        Assert.Equal((ExitCode.Success, ""), (exitCode, errors));
        var lines = output.Split('\n').Where(line => !line.Contains(folder.Path, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("demands:\n  water:\n    at: site\n", output, StringComparison.Ordinal);
        var page = File.ReadAllText(folder.File("fit.html"));
        foreach (var chart in (string[])["forecast", "fan", "tenths"])
            Assert.Contains($"\"type\":\"{chart}\"", page, StringComparison.Ordinal);
        Assert.Contains("The scoreboard of water", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Join(folder.File("out"), "blocks", "water.yaml")));
        Assert.StartsWith(
            "series,model,naive,chosen,horizon,of,origins,crps,pinball-50",
            File.ReadAllText(Path.Join(folder.File("out"), "scores.csv")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--horizon", "28,7", "--horizon takes whole numbers of periods that rise, as 7,28,53; found '28,7'.")]
    [InlineData("--horizon", "0", "--horizon takes whole numbers of periods that rise, as 7,28,53; found '0'.")]
    [InlineData("--origins", "often",
        "--origins takes daily, weekly, monthly, or a number of periods from 1 to 3,660; found 'often'.")]
    [InlineData("--until", "yesterday", "--until takes a day as 2024-11-08 or a month as 2024-11; found 'yesterday'.")]
    [InlineData("--courses", "3", "--courses takes a whole number from 50 to 10,000.")]
    [InlineData("--at", "The Hub", "'The Hub' is not a name: lower case, digits and single hyphens.")]
    public void A_slip_on_the_command_line_is_explained(string option, string value, string says)
    {
        var (exitCode, _, errors) = Run("fit", "none.csv", option, value);
        Assert.Equal(ExitCode.BadUsage, exitCode);
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_misspelt_is_told_from_those_there_are()
    {
        using var folder = new TemporaryFolder();
        var file = BacktestTests.Write(folder, InventedNeed.Bursts("water"));
        var (exitCode, _, errors) = Run("fit", file, "--series", "watr");
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains("there is no series `watr`", errors, StringComparison.Ordinal);
        Assert.Contains("water", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "this is a folder, not a file of series")]
    [InlineData("none.csv", "there is no such file or folder")]
    public void What_is_no_file_is_said_to_be_none(string name, string says)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, _, errors) = Run("fit", folder.File(name));
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_and_months_are_fitted_apart()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("both.csv");
        File.WriteAllText(file, "series,period,count\na,2024-11-08,1\nb,2024-11,2\nc,2024-11,\n");
        var (exitCode, _, errors) = Run("fit", file);
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains("days and months are fitted apart", errors, StringComparison.Ordinal);
        Assert.Contains("nothing is known of `c`", errors, StringComparison.Ordinal);
    }

    private static System.Collections.Immutable.ImmutableArray<long> Known =>
        [.. InventedNeed.Bursts("water").Counts.Select(count => Math.Max(0, count))];

    private static (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        return (Commands.Run(arguments, output, errors), output.ToString(), errors.ToString());
    }
}
