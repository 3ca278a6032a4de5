using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Scoring;

/// <summary>Were we right, and were they? All that a log and what came have to say.</summary>
/// <param name="Path">The log, as it was named.</param>
/// <param name="Ours">The answers of the scenarios.</param>
/// <param name="Theirs">The claims beside them, by source, in the order in which they first spoke.</param>
/// <param name="Numbers">The questions that are not answered by a probability alone.</param>
/// <param name="Open">Of which nothing is known yet, by the day on which they are settled.</param>
public sealed record ScoreReport(
    string Path,
    AnswerLog Log,
    ImmutableArray<SettledQuestion> Settled,
    TrackRecord Ours,
    ImmutableArray<TrackRecord> Theirs,
    ImmutableArray<NumberScore> Numbers,
    ImmutableArray<AskedQuestion> Open,
    ImmutableArray<Diagnostic> Diagnostics)
{
    private readonly Lazy<ImmutableArray<GivenTo>> given = new(() => GivenTo.Of(Ours));

    /// <summary>Null where no probability was given to anything that is known by now.</summary>
    public BrierParts? Parts => Ours.Questions.IsEmpty ? null : BrierParts.Of(given.Value);

    public ImmutableArray<ReliabilityBin> Reliability => ReliabilityDiagram.Of(given.Value);

    /// <summary>By scenario, where there are several.</summary>
    public ImmutableArray<(string Scenario, TrackRecord Record)> ByScenario
    {
        get
        {
            var groups = Ours.Questions.GroupBy(score => score.Question.Asked.Scenario).ToArray();
            return groups.Length < 2
                ? []
                : [.. groups.Select(group => (group.Key, Ours with { Questions = [.. group] }))];
        }
    }

    /// <summary>Answers that count for nothing: given when it was known, or as known on an earlier day.</summary>
    public (int Late, int Replays) Left =>
        (Settled.Sum(question => question.Late), Settled.Sum(question => question.Asked.Replays));

    /// <summary>How many lines were dated by hand.</summary>
    public int DatedByHand => Log.Runs.Count(run => run.IsDatedByHand);
}
