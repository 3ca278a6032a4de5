using System.Collections.Immutable;
using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>What each promise is worth and until when, in the terminal: a block for each question.</summary>
public static class PromisesText
{
    private const string Same = "= ";
    private const string Untold = "~";
    private const string Told = " ";

    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(PromisesReport report, TextWriter output, int width, bool coloured = false)
    {
        var text = new WrappedText(output, width);
        var card = report.Card;
        text.Line("", 0, card.Title.ReplaceLineEndings(" "));
        text.Line("", 0, $"option {card.Option}, world {card.World}, {card.From} to {card.To}");
        text.Line("", 0, "each promise left out, a week earlier, a week later, on the same draws;");
        text.Line("", 0, report.Sought is null
            ? "last day: after it, it no longer changes the answer beyond the error"
            : "last day: after it, it can no longer bring the answer to what is asked");
        foreach (var question in report.Questions)
        {
            text.Blank();
            var heading = $"{question.Question.Name}: {SignatureSentence.Subject(question.AsWritten, card)}";
            text.Line("", 0, coloured ? $"\e[1m{heading}\e[0m" : heading);
            var stands = $"as the file stands: {SignatureSentence.Headline(question.AsWritten, card)}";
            text.Line("", 0, report.Sought is { } sought
                ? $"asked: {SufficiencySentence.Asked(sought, question.AsWritten)}; {stands}"
                : stands);
            WriteQuestion(question, report, text, output, width);
        }

        text.Blank();
        text.Line("", 0, $"Days tried: {report.Step.InWords}, then by halving.");
        text.Line("", 0, Invariant($"{card.Replications:N0} replications of each plan, seed {card.Seed}, ") +
            $"resupply {card.Version}, {card.File} {card.Sha256[..Math.Min(12, card.Sha256.Length)]}");
    }

    private static void WriteQuestion(
        PromisesOfQuestion question, PromisesReport report, WrappedText text, TextWriter output, int width)
    {
        var moved = question.Promises.Where(each => !each.IsUnmoved).ToImmutableArray();
        var chosen = question.Options.Where(each => !each.Chosen.IsSame).ToImmutableArray();
        if (!moved.IsEmpty)
            ColumnTables.Write(
                ["", .. Labels(moved)], Columns(moved, report), output, width);
        if (!chosen.IsEmpty)
            ColumnTables.Write(
                ["", .. chosen.Select(each => $"option {each.Option}")], Columns(chosen, report), output, width);
        var judged = moved.SelectMany(each => new[] { each.Without, each.Earlier, each.Later })
            .Concat(chosen.Select(each => each.Chosen)).ToList();
        if (judged.Exists(each => each.IsSame)) text.Hanging("= the same in every replication");
        if (judged.Exists(each => each is { IsSame: false, IsTold: false, Change: not null }))
            text.Hanging($"~ cannot be told from nothing{Most(judged)}");
        if (chosen.Any(each => each.Dated.IsEmpty))
            text.Hanging("no date: nothing of it has a day, so it is evaluated as it is and cannot be put off");
        if (question.Promises.Length > 0) text.Hanging(PromisesSentence.Hangs(question));
        foreach (var each in moved.OrderByDescending(each => Math.Abs(each.Without.Change?.Value ?? 0)))
            text.Hanging(PromisesSentence.Of(each, question, report));
        foreach (var each in chosen.Where(each => each.Last is not null))
            text.Hanging(PromisesSentence.Of(each, question, report));
        WriteUnmoved(question, text);
    }

    /// <summary>Short, where no two of them are called alike.</summary>
    private static IEnumerable<string> Labels(ImmutableArray<PromiseValue> moved)
    {
        var names = moved.Select(each => each.Promise.Name).ToList();
        return names.Distinct().Count() == names.Count ? names : moved.Select(each => each.Promise.InWords);
    }

    private static ImmutableArray<ImmutableArray<string>> Columns(
        ImmutableArray<PromiseValue> moved, PromisesReport report) =>
    [
        ["without", .. moved.Select(each => SignatureSentence.Headline(each.Without.Answer, report.Card))],
        ["change ", .. moved.Select(each => Cell(each.Without))],
        ["earlier ", .. moved.Select(each => Cell(each.Earlier))],
        ["later ", .. moved.Select(each => Cell(each.Later))],
        ["last day", .. moved.Select(each => Cell(each.Last))],
    ];

    private static ImmutableArray<ImmutableArray<string>> Columns(
        ImmutableArray<OptionValue> chosen, PromisesReport report) =>
    [
        ["chosen", .. chosen.Select(each => SignatureSentence.Headline(each.Chosen.Answer, report.Card))],
        ["change ", .. chosen.Select(each => Cell(each.Chosen))],
        ["last day", .. chosen.Select(each => each.Dated.IsEmpty ? "no date" : Cell(each.Last))],
    ];

    private static string Cell(JudgedAnswer judged) => judged switch
    {
        { IsSame: true } => Same,
        { Change: { } change } => SignatureSentence.Size(change, judged.Answer) + (judged.IsTold ? Told : Untold),
        _ => "not asked" + Told,
    };

    private static string Cell(LastUsefulDay? last) => last switch
    {
        null => "",
        { Usefulness: Usefulness.NotNeeded } => "not needed",
        { Usefulness: Usefulness.Never } => "none",
        _ => last.Last!.Day!.Value.ToString(),
    };

    private static string Most(List<JudgedAnswer> judged)
    {
        var needed = judged.Where(each => each is { IsSame: false, IsTold: false }).Max(each => each.Needed);
        var enough = ComparisonSentence.Enough(needed);
        return enough.Length == 0 ? " at this number of replications" : $"{enough} for all of them";
    }

    private static void WriteUnmoved(PromisesOfQuestion question, WrappedText text)
    {
        var unmoved = question.Promises.Where(each => each.IsUnmoved).Select(each => each.Promise.InWords)
            .Concat(question.Options.Where(each => each.Chosen.IsSame).Select(each => $"option {each.Option}"))
            .ToList();
        if (unmoved.Count > 0)
            text.Hanging($"The same in every replication, whatever becomes of it: {string.Join(", ", unmoved)}.");
    }
}
