using System.Text;
using System.Text.RegularExpressions;
using Resupply.Cli;

namespace Resupply.Tests;

/// <summary>
/// Every file under errors/ is a scenario with one mistake; what `resupply check` says about it stands beside it, word
/// for word, and all of it together is docs/reference/messages.md. To add one: a file TOPIC.SENTENCE.yaml (warn-TOPIC
/// where it is a warning), then UPDATE_SNAPSHOTS=1 ./test, then read what it says.
/// </summary>
public class MistakeTests
{
    private const string Warns = "warn-";
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Resupply.Tests", "errors");
    private static readonly string PageFile = Path.Combine(Repository.Root, "docs", "reference", "messages.md");

    private static readonly Regex Place = new(
        @"^[^:\n]+:\d+:\d+: (?:error|warning|note): \S", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    public static TheoryData<string> Mistakes => new(Files().Select(file => Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_explained_where_it_stands(string file)
    {
        var (exitCode, errors) = Check(file);
        var expected = Path.Combine(Folder, Path.ChangeExtension(file, ".expected"));
        if (Snapshot.AreAccepted) File.WriteAllText(expected, errors);
        if (!File.Exists(expected)) Assert.Fail($"{file}: nothing expected yet; UPDATE_SNAPSHOTS=1 ./test writes it");
        Assert.True(File.ReadAllText(expected) == errors, $"{file} is now explained so:\n{errors}");

        var isWarning = file.StartsWith(Warns, StringComparison.Ordinal);
        Assert.True((isWarning ? ExitCode.Success : ExitCode.BadInput) == exitCode, $"{file}: exit code {exitCode}");
        Assert.True(Place.IsMatch(errors), $"{file}: no place in\n{errors}");
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Equal(isWarning ? 0 : 1, Occurrences(errors, ": error: ") > 0 ? 1 : 0);
    }

    [Fact]
    public void A_file_with_one_mistake_is_told_of_one() => Complaints.None(
        from path in Files()
        let file = Path.GetFileName(path)
        where !file.StartsWith("several.", StringComparison.Ordinal) && !SayTwoThings.Contains(file)
        let said = Occurrences(Check(file).Errors, ": error: ") + Occurrences(Check(file).Errors, ": warning: ")
        where said != 1
        select $"{file}: {said} are reported");

    [Fact]
    public void The_corpus_is_large() => Assert.InRange(Files().Count(), 75, int.MaxValue);

    [Fact]
    public void The_page_of_messages_is_as_the_corpus_has_them()
    {
        var page = Page();
        if (Snapshot.AreAccepted) File.WriteAllText(PageFile, page);
        Assert.True(File.Exists(PageFile) && File.ReadAllText(PageFile) == page,
            $"{Repository.Name(PageFile)} is not what the corpus says; UPDATE_SNAPSHOTS=1 ./test writes it");
    }

    [Theory]
    [InlineData("--option", "mor")]
    [InlineData("--option", "flood")]
    [InlineData("--world", "colder")]
    [InlineData("--option", "base", "--world", "as-writen")]
    public void A_name_that_is_not_there_is_answered_with_those_that_are(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("scenario.yaml"), """
            resupply: 1
            title: Camp
            calendar: { from: 2024-11-09, to: 2024-12-31 }
            worlds: { cold: { currency: EUR } }
            options: { more: { currency: EUR }, less: { currency: USD } }

            """);
        var (exitCode, errors) = Said(["run", folder.File("scenario.yaml"), .. arguments]);
        Assert.Equal(ExitCode.BadInput, exitCode);
        Snapshot.Matches(
            errors.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal),
            string.Join('-', arguments.Select(argument => argument.TrimStart('-'))));
    }

    /// <summary>A question and the thing it asks about are both of a later version; a life nobody lives.</summary>
    private static readonly string[] SayTwoThings = ["later.orders.yaml", "values.a-comma-inside-a-life.yaml"];

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Folder, "*.yaml").Order(StringComparer.Ordinal);

    private static int Occurrences(string text, string of) => text.Split(of).Length - 1;

    private static (int ExitCode, string Errors) Check(string file)
    {
        var (exitCode, errors) = Said(["check", Path.Combine(Folder, file)]);
        return (exitCode, errors.Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    private static (int ExitCode, string Errors) Said(string[] arguments) => Watchdog.Guard(() =>
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        return (Commands.Run(arguments, output, errors), errors.ToString());
    });

    private static string Page()
    {
        var page = new StringBuilder("""
            # Messages

            What `resupply check` says about mistakes, one at a time: the wrong scenario, then the message. It is made
            from the files in [tests/Resupply.Tests/errors](../../tests/Resupply.Tests/errors), which the tests check
            word for word. Characters that cannot be seen are written as `<U+202E>`.

            """);
        var topic = "";
        foreach (var path in Files())
        {
            var parts = Path.GetFileNameWithoutExtension(path).Split('.', 2);
            if (parts[0] != topic) page.Append("\n## ").Append(Heading(topic = parts[0])).Append('\n');
            page.Append("\n### ").Append(Heading(parts[1])).Append("\n\n");
            page.Append("```text\n").Append(Shown(path)).Append("```\n\n");
            page.Append("```text\n").Append(Check(Path.GetFileName(path)).Errors).Append("```\n");
        }

        return page.ToString();
    }

    private static string Heading(string name)
    {
        var words = name.Replace(Warns, "warnings: ", StringComparison.Ordinal).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>The file's text, with what cannot be seen written out.</summary>
    private static string Shown(string path)
    {
        var shown = new StringBuilder();
        foreach (var rune in Encoding.UTF8.GetString(File.ReadAllBytes(path)).EnumerateRunes())
        {
            var isSeen = rune.Value == '\n' || !(Rune.IsControl(rune)
                || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format);
            shown.Append(isSeen ? rune.ToString() : rune.Value == '\t' ? "→" : $"<U+{rune.Value:X4}>");
        }

        return shown.Length == 0 || shown[^1] == '\n' ? shown.ToString() : shown.Append('\n').ToString();
    }
}
