using Resupply.Language;
using Resupply.Scoring;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>Scores in words and in the digits they deserve.</summary>
internal static class ScoreWords
{
    public const string Ours = "our answers";
    private const int FewQuestions = 20;
    private const int LabelMax = 34;
    private const string None = "–";

    public static string NameOf(TrackRecord record) => record.Who is { } who ? VisibleText.Of(who) : Ours;

    /// <summary>The question, with its scenario and course where that is not plain.</summary>
    public static string NameOf(AskedQuestion asked, ScoreReport report)
    {
        var isSeveral = report.Log.Runs.DistinctBy(run => run.Scenario).Count() > 1;
        string[] course =
        [
            .. asked.Option == Scenario.BaseOption ? Array.Empty<string>() : [asked.Option],
            .. asked.World == Scenario.WorldAsWritten ? Array.Empty<string>() : [asked.World],
        ];
        var of = course.Length == 0 ? "" : $" ({string.Join(", ", course)})";
        return VisibleText.Of($"{(isSeveral ? asked.Scenario + ": " : "")}{asked.Name}{of}");
    }

    /// <summary>For a column of the terminal.</summary>
    public static string Cut(string label) => label.Length <= LabelMax ? label : label[..(LabelMax - 1)] + "…";

    public static string Score(double score) => score switch
    {
        double.PositiveInfinity => "∞",
        double.NaN => None,
        _ => Invariant($"{score:0.000}"),
    };

    public static string Error(double error) => double.IsFinite(error) ? Invariant($"±{error:0.000}") : None;

    public static string Skill(double skill) =>
        double.IsFinite(skill) ? Invariant($"{skill * 100:+0;−0;0}%") : None;

    public static string Percent(double share) => double.IsFinite(share) ? Invariant($"{share * 100:0}%") : None;

    public static string Tenth(ReliabilityBin bin) => Invariant($"{bin.From * 100:0}–{bin.To * 100:0}%");

    public static string Plural(int count, string one) => Invariant($"{count:N0} {one}{(count == 1 ? "" : "s")}");

    /// <summary>What came of a question, as it was told.</summary>
    public static string Came(NumberScore score) => score switch
    {
        { CameDay: { } day } => day,
        { Question.Asked.Kind: "share" } => Invariant($"{score.Came * 100:0.#}%"),
        _ => Shown.Amount(score.Came, score.Unit),
    };

    /// <summary>How far the answers were off: + is too high, or too late.</summary>
    public static string Off(NumberScore score)
    {
        var sign = score.Error switch { > 0 => "+", < 0 => "−", _ => "" };
        return sign + Amount(score, Math.Abs(score.Error));
    }

    public static string Loss(NumberScore score) => Amount(score, score.Loss);

    private static string Amount(NumberScore score, double value) => (score.Question.Asked.Kind, value) switch
    {
        (_, double.NaN) => None,
        ("share", _) => Invariant($"{value * 100:0.#} points"),
        _ => Shown.Amount(value, score.Unit),
    };

    /// <summary>What the scores say, a sentence each.</summary>
    public static IEnumerable<string> Sentences(ScoreReport report)
    {
        var ours = report.Ours;
        if (ours.Questions.IsEmpty)
        {
            yield return "Nothing is known yet of what came: no answer by a probability can be scored.";
            yield break;
        }

        yield return OfOurs(ours);
        foreach (var record in report.Theirs) yield return Against(ours, record);
        if (ours.Questions.Length < FewQuestions)
            yield return $"{Plural(ours.Questions.Length, "question")}, and those of one scenario share its fortune: " +
                "that says little. The errors are as if they did not share it, and so are the least they can be.";
    }

    private static string OfOurs(TrackRecord ours)
    {
        var error = double.IsFinite(ours.BrierError) ? $" {Error(ours.BrierError)}" : "";
        var beside = double.IsFinite(ours.Skill)
            ? $"always saying {Percent(ours.BaseRate)}, how often it happened, has {Score(ours.BaseRateBrier)}: " +
              (ours.Skill > 0 ? $"ours have {Percent(ours.Skill)} less." : "ours are no better.")
            : $"{(ours.BaseRate > 0.5 ? "all" : "none")} of it happened, so no skill can be told.";
        return $"Our answers have a Brier score of {Score(ours.Brier)}{error} over " +
            $"{Plural(ours.Questions.Length, "question")}; {beside}";
    }

    private static string Against(TrackRecord ours, TrackRecord theirs)
    {
        var same = ours.On(theirs);
        var verdict = ours.Against(theirs) switch
        {
            { IsClear: true, Mean: < 0 } => "We were the closer ones, beyond chance.",
            { IsClear: true } => "They were the closer ones, beyond chance.",
            _ => "Who was the closer one cannot be told.",
        };
        return $"{NameOf(theirs)}: {Score(theirs.Brier)} over {Plural(theirs.Questions.Length, "question")}, " +
            $"where ours have {Score(same.Brier)}. {verdict}";
    }

    /// <summary>What counts for nothing, a sentence each.</summary>
    public static IEnumerable<string> LeftOut(ScoreReport report)
    {
        var (late, replays) = report.Left;
        if (late > 0) yield return $"{Plural(late, "answer")} came when it was known already: not scored.";
        if (replays > 0)
            yield return $"{Plural(replays, "answer")} as known on an earlier day: nobody said so then; not scored.";
        if (report.DatedByHand > 0)
            yield return $"{Plural(report.DatedByHand, "line")} of the log dated by hand, with --answered.";
    }
}
