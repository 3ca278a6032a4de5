using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>What a permission is worth, in the terminal: the answers day by day, and until when it matters.</summary>
public static class SignatureText
{
    private const string Same = " =";
    private const string Untold = " ~";
    private const string Told = "  ";

    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(SignatureReport report, TextWriter output, int width, bool coloured = false)
    {
        var text = new WrappedText(output, width);
        var card = report.Card;
        text.Line("", 0, card.Title.ReplaceLineEndings(" "));
        text.Line("", 0, CardWords.Case(card));
        var by = report.By is null ? "" : $" by {report.By}";
        text.Line("", 0, $"release {report.Release}{by}; in the file: {report.Granted}");
        text.Line("", 0, $"waiting for it: {string.Join(", ", report.Waiting)}");
        text.Line("", 0, Dates(report));
        if (!report.Questions.IsEmpty) WriteTables(report, text, output, width);
        foreach (var answer in report.Questions)
        {
            text.Blank();
            var heading = $"{answer.Question.Name}: {SignatureSentence.Subject(answer.Never, card)}";
            text.Line("", 0, coloured ? $"\e[1m{heading}\e[0m" : heading);
            text.Hanging(SignatureSentence.Of(answer, card));
        }

        WriteUnmoved(report, text);
        text.Blank();
        text.Line("", 0, Invariant($"{card.Replications:N0} replications of each plan, seed {card.Seed}, ") +
            $"resupply {card.Version}, {card.File} {card.Sha256[..Math.Min(12, card.Sha256.Length)]}");
    }

    private static string Dates(SignatureReport report)
    {
        var first = report.Days[0];
        var today = first == report.Card.Today ? " (today)" : "";
        return report.Days.Length == 1
            ? $"tried: {first}{today}"
            : $"tried: {first}{today}, then {report.Step.InWords}, and {report.Days[^1]}";
    }

    /// <summary>As many questions beside one another as there is room for.</summary>
    private static void WriteTables(SignatureReport report, WrappedText text, TextWriter output, int width)
    {
        ImmutableArray<string> labels =
            ["granted on", .. report.Days.Select(day => day.ToString()), "in the file", "never"];
        ImmutableArray<ImmutableArray<string>> columns =
            [.. report.Questions.Select(each => Column(each, report.Card))];
        ColumnTables.Write(labels, columns, output, width);
        var cells = columns.SelectMany(column => column).ToList();
        if (cells.Exists(cell => cell.EndsWith(Same, StringComparison.Ordinal)))
            text.Hanging("= as if never granted, in every replication");
        if (cells.Exists(cell => cell.EndsWith(Untold, StringComparison.Ordinal)))
            text.Hanging("~ cannot be told from never at this number of replications");
    }

    private static ImmutableArray<string> Column(SignatureAnswer answer, RunCard card) =>
    [
        answer.Question.Name + Told,
        .. answer.Days.Append(answer.AsWritten)
            .Select(each => SignatureSentence.Headline(each.Answer, card) + MarkOf(each)),
        SignatureSentence.Headline(answer.Never, card) + Told,
    ];

    private static string MarkOf(SignedAnswer signed) => signed switch
    {
        { IsSame: true } => Same,
        { Change: not null, IsTold: false } => Untold,
        _ => Told,
    };

    private static void WriteUnmoved(SignatureReport report, WrappedText text)
    {
        if (report.Unmoved.IsEmpty) return;
        text.Blank();
        text.Line("", 0, "The same in every replication, whenever it is granted or never:");
        text.Hanging(string.Join(", ", report.Unmoved.Select(question => question.Name)));
    }
}
