using System.Globalization;
using Resupply.Cli;

namespace Resupply.Tests.Scoring;

/// <summary>
/// Every file scores/NAME.log is a small log, NAME.yaml what came of it (or else ordinary.yaml); what `resupply score`
/// says of both stands beside them, word for word. To add one: the files, then UPDATE_SNAPSHOTS=1 ./test; then read
/// what it says.
/// </summary>
public class ScoreCorpusTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Resupply.Tests", "scores");

    private static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.log")
        .Concat(Directory.EnumerateFiles(Folder, "*.yaml"))
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Distinct()
        .Order(StringComparer.Ordinal);

    public static TheoryData<string> Cases => new(Names);

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_wrong_is_explained_where_it_stands(string name)
    {
        var (exitCode, told) = Run(name);
        var file = Path.Combine(Folder, name + ".expected");
        if (Snapshot.AreAccepted) File.WriteAllText(file, told);
        if (!File.Exists(file)) Assert.Fail($"{name}: nothing expected yet; UPDATE_SNAPSHOTS=1 ./test writes it");
        Assert.True(File.ReadAllText(file) == told, $"{name} is now told so:\n{told}");
        var isWrong = told.Contains(": error: ", StringComparison.Ordinal);
        Assert.Equal(isWrong ? ExitCode.BadInput : ExitCode.Success, exitCode);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
        Assert.All(
            told.Split('\n').Where(line => !line.Contains(": error: ", StringComparison.Ordinal)
                && !line.Contains(" | ", StringComparison.Ordinal) && !line.Contains("hint: ", StringComparison.Ordinal)
                && !line.TrimStart().StartsWith('^') && !line.Contains(": warning: ", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void The_culture_changes_no_byte()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat.NegativeSign = "~";
            other.NumberFormat.NumberDecimalSeparator = ",";
            other.NumberFormat.NumberGroupSeparator = "·";
            CultureInfo.CurrentCulture = other;
            Complaints.None(
                from name in Names
                let expected = Path.Combine(Folder, name + ".expected")
                where File.Exists(expected) && File.ReadAllText(expected) != Run(name).Told
                select $"{name} differs");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static (int ExitCode, string Told) Run(string name)
    {
        var log = Path.Combine(Folder, name + ".log");
        var outcomes = Path.Combine(Folder, name + ".yaml");
        string[] arguments =
        [
            "score", File.Exists(log) ? log : Path.Combine(Folder, "ordinary.log"),
            "--outcomes", File.Exists(outcomes) ? outcomes : Path.Combine(Folder, "ordinary.yaml"),
        ];
        using var told = new StringWriter { NewLine = "\n" };
        var exitCode = Watchdog.Guard(() => Commands.Run(arguments, told, told));
        return (exitCode, told.ToString().Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }
}
