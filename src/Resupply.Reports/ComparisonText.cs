using Resupply.Answers;
using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>Options side by side, in the terminal: a block for each question that any of them moves.</summary>
public static class ComparisonText
{
    private const int Indent = 4;

    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(ComparisonReport report, TextWriter output, int width, bool coloured = false)
    {
        var text = new WrappedText(output, width);
        var card = report.Card;
        text.Line("", 0, card.Title.ReplaceLineEndings(" "));
        text.Line("", 0, $"{CardWords.Days(card)}, each option against {report.Against}, on the same draws");
        text.Line("", 0, report.Worlds.Length == 1
            ? $"world {report.Worlds[0]}"
            : $"worlds: {string.Join(", ", report.Worlds)}; nobody gives them probabilities: no average is taken");
        foreach (var question in report.Questions.Where(question => !question.IsUnmoved))
        {
            text.Blank();
            var subject = SignatureSentence.Subject(AnAnswer(question), card);
            var heading = $"{question.Question.Name}: {subject}";
            text.Line("", 0, coloured ? $"\e[1m{heading}\e[0m" : heading);
            WriteQuestion(question, report, text);
        }

        WriteUnmoved(report, text);
        text.Blank();
        text.Line("", 0, Invariant($"{card.Replications:N0} replications of each plan, seed {card.Seed}, ") +
            $"resupply {card.Version}, {card.File} {card.Sha256[..Math.Min(12, card.Sha256.Length)]}");
    }

    /// <summary>One that answers, if any does.</summary>
    private static Answer AnAnswer(ComparedQuestion question)
    {
        var all = question.Worlds.SelectMany(world => world.Options).Select(option => option.Answer).ToList();
        return all.Find(answer => answer is not Answer.NotApplicable) ?? all[0];
    }

    private static void WriteQuestion(ComparedQuestion question, ComparisonReport report, WrappedText text)
    {
        var indent = new string(' ', report.Worlds.Length > 1 ? Indent : Indent / 2);
        foreach (var world in question.Worlds)
        {
            if (report.Worlds.Length > 1) text.Hanging($"in {world.World}");
            WriteWorld(world, report.Card, text, indent);
        }

        if (question.OverWorlds.IsEmpty) return;
        WriteOverWorlds(question, report.Card, text, indent);
        text.Hanging(ComparisonSentence.OverWorlds(question, report.Card));
    }

    private static void WriteWorld(ComparedWorld world, RunCard card, WrappedText text, string indent)
    {
        var shown = world.Options.Where((option, index) => index == 0 || !option.IsSame).ToList();
        var names = shown.Max(option => option.Option.Length);
        var numbers = shown.Max(option => HeadlineOf(option, card).Length);
        foreach (var option in shown)
        {
            var lead = $"{indent}{option.Option.PadRight(names)}  {HeadlineOf(option, card).PadLeft(numbers)}";
            text.Line(lead, lead.Length + 2, ComparisonSentence.ChangeOf(option, world));
        }

        var same = world.Options.Skip(1).Where(option => option.IsSame).Select(option => option.Option).ToList();
        if (same.Count > 0)
            text.Line($"{indent}=", indent.Length + 2, $"the same in every replication: {string.Join(", ", same)}");
    }

    private static string HeadlineOf(ComparedOption option, RunCard card) =>
        SignatureSentence.Headline(option.Answer, card);

    /// <summary>A row for each option that differs anywhere from the first.</summary>
    private static void WriteOverWorlds(ComparedQuestion question, RunCard card, WrappedText text, string indent)
    {
        var shown = question.OverWorlds.Where((_, option) => option == 0 || Differs(question, option)).ToList();
        var names = shown.Max(option => option.Option.Length);
        text.Hanging("over all worlds: where it is worst, and how much it is regretted at most");
        foreach (var option in shown)
        {
            var lead = $"{indent}{option.Option.PadRight(names)}";
            var says = option is { Worst: { } worst, Regret: { } regret }
                ? $"{SignatureSentence.Headline(worst.Answer, card)} in {worst.World}; " +
                    (regret.Short.Value == 0
                        ? "no regret"
                        : $"{ComparisonSentence.Size(regret.Short, question)} in {regret.World}")
                : "has no answer in some world";
            text.Line(lead, lead.Length + 2, says);
        }
    }

    private static bool Differs(ComparedQuestion question, int option) =>
        question.Worlds.Any(world => !world.Options[option].IsSame);

    private static void WriteUnmoved(ComparisonReport report, WrappedText text)
    {
        var unmoved = report.Questions
            .Where(question => question.IsUnmoved).Select(each => each.Question.Name).ToList();
        if (unmoved.Count == 0) return;
        text.Blank();
        text.Line("", 0, "The same in every replication, whatever the option:");
        text.Hanging(string.Join(", ", unmoved));
    }
}
