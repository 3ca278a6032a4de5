using System.Collections.Immutable;
using System.Numerics;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply;

/// <summary>
/// What a permission is worth: every answer if it is granted at once, on each of the next dates, or never, all played
/// on the same draws; and the last day on which granting it still changes an answer.
/// </summary>
public sealed class Signing
{
    /// <summary>Enough to tell a point of a probability.</summary>
    public const long ReplicationsDefault = 2_000;

    /// <summary>More dates are a mistake rather than a question.</summary>
    public const int DatesMax = 400;

    private readonly Scenario scenario;
    private readonly SigningTerms terms;
    private readonly Scenario played;
    private readonly RunOptions options;
    private readonly SigningStep step;
    private readonly ImmutableArray<Day> days;
    private readonly Judgement judgement;
    private readonly Action<long>? progress;
    private readonly CancellationToken cancellation;

    private Signing(
        Scenario scenario,
        SigningTerms terms,
        RunOptions options,
        Action<long>? progress,
        CancellationToken cancellation)
    {
        this.scenario = scenario.Asking(terms.Questions);
        played = Explaining.Within(Reach.Together(Explaining.ReachesOnAnyDay(this.scenario)), this.scenario);
        (this.terms, this.options, this.progress, this.cancellation) = (terms, options, progress, cancellation);
        var first = scenario.Today < scenario.From ? scenario.From : scenario.Today;
        step = terms.Every ?? SigningStep.For(scenario.To - first);
        days = Permission.Days(first, scenario.To, step);
        judgement = new Judgement(Comparisons);
    }

    private int Comparisons => Math.Max(1, scenario.Questions.Length * days.Length);

    /// <param name="diagnostics">Of reading the scenario; they come back with those that are found here.</param>
    /// <returns>No report where a diagnostic says why not.</returns>
    public static (SignatureReport? Report, ImmutableArray<Diagnostic> Diagnostics) Find(
        Scenario scenario,
        RunOptions options,
        SigningTerms terms,
        ImmutableArray<Diagnostic> diagnostics,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        if (WhyNot(scenario, terms) is { } refused) return (null, diagnostics.Add(refused));
        var signing = new Signing(scenario, terms, options, progress, cancellation);
        return signing.TooMuch() is { } tooMuch
            ? (null, diagnostics.Add(tooMuch))
            : (signing.Report(diagnostics), diagnostics);
    }

    private static Diagnostic? WhyNot(Scenario scenario, SigningTerms terms)
    {
        var releases = scenario.Supply.Releases.Select(each => each.Name).ToImmutableArray();
        if (releases.IsEmpty)
        {
            return RunLimits.Refused(
                scenario, "there is no release in this scenario, so nothing waits for one",
                "declare one under `releases`, and let a shipment or an order say `needs`");
        }

        if (!releases.Contains(terms.Release))
        {
            return RunLimits.Refused(
                scenario,
                $"there is no release `{terms.Release}`",
                Nearest.HintFor(terms.Release, releases, "there is none"));
        }

        if (Permission.WaitingFor(terms.Release, scenario.Supply, scenario.Production).IsEmpty)
        {
            return RunLimits.Refused(
                scenario,
                $"nothing waits for release `{terms.Release}`: no day of it can change an answer",
                $"let a shipment or an order say `needs: {terms.Release}`");
        }

        return RunLimits.NotAsked(scenario, terms.Questions);
    }

    private Diagnostic? TooMuch()
    {
        if (days.Length > DatesMax)
        {
            return RunLimits.Refused(
                scenario,
                Invariant($"{step.InWords} to {scenario.To} is {days.Length:N0} dates; at most {DatesMax} are tried"),
                "try fewer: --every 1w, or 1month");
        }

        return RunLimits.TooManyPlans(scenario, options, PlansAtMost())
            ?? PairedAnswers.TooMuch(scenario, options, days.Length + 2, (2 * days.Length) + 1);
    }

    /// <summary>Those of the dates, and of each halving: never, and for each question two days.</summary>
    private int PlansAtMost()
    {
        var gap = days.Skip(1).Zip(days, (day, before) => day - before).DefaultIfEmpty(1).Max();
        var halvings = BitOperations.Log2((uint)gap) + 1;
        return days.Length + 2 + (halvings * (1 + (2 * scenario.Questions.Length)));
    }

    private SignatureReport Report(ImmutableArray<Diagnostic> diagnostics)
    {
        var found = new DayByDay(With, days, played, judgement, options, progress, cancellation);
        var moved = Enumerable.Range(0, scenario.Questions.Length).Where(found.Moves).ToList();
        var brackets = moved.Select(question => new Brackets(question, terms.MoreThan, found)).ToList();
        found.Narrow([.. brackets.SelectMany(each => new[] { each.More, each.Told }).OfType<SigningBracket>()]);
        var release = scenario.Supply.Releases.First(each => each.Name == terms.Release);
        return new SignatureReport(
            Reporting.CardOf(scenario, options.Seed, found.Found.Replications),
            release.Name,
            release.By,
            release.Granted.Text,
            Permission.WaitingFor(release.Name, scenario.Supply, scenario.Production),
            step,
            days,
            terms.MoreThan,
            [.. brackets.Select(each => AnswerOf(each, found))],
            [.. scenario.Questions.Where((_, question) => !moved.Contains(question))],
            Comparisons,
            diagnostics);
    }

    private Scenario With(Day? granted) => played with
    {
        Supply = Permission.GrantedOn(granted, terms.Release, played.Supply),
    };

    private static SignatureAnswer AnswerOf(Brackets brackets, DayByDay played)
    {
        var question = brackets.Question;
        return new SignatureAnswer(
            played.Found.Questions[question],
            brackets.MoreThan,
            played.Never(question),
            played.AsWritten(question),
            played.Tried(question),
            brackets.More?.Last,
            brackets.Told?.Last,
            played.Shrinks(question));
    }

    /// <summary>Of one question: where it stops to change by more, and where it stops to be told.</summary>
    private sealed class Brackets
    {
        public Brackets(int question, double moreThan, DayByDay played)
        {
            Question = question;
            var tried = played.Tried(question);
            MoreThan = moreThan * Size(played.Never(question), tried[0].Answer);
            More = SigningBracket.Of(question, tried, signed => signed.IsTold && IsMore(signed.Change));
            Told = SigningBracket.Of(question, tried, signed => signed.IsTold);
        }

        public int Question { get; }

        public double MoreThan { get; }

        public SigningBracket? More { get; }

        public SigningBracket? Told { get; }

        private bool IsMore(Estimate? change) => change is { } known && Math.Abs(known.Value) > MoreThan;

        /// <summary>What a share of a change is of: probabilities and shares are counted in points.</summary>
        private static double Size(Answer never, Answer atOnce) =>
            (never, atOnce) is (Answer.Quantity before, Answer.Quantity after)
                ? Math.Max(Math.Abs(before.Mean?.Value ?? 0), Math.Abs(after.Mean?.Value ?? 0))
                : 1;
    }
}
