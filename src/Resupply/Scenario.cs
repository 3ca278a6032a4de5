using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Evidence;
using Resupply.Forecasting;
using Resupply.Language;
using Resupply.Production;
using Resupply.Readiness;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply;

/// <summary>
/// Everything a run needs to know, for one option in one world. Checked once by the reader; valid ever after.
/// </summary>
/// <param name="Unknowns">In the order of their slots.</param>
/// <param name="Values">Every value that the scenario states, with what it rests on.</param>
/// <param name="Statements">What others said, by claim.</param>
/// <param name="Evidence">The sources and claims that were known.</param>
public sealed record Scenario(
    ScenarioFile Source,
    string World,
    string Option,
    string Title,
    Day From,
    Day To,
    Day Today,
    string Currency,
    ImmutableArray<Deadline> Deadlines,
    ImmutableArray<Value> Unknowns,
    SupplyPlan Supply,
    ReadinessPlan Readiness,
    ProductionPlan Production,
    ImmutableArray<Question> Questions,
    ImmutableArray<Value> Values,
    IReadOnlyDictionary<string, Statement> Statements,
    EvidencePlan Evidence)
{
    public const string BaseOption = "base";

    public const string WorldAsWritten = "as-written";

    public string File => Source.Path;

    /// <summary>The calendar's first day; the first that is simulated, `From`, is later where `today` is.</summary>
    public Day CalendarFrom { get; init; } = From;

    /// <summary>
    /// Every value that can move an answer: those of `Values`, and those of what asks, in file order.
    /// </summary>
    public ImmutableArray<Value> Stated { get; init; } = [];

    /// <summary>When what became known of it, also what had not by `KnownOn`.</summary>
    public ImmutableArray<News> News { get; init; } = [];

    public int Days => To - From + 1;

    /// <summary>What became known after this day is left out; null: all that the file says counts.</summary>
    public Day? KnownOn { get; init; }

    /// <summary>The series that were read with it, for those who read it again; null: it was not read.</summary>
    public SeriesFiles? SeriesFiles { get; init; }

    /// <summary>What its world changes of the file, as `shipments.november`.</summary>
    internal ImmutableArray<string> ChangedByWorld { get; init; } = [];

    /// <summary>What its option changes, of the same.</summary>
    internal ImmutableArray<string> ChangedByOption { get; init; } = [];

    /// <summary>What its numbers are made of, seen from the day known on, or else from today.</summary>
    /// <param name="silentAfter">Days after which a claim that nobody mentions has gone silent.</param>
    public EvidenceOverview EvidenceSeen(int silentAfter) => EvidenceOverview.Of(
        Evidence,
        Values,
        [.. Questions.Select(question => (question.Name, question.Claimed))],
        KnownOn ?? Today,
        silentAfter);

    /// <summary>The same with no other questions than those of these names; where none is named, with all.</summary>
    internal Scenario Asking(ImmutableArray<string> names) => names.IsEmpty
        ? this
        : this with { Questions = [.. Questions.Where(question => names.Contains(question.Name))] };

    /// <summary>The same with these of its questions, by their place.</summary>
    internal Scenario AskingAt(ImmutableArray<int> places) =>
        this with { Questions = [.. places.Select(place => Questions[place])] };
}
