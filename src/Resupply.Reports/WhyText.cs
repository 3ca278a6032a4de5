using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>
/// What an answer depends on, in the terminal: each value with what moves, its draw and what it rests on.
/// </summary>
public static class WhyText
{
    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(WhyReport report, TextWriter output, int width, bool coloured = false)
    {
        var text = new WrappedText(output, width);
        var card = report.Card;
        text.Line("", 0, card.Title.ReplaceLineEndings(" "));
        text.Line("", 0, $"option {card.Option}, world {card.World}, {card.From} to {card.To}");
        text.Line("", 0, $"{report.Question.Name}: {SignatureSentence.Subject(report.AsWritten, card)}");
        text.Line("", 0, $"as the file stands: {SignatureSentence.Headline(report.AsWritten, card)}");
        if (report.AsWritten is Answer.Date { Estimate.P50: { } median })
            text.Line("", 0, $"half of the days come by {median}");
        text.Blank();
        text.Line("", 0, report.Inputs.IsEmpty
            ? "Nothing that was changed moves this answer."
            : $"It depends on {Many(report.Inputs.Length)}, the one that moves it most first:");
        foreach (var input in report.Inputs) WriteInput(text, input, report, coloured);
        WriteOthers(text, report);
        text.Blank();
        text.Line("", 0, Invariant($"{card.Replications:N0} replications of each plan, seed {card.Seed}, ") +
            $"resupply {card.Version}, {card.File} {card.Sha256[..Math.Min(12, card.Sha256.Length)]}");
    }

    private static void WriteInput(WrappedText text, Input input, WhyReport report, bool coloured)
    {
        text.Blank();
        var heading = $"{input.Value.Path} = {Plain(input.Value.Text)}";
        text.Line("", 0, coloured ? $"\e[1m{heading}\e[0m" : heading);
        text.Hanging(string.Join("; ", input.Effects.Select(effect => EffectOf(effect, report))));
        text.Hanging($"{input.Draw}; {SupportOf(input.Support)}");
        if (input.Support is not InputSupport.Evidence { Claims: var claims }) return;
        foreach (var cited in claims) text.Hanging($"- {ClaimOf(cited)}");
    }

    /// <summary>"a week later: −4.1 ± 0.3 points".</summary>
    private static string EffectOf(NudgeEffect effect, WhyReport report)
    {
        var change = effect.Change is { } known ? SignatureSentence.Change(known, report.AsWritten) : "no answer";
        var days = effect.DaysLater is { } later and not 0
            ? Invariant($", half of the days {Math.Abs(later)} d {(later > 0 ? "later" : "earlier")}")
            : "";
        var few = effect.Change is { Value: 0 } && effect.DaysLater is null or 0
            ? Invariant($", another in {effect.Differing:N0} of {report.Card.Replications:N0} replications")
            : "";
        return $"{effect.Words}: {change}{days}{few}";
    }

    private static string SupportOf(InputSupport support) => support switch
    {
        InputSupport.Evidence => "evidence:",
        InputSupport.Assumption assumed => $"assumption: {Plain(assumed.Because)}",
        InputSupport.Decision { Because: { Length: > 0 } because } => $"decision: {Plain(because)}",
        InputSupport.Decision => "a decision",
        _ => "nobody says what it rests on",
    };

    private static string ClaimOf(CitedClaim cited)
    {
        var grade = cited.Grade is { } known ? $" ({known})" : "";
        string[] said =
        [
            .. cited.Source is { } source ? [Plain(source.Title)] : (string[])[],
            .. cited.Source?.Published is { } day ? [day.ToString()] : (string[])[],
        ];
        var standing = cited.Claim.Withdrawn is { } withdrawn ? $"; withdrawn on {withdrawn}"
            : cited.SupersededBy.IsEmpty ? ""
            : $"; superseded by {string.Join(", ", cited.SupersededBy)}";
        var quote = cited.Claim.Quote is { } words ? $": \"{Plain(words)}\"" : "";
        var by = said.Length > 0 ? $", {string.Join(", ", said)}" : "";
        return $"{cited.Claim.Name}{grade}{by}{standing}{quote}";
    }

    private static void WriteOthers(WrappedText text, WhyReport report)
    {
        var replications = Invariant($"{report.Card.Replications:N0} replications");
        WritePaths(text, $"Could matter, but changed nothing in {replications}:", report.Silent);
        WritePaths(text, "Could matter, and could not be changed a little:", report.NotTried);
        if (report.Unreached.IsEmpty) return;
        text.Blank();
        text.Line("", 0, $"From {Many(report.Unreached.Length)} more of the file no way leads to this answer.");
    }

    private static void WritePaths(WrappedText text, string heading, ImmutableArray<Value> values)
    {
        if (values.IsEmpty) return;
        text.Blank();
        text.Line("", 0, heading);
        text.Hanging(string.Join(", ", values.Select(value => value.Path)));
    }

    private static string Plain(string text) => text.ReplaceLineEndings(" ");

    private static string Many(int count) => count == 1 ? "1 value" : Invariant($"{count:N0} values");
}
