using System.Text.Json;
using Resupply.Cli;
using Resupply.Tests.Planning;

namespace Resupply.Tests.Scoring;

/// <summary>`resupply score` as it is called, on the example and on a log that others meddled with.</summary>
public class ScoreCommandTests
{
    private static readonly string Example = Path.Combine(Repository.Root, "examples", "score");
    private static readonly string Corpus = Path.Combine(Repository.Root, "tests", "Resupply.Tests", "scores");

    private static (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        return (Commands.Run(["score", .. arguments], output, errors), output.ToString(), errors.ToString());
    }

    private static string[] OfExample =>
        [Path.Combine(Example, "answers.log"), "--outcomes", Path.Combine(Example, "outcomes.yaml")];

    [Fact]
    public void Json_holds_what_the_reference_says()
    {
        var (exitCode, output, errors) = Run([.. OfExample, "--json"]);
        Assert.Equal((ExitCode.Success, ""), (exitCode, errors));
        using var json = JsonDocument.Parse(output);
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/reference/scoring.md"));
        Complaints.None(
            from name in CommandRehearsal.Names(json.RootElement).Distinct()
            where !page.Contains($"`{name}`", StringComparison.Ordinal)
            select $"the reference page does not say `{name}`");
        var ours = json.RootElement.GetProperty("ours");
        var parts = json.RootElement.GetProperty("parts");
        double Part(string name) => parts.GetProperty(name).GetDouble();
        Assert.Equal(
            ours.GetProperty("brier").GetDouble(),
            Part("reliability") - Part("resolution") + Part("uncertainty") + Part("within-bin-variance")
                - Part("within-bin-covariance"),
            1e-12);
    }

    [Fact]
    public void Files_are_written_and_named()
    {
        using var folder = new TemporaryFolder();
        var (page, tables) = (folder.File("scores.html"), folder.File("tables"));
        var (exitCode, output, _) = Run([.. OfExample, "--report", page, "--csv", tables]);
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.EndsWith($"Report: {page}\nTables: {tables}\n", output, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"reliability\"", File.ReadAllText(page), StringComparison.Ordinal);
        foreach (var table in (string[])["given.csv", "questions.csv", "reliability.csv"])
            Assert.InRange(File.ReadAllLines(Path.Join(tables, table)).Length, 2, 50);
    }

    /// <summary>What a log says becomes neither markup nor a formula nor a command of the terminal.</summary>
    [Fact]
    public void Hostile_text_does_no_harm()
    {
        using var folder = new TemporaryFolder();
        var (page, tables) = (folder.File("scores.html"), folder.File("tables"));
        var (_, output, _) = Run(
            Path.Combine(Corpus, "log.hostile-text.log"), "--outcomes", Path.Combine(Corpus, "log.hostile-text.yaml"),
            "--report", page, "--csv", tables);
        Assert.DoesNotContain('\e', output);
        Assert.DoesNotContain('\u202E', output);
        var html = File.ReadAllText(page);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', html);
        Assert.All(
            Directory.EnumerateFiles(tables).SelectMany(File.ReadAllLines),
            line => Assert.DoesNotMatch("(^|,)\"?=", line));
    }

    [Fact]
    public void The_same_log_gives_the_same_bytes() =>
        Assert.Equal(Run([.. OfExample, "--json"]), Run([.. OfExample, "--json"]));

    [Theory]
    [InlineData("none.log", "there is no such file or folder")]
    [InlineData("", "this is a folder, not a log")]
    public void What_is_no_file_is_said_to_be_none(string name, string says)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, errors) = Run(folder.File(name));
        Assert.Equal((ExitCode.BadInput, ""), (exitCode, output));
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    /// <summary>The example's log is what its scenario answers: but for the version and the file's own hash.</summary>
    [Fact]
    public void The_log_of_the_example_is_what_its_scenario_answers()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Example, "scenario.yaml"), folder.File("scenario.yaml"));
        foreach (var line in File.ReadAllLines(Path.Combine(Example, "answers.log")))
        {
            using var kept = JsonDocument.Parse(line);
            var day = kept.RootElement.GetProperty("answered").GetString()!;
            Commands.Run(
                ["answer", folder.Path, "--log", folder.File("again.log"), "--answered", day, "--known-on", day],
                TextWriter.Null,
                TextWriter.Null);
            using var again = JsonDocument.Parse(File.ReadAllLines(folder.File("again.log"))[^1]);
            var answers = again.RootElement.GetProperty("answers");
            foreach (var answer in kept.RootElement.GetProperty("answers").EnumerateObject())
                AssertAlike(answer.Value, answers.GetProperty(answer.Name));
        }
    }

    /// <summary>In words alike, in numbers within what chance does: other draws may come with other versions.</summary>
    private static void AssertAlike(JsonElement kept, JsonElement again)
    {
        foreach (var words in (string[])["kind", "asks", "settled", "claimed"])
            Assert.Equal(kept.GetProperty(words).GetRawText(), again.GetProperty(words).GetRawText());
        var name = kept.GetProperty("kind").GetString() == "quantity" ? "mean" : "estimate";
        if (!kept.TryGetProperty(name, out var estimate)) return;
        var error = (kept.GetProperty("high").GetDouble() - kept.GetProperty("low").GetDouble()) / (2 * 1.96);
        Assert.Equal(estimate.GetDouble(), again.GetProperty(name).GetDouble(), 4 * Math.Sqrt(2) * error);
    }
}
