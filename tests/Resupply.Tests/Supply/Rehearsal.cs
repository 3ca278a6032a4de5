using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Reports;
using Resupply.Values;

namespace Resupply.Tests.Supply;

/// <summary>
/// Runs a scenario that a test writes down, and holds its answers against those the test expects. `day 5` stands for
/// the fifth day of the calendar, a Sunday: day 1 is Wednesday 1 January 2025. Sections left out have those below.
/// </summary>
internal static partial class Rehearsal
{
    /// <summary>Day 1 of every rehearsal.</summary>
    public static readonly Day First = Day.Of(2025, 1, 1);

    private const string Arrow = "->";

    private static readonly (string Section, string Text)[] Usual =
    [
        ("resupply", "resupply: 1"),
        ("title", "title: A rehearsal"),
        ("calendar", "calendar: { from: day 1, to: day 10 }"),
        ("sites", "sites: { base: {}, depot: {}, donor: {} }"),
        ("items", "items: { a: { price: 10 }, b: { price: 1 } }"),
    ];

    /// <summary>Nothing random in it: one replication answers, and each line says what, after the arrow.</summary>
    /// <param name="lines">Such as `{ on-hand: a, at: base, when: day 2 } -> 4`; a comment may follow.</param>
    public static void Answers(string scenario, string lines, string option = "base", string world = "as-written")
    {
        var asked = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var questions = asked.Select((line, index) => $"  q{index}: {line.Split(Arrow)[0]}");
        var report = Report($"{scenario}\nquestions:\n{string.Join('\n', questions)}", option, world);
        var found = asked.Zip(report.Answers, (line, answer) => $"{line.Split(Arrow)[0]}-> {InWords(answer)}");
        var expected = asked.Select(line => line.Split('#')[0].TrimEnd());
        Assert.Equal(string.Join('\n', expected), string.Join('\n', found));
    }

    public static RunReport Report(
        string text, string option = "base", string world = "as-written", long replications = 1, ulong seed = 1)
    {
        var options = new RunOptions
        {
            Replications = replications,
            Seed = seed,
            Threads = 1,
            Charts = true,
            Audited = true,
        };
        return Run(Read(text, option, world), options);
    }

    public static RunReport Run(Scenario scenario, RunOptions options)
    {
        var (report, contradiction) = RunOnce.Answer(scenario, options, []);
        Assert.Null(contradiction);
        return report;
    }

    /// <summary>Each answer as the JSON has it, all digits.</summary>
    public static string[] AnswersAsJson(string text, string option = "base", long replications = 1000)
    {
        var report = Report(text, option, replications: replications);
        using var json = JsonDocument.Parse(JsonReport.Write(report));
        return [.. json.RootElement.GetProperty("answers").EnumerateObject().Select(answer => answer.ToString())];
    }

    /// <summary>The scenario; fails with what is wrong with it.</summary>
    public static Scenario Read(string text, string option = "base", string world = "as-written")
    {
        var (scenario, diagnostics) = TryRead(text, option, world);
        Complaints.None(diagnostics.Where(each => each.Severity == Severity.Error).Select(each => each.ToString()));
        return scenario!;
    }

    /// <summary>What is wrong with it, one message a line.</summary>
    public static string Mistakes(string text) => string.Join(
        '\n', TryRead(text, "base", "as-written").Diagnostics.Select(each => each.Message));

    /// <summary>The text with what is usual added and its days written out.</summary>
    public static string Whole(string text)
    {
        var usual = Usual.Where(part => !$"\n{text}".Contains($"\n{part.Section}:", StringComparison.Ordinal));
        var whole = string.Join('\n', usual.Select(part => part.Text).Append(text)) + "\n";
        return DayNumber().Replace(whole, day =>
            (First + (int.Parse(day.Groups["number"].Value, CultureInfo.InvariantCulture) - 1)).ToString());
    }

    public static string InWords(Answer answer) => answer switch
    {
        Answer.Probability given => Number(given.Estimate.Value),
        Answer.Share given => Number(given.Estimate.Value),
        Answer.Quantity { Mean: { } mean } => Number(mean.Value),
        Answer.Quantity => "none",
        Answer.Date { Estimate.P50: { } day } => $"day {day - First + 1}",
        Answer.Date => "never",
        _ => "not applicable",
    };

    private static string Number(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static (Scenario? Scenario, IEnumerable<Diagnostic> Diagnostics) TryRead(
        string text, string option, string world)
    {
        var folder = Directory.CreateTempSubdirectory("resupply-");
        try
        {
            var file = Path.Combine(folder.FullName, "scenario.yaml");
            File.WriteAllText(file, Whole(text));
            return ScenarioReader.Read(file, world, option);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"\bday (?<number>-?\d+)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex DayNumber();
}
