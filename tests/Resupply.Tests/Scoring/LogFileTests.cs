using System.Text.Json;
using Resupply.Cli;
using Resupply.Language;
using Resupply.Scoring;

namespace Resupply.Tests.Scoring;

/// <summary>`resupply run --log`: what is added to the file, and what is not.</summary>
public class LogFileTests
{
    private const string Camp = """
        resupply: 1
        title: Camp
        calendar: { from: 2025-06-01, to: 2025-06-30 }
        sources: { firm: { title: The firm, published: 2025-05-30 } }
        claims:
          promise: { source: firm, quote: enough for June }
          rumour: { source: firm, quote: hardly to July }
          old: { source: firm, quote: for ever, withdrawn: 2025-05-31 }
        sites: { camp: {} }
        items: { water: {} }
        stocks: { camp: { water: 100 } }
        demands: { drinking: { at: camp, served-by: [water], per-day: poisson(3.3) } }
        questions:
          lasts: { covered: drinking, until: 2025-06-28, claimed: { promise: 100%, rumour: 20%, old: 100% } }
          half: { covered: drinking, until: 2025-06-15, claimed: [promise] }
          left: { on-hand: water, at: camp, when: 2025-06-20, claimed: [promise] }
          out: { shortage: drinking }

        """;

    private static (int ExitCode, string Output, string Errors) Answer(
        TemporaryFolder folder, string log, params string[] more)
    {
        File.WriteAllText(folder.File("scenario.yaml"), Camp);
        return Run(
        [
            "answer", folder.Path, "--log", folder.File(log), "--answered", "2025-05-31", "--replications", "200",
            .. more,
        ]);
    }

    private static (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        return (Commands.Run(arguments, output, errors), output.ToString(), errors.ToString());
    }

    private static JsonElement[] Lines(string path) =>
        [.. File.ReadAllLines(path).Select(line => JsonDocument.Parse(line).RootElement)];

