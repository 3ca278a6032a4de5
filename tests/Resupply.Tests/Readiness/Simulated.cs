using Resupply.Answers;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Readiness;

/// <summary>What a simulation answers, held against what others computed: within 4 standard errors.</summary>
/// <remarks>The seed is fixed, so that a check which holds once holds always.</remarks>
internal sealed class Simulated
{
    private const double ErrorsMax = 4;

    private readonly Dictionary<string, Answer> answers;
    private readonly List<string> complaints = [];

    private Simulated(IEnumerable<Answer> answers) => this.answers = answers.ToDictionary(answer => answer.Name);

    /// <summary>Runs a scenario; sections left out are those of the rehearsals.</summary>
    public static Simulated Run(string text, long replications, ulong seed = 11) => new(Rehearsal.Run(
        Rehearsal.Read(text), new RunOptions { Replications = replications, Seed = seed, Threads = 2 }).Answers);

    /// <summary>Holds one answer against what is expected; <see cref="Done"/> says what was not.</summary>
    /// <param name="known">What the expected figure itself may be off by: it was rounded, or simulated.</param>
    public Simulated Close(string question, double expected, double known = 0)
    {
        var estimate = EstimateOf(question);
        var error = answers[question] is Answer.Probability
            ? ErrorOfShare(estimate, expected)
            : estimate.Error;
        if (!(error > 0 || estimate.Value == expected))
            complaints.Add(FormattableString.Invariant($"{question}: {estimate.Value} without any error"));
        else if (!(Math.Abs(estimate.Value - expected) <= (ErrorsMax * error) + known))
            complaints.Add(FormattableString.Invariant($"{question}: {estimate.Value} is not {expected} ± {error}"));
        return this;
    }

    public Estimate EstimateOf(string question) => answers[question] switch
    {
        Answer.Probability probability => probability.Estimate,
        Answer.Share share => share.Estimate,
        Answer.Quantity { Mean: { } mean } => mean,
        _ => throw new ArgumentException($"{question} has no number", nameof(question)),
    };

    public void Done() => Assert.True(complaints.Count == 0, string.Join('\n', complaints));

    /// <summary>
    /// Of a rare event the sample may hold none, and then show no error: the expected probability has one.
    /// </summary>
    private static double ErrorOfShare(Estimate estimate, double expected)
    {
        var shown = estimate.Value * (1 - estimate.Value);
        return shown > 0 ? estimate.Error * Math.Sqrt(expected * (1 - expected) / shown) : 0;
    }
}
