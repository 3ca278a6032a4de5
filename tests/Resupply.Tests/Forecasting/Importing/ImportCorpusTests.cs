using System.Globalization;
using System.Text.Json;
using Resupply.Cli;

namespace Resupply.Tests.Forecasting.Importing;

/// <summary>
/// Every file under imports/ is a small file of counts with one defect; what `resupply import` makes of it stands
/// beside it, word for word. To add one: NAME.csv and NAME.yaml, then UPDATE_SNAPSHOTS=1 ./test; then read what it
/// says.
/// </summary>
public class ImportCorpusTests
{
    public static TheoryData<string> Cases => new(ImportCase.Names);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_defect_is_treated_as_the_mapping_says(string name)
    {
        var (exitCode, told) = new ImportCase(name).Run();
        var file = Path.Combine(ImportCase.Folder, name + ".expected");
        if (Snapshot.AreAccepted) File.WriteAllText(file, told);
        if (!File.Exists(file)) Assert.Fail($"{name}: nothing expected yet; UPDATE_SNAPSHOTS=1 ./test writes it");
        Assert.True(File.ReadAllText(file) == told, $"{name} is now made into:\n{told}");
        var isWrong = told.Contains(": error: ", StringComparison.Ordinal);
        Assert.Equal(isWrong ? ExitCode.BadInput : ExitCode.Success, exitCode);
        Assert.All(
            told.Split("\nneeds.csv\n")[0].Split('\n').Where(line => !line.Contains('|', StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, exitCode == ExitCode.Success ? 80 : 200));
    }

    /// <summary>What the file holds is what the series hold and what the ledger has left out.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void No_unit_is_lost(string name)
    {
        using var folder = new TemporaryFolder();
        var each = new ImportCase(name);
        var needs = folder.File("needs.csv");
        var (exitCode, output, _) = ImportCase.Run(each.Data, "--mapping", each.Mapping, "--out", needs, "--json");
        if (exitCode != ExitCode.Success) return;
        using var json = JsonDocument.Parse(output);
        var found = json.RootElement.GetProperty("units-found").GetInt64();
        var counted = Cells(needs).Sum(cells => cells[2].Length == 0 ? 0 : Whole(cells[2]));
        var leftOut = Cells(folder.File("needs.ledger.csv"))
            .Where(cells => cells[1] is "left-out" or "units-left-out")
            .Sum(cells => Whole(cells[^1]));
        Assert.Equal(found, counted + leftOut);
    }

    [Fact]
    public void The_corpus_is_large() => Assert.InRange(ImportCase.Names.Count(), 70, int.MaxValue);

    /// <summary>The engine names its reasons in one list; each is met by some file of the corpus.</summary>
    [Fact]
    public void Every_reason_is_met() => Complaints.None(
        from reason in Resupply.Forecasting.Importing.Reason.All
        where !ImportCase.Names.Any(name => File.ReadAllText(Path.Combine(ImportCase.Folder, name + ".expected"))
            .Contains($",{reason.Name},", StringComparison.Ordinal))
        select $"no file of the corpus has {reason.Name}");

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_culture_changes_no_byte(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat.NegativeSign = "~";
            other.NumberFormat.NumberGroupSeparator = culture[..1];
            other.DateTimeFormat.DateSeparator = "!";
            CultureInfo.CurrentCulture = other;
            Complaints.None(
                from name in ImportCase.Names
                let expected = File.ReadAllText(Path.Combine(ImportCase.Folder, name + ".expected"))
                where expected != new ImportCase(name).Run().Told
                select $"{name} differs");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<string[]> Cells(string file) =>
        File.ReadAllText(file).TrimEnd().Split("\r\n").Skip(1).Select(line => line.Split(','));

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