    [Fact]
    public void A_line_holds_the_manifest_the_answers_and_what_others_said()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, errors) = Answer(folder, "answers.log");
        Assert.Equal((ExitCode.Success, ""), (exitCode, errors));
        var line = Assert.Single(Lines(folder.File("answers.log")));
        Assert.Equal("2025-05-31", line.GetProperty("answered").GetString());
        Assert.Equal(JsonValueKind.Null, line.GetProperty("previous").ValueKind);
        var manifest = line.GetProperty("manifest");
        Assert.Equal(
            ("scenario.yaml", 200, 64),
            (manifest.GetProperty("scenario").GetString(), manifest.GetProperty("replications").GetInt32(),
                manifest.GetProperty("inputs").GetProperty("scenario.yaml").GetString()!.Length));
        var lasts = line.GetProperty("answers").GetProperty("lasts");
        Assert.Equal(
            ("no need of drinking goes unmet until 2025-06-28", "2025-06-28"),
            (lasts.GetProperty("asks").GetString(), lasts.GetProperty("settled").GetString()));
        Assert.Equal(["1", "0.2", "null"], Says(lasts)); // the last was taken back
        Assert.Equal(["1"], Says(line.GetProperty("answers").GetProperty("half"))); // flatly said
        Assert.Equal(["null"], Says(line.GetProperty("answers").GetProperty("left"))); // gives no probability
        Assert.Equal("units", line.GetProperty("answers").GetProperty("left").GetProperty("unit").GetString());
        Assert.Equal("2025-06-30", line.GetProperty("answers").GetProperty("out").GetProperty("settled").GetString());
        Assert.EndsWith(
            $"Log: {folder.File("answers.log")}, line 1, {HashOfLast(folder.File("answers.log"))}\n", output,
            StringComparison.Ordinal);

        static IEnumerable<string> Says(JsonElement answer) => answer.GetProperty("claimed").EnumerateArray()
            .Select(claim => claim.GetProperty("says").GetRawText());
    }

    private static string HashOfLast(string path) => LogReader.HashOf(File.ReadAllLines(path)[^1]);

    [Fact]
    public void The_same_answer_again_is_a_line_of_its_own_that_follows_from_the_last()
    {
        using var folder = new TemporaryFolder();
        Answer(folder, "answers.log");
        var first = HashOfLast(folder.File("answers.log"));
        Answer(folder, "answers.log");
        var lines = Lines(folder.File("answers.log"));
        Assert.Equal(first, lines[1].GetProperty("previous").GetString());
        Assert.Equal(
            lines[0].GetProperty("answers").GetRawText(), lines[1].GetProperty("answers").GetRawText());
    }

    /// <summary>Without --answered the clock's day and time (UTC) are written.</summary>
    [Fact]
    public void The_clock_says_when_it_was_answered()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("scenario.yaml"), Camp);
        var log = folder.File("a.log");
        Run("run", folder.Path, "--replications", "50", "--log", log);
        Assert.Matches(
            "^20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z$",
            Assert.Single(Lines(log)).GetProperty("answered").GetString()!);
    }

    [Fact]
    public void Answers_are_the_same_with_a_log_and_without()
    {
        using var folder = new TemporaryFolder();
        var (_, output, _) = Answer(folder, "answers.log", "--json");
        Assert.Equal(Run("run", folder.Path, "--replications", "200", "--json").Output, output);
    }

    /// <summary>A run that was cut short leaves a piece of a line: the next one takes it away.</summary>
    [Fact]
    public void A_piece_of_a_line_is_taken_away_and_told_of()
    {
        using var folder = new TemporaryFolder();
        var log = folder.File("answers.log");
        Answer(folder, "answers.log");
        var whole = File.ReadAllText(log);
        File.AppendAllText(log, whole[..100]);
        var (exitCode, _, errors) = Answer(folder, "answers.log");
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.Contains("answers.log:2: warning: a line that was not whole was taken away", errors,
            StringComparison.Ordinal);
        Assert.StartsWith(whole, File.ReadAllText(log), StringComparison.Ordinal);
        Assert.Equal(2, Lines(log).Length);
        Assert.Equal(ExitCode.Success, Run("score", log).ExitCode);
    }

    /// <summary>An editor takes the last line break: the line is whole nevertheless.</summary>
    [Fact]
    public void A_line_without_its_break_stays()
    {
        using var folder = new TemporaryFolder();
        var log = folder.File("answers.log");
        Answer(folder, "answers.log");
        File.WriteAllText(log, File.ReadAllText(log).TrimEnd('\n'));
        Assert.Equal("", Answer(folder, "answers.log").Errors);
        Assert.Equal(2, Lines(log).Length);
        Assert.Equal(ExitCode.Success, Run("score", log).ExitCode);
    }

    [Fact]
    public void A_log_that_went_through_windows_is_whole()
    {
        using var folder = new TemporaryFolder();
        var log = folder.File("answers.log");
        Answer(folder, "answers.log");
        Answer(folder, "answers.log");
        File.WriteAllText(log, File.ReadAllText(log).ReplaceLineEndings("\r\n"));
        Answer(folder, "answers.log");
        Assert.Equal((ExitCode.Success, ""), (Run("score", log).ExitCode, Run("score", log).Errors));
    }

    [Fact]
    public void Several_at_once_add_a_whole_line_each()
    {
        using var folder = new TemporaryFolder();
        var log = folder.File("answers.log");
        Parallel.For(0, 12, each => LogFile.Append(
            log,
            previous => $"{{\"log\":1,\"each\":{each},\"previous\":\"{previous}\"}}"));
        var lines = File.ReadAllLines(log);
        Assert.Equal(12, lines.Length);
        for (var i = 1; i < lines.Length; i++)
            Assert.Contains(LogReader.HashOf(lines[i - 1]), lines[i], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_added_to_a_file_that_is_no_log()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, errors) = Answer(folder, "scenario.yaml");
        Assert.Equal((ExitCode.Failure, ""), (exitCode, output));
        Assert.Contains("is not a log of answers, and nothing is added to it", errors, StringComparison.Ordinal);
        Assert.Equal(Camp, File.ReadAllText(folder.File("scenario.yaml")));
    }

    [Theory]
    [InlineData("", "--log takes a file")]
    [InlineData("none/answers.log", "there is no folder")]
    public void Where_no_log_can_be_is_said_before_the_run(string log, string says)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, errors) = Answer(folder, log);
        Assert.Equal((ExitCode.Failure, ""), (exitCode, output));
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_without_a_log_is_a_slip()
    {
        var (exitCode, _, errors) = Run("run", "x", "--answered", "2025-05-31");
        Assert.Equal(ExitCode.BadUsage, exitCode);
        Assert.Contains("--answered is for a log: say which, with --log FILE.", errors, StringComparison.Ordinal);
    }

    /// <summary>Whatever becomes of a log: it is read, or its mistakes are told; nothing else.</summary>
    [Fact]
    public void No_spoiled_log_is_more_than_a_mistake()
    {
        var whole = File.ReadAllText(
            Path.Combine(Repository.Root, "tests", "Resupply.Tests", "scores", "two-scenarios-and-courses.log"));
        string[] pieces =
        [
            "\"", "{", "}", "[", "]", ",", ":", "null", "\\ud800", "1e999", "-1", "\n", "0", "2024-13-01", "\r", "true",
        ];
        Property.Holds(
            forAny: draws =>
            {
                var (at, length) = (draws.Whole(0, whole.Length - 1), draws.Whole(0, 12));
                return whole[..at] + draws.OneOf<string>(pieces) + whole[Math.Min(whole.Length, at + length)..];
            },
            that: text =>
            {
                var diagnostics = new Diagnostics("log", text);
                var log = LogReader.Read(text, diagnostics);
                return log is null == diagnostics.HasErrors
                    && (log is null || Scoreboard.Of("log", log, [], diagnostics) is not null);
            },
            cases: 400);
    }

    [Fact]
    public void Answer_is_another_name_of_run() => Assert.Equal(
        Run("manual", "run"), Run("manual", "answer"));
}
