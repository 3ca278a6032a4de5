using System.Text.Json;
using Resupply.Cli;
using Resupply.Tests.Planning;

namespace Resupply.Tests.Forecasting.Importing;

public class ImportCommandTests
{
    private static readonly ImportCase Case = new("joint.split");

    [Fact]
    public void Json_holds_what_the_manual_page_says()
    {
        var revised = new ImportCase("since.revised");
        var (exitCode, output, _) = ImportCase.Run(
            revised.Data, "--mapping", revised.Mapping, "--since", revised.Last, "--json");
        Assert.Equal(ExitCode.Success, exitCode);
        using var json = JsonDocument.Parse(output);
        var page = ManualCommand.Page("import")!;
        Complaints.None(CommandRehearsal.Names(json.RootElement).Distinct()
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal))
            .Except(["pump"])
            .Select(name => $"the manual page does not say `{name}`"));
    }

    [Theory]
    [InlineData("", "Say how to read the file: --mapping MAPPING. `resupply import FILE --guess` prints one.")]
    [InlineData("--guess --mapping m.yaml", "--guess only prints a mapping: leave the other options out.")]
    [InlineData("--guess --out n.csv", "--guess only prints a mapping: leave the other options out.")]
    public void A_slip_is_explained(string given, string says)
    {
        var (exitCode, _, errors) = ImportCase.Run(
            [Case.Data, .. given.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal(ExitCode.BadUsage, exitCode);
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_not_there_are_told()
    {
        var (exitCode, output, errors) = ImportCase.Run(
            Path.Combine(ImportCase.Folder, "joint.splt.csv"), "--mapping", Case.Mapping);
        Assert.Equal((ExitCode.BadInput, ""), (exitCode, output));
        Assert.Contains("no such file\n  hint: did you mean `joint.split.csv`?", errors, StringComparison.Ordinal);
        (exitCode, _, errors) = ImportCase.Run(Case.Data, "--mapping", "nowhere.yaml");
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains("nowhere.yaml: error: there is no such file or folder", errors, StringComparison.Ordinal);
        (exitCode, _, errors) = ImportCase.Run(Case.Data, "--mapping", ImportCase.Folder);
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains("this is a folder, not a mapping", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_read_is_never_written_over()
    {
        var before = File.ReadAllText(Case.Data);
        foreach (var read in (string[])[Case.Data, Case.Mapping])
        {
            var (exitCode, _, errors) = ImportCase.Run(Case.Data, "--mapping", Case.Mapping, "--out", read);
            Assert.Equal(ExitCode.Failure, exitCode);
            Assert.Contains("which is read; name another file", errors, StringComparison.Ordinal);
        }

        Assert.Equal(before, File.ReadAllText(Case.Data));
    }

    /// <summary>The second import over the first finds nothing new, and writes the same bytes.</summary>
    [Fact]
    public void An_import_over_the_last_is_compared_with_it()
    {
        using var folder = new TemporaryFolder();
        var needs = folder.File("needs.csv");
        var (_, first, _) = ImportCase.Run(Case.Data, "--mapping", Case.Mapping, "--out", needs);
        var bytes = File.ReadAllBytes(needs);
        var (_, second, _) = ImportCase.Run(Case.Data, "--mapping", Case.Mapping, "--out", needs);
        Assert.DoesNotContain("Since the last import", first, StringComparison.Ordinal);
        Assert.Contains("Since the last import\n  nothing is otherwise\n", second, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(needs));
    }

    /// <summary>What is guessed is a mapping of the very file, for every file of the corpus that has one.</summary>
    [Fact]
    public void A_guess_can_be_imported()
    {
        using var folder = new TemporaryFolder();
        string[] names = ["clean", "joint.split", "windows.the-day-it-ends", "wide.newest-first", "form.crlf"];
        foreach (var name in names)
        {
            var data = new ImportCase(name).Data;
            var (exitCode, guessed, _) = ImportCase.Run(data, "--guess");
            Assert.Equal(ExitCode.Success, exitCode);
            File.WriteAllText(folder.File("guess.yaml"), guessed);
            var (imported, _, errors) = ImportCase.Run(data, "--mapping", folder.File("guess.yaml"));
            Assert.True(imported == ExitCode.Success, $"{name}: {errors}\n{guessed}");
        }
    }
}
