using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>The answer to one question, with the simulation's own error. Closed: the cases below are all.</summary>
/// <param name="Name">The question's name in the file.</param>
/// <param name="Question">What was asked, in words: "no need of ballistic goes unmet until 2024-12-31".</param>
/// <param name="Claimed">What others said, in their words, with who said it; empty where nobody is quoted.</param>
public abstract record Answer(string Name, string Question, ImmutableArray<Statement> Claimed)
{
    /// <summary>The confidence of every interval.</summary>
    public const double Confidence = 0.95;

    /// <summary>The mean or the probability in the long run, where only that is known.</summary>
    public KnownNumber? Stationary { get; init; }

    /// <summary>An approximation of it, such as METRIC's; never more than that.</summary>
    public KnownNumber? Approximate { get; init; }

    /// <summary>`low` and `high`: Wilson's interval.</summary>
    public sealed record Probability(
        string Name, string Question, ImmutableArray<Statement> Claimed, Estimate Estimate, double? Exact)
        : Answer(Name, Question, Claimed);

    /// <summary>`low` and `high`: the normal interval for a mean, the delta method for a ratio of means.</summary>
    public sealed record Share(
        string Name, string Question, ImmutableArray<Statement> Claimed, Estimate Estimate, double? Exact)
        : Answer(Name, Question, Claimed);

    /// <param name="Mean">Null where the quantity does not exist (days of supply where no need is expected).</param>
    /// <param name="Unit">"units", "days", the currency.</param>
    public sealed record Quantity(
        string Name, string Question, ImmutableArray<Statement> Claimed, Estimate? Mean, double? Exact,
        double? P10, double? P50, double? P90, string Unit)
        : Answer(Name, Question, Claimed);

    public sealed record Date(
        string Name, string Question, ImmutableArray<Statement> Claimed, DateSpread Estimate, DateSpread? Exact)
        : Answer(Name, Question, Claimed);

    /// <summary>The option removed what the question is about.</summary>
    public sealed record NotApplicable(string Name, string Question, ImmutableArray<Statement> Claimed)
        : Answer(Name, Question, Claimed);
}

/// <summary>A number with the bounds of the simulation's own error.</summary>
/// <param name="Error">Its standard error.</param>
public readonly record struct Estimate(double Value, double Low, double High, double Error);

/// <summary>Quantiles of a day that may never come (then null), and the probability that it does not.</summary>
public sealed record DateSpread(Day? P10, Day? P50, Day? P90, double Never);

/// <summary>What others said: "An official: lasts until 31 December".</summary>
public sealed record Statement(string Claim, string Source, string Quote)
{
    /// <summary>The probability that it gives, where the file says which; null: it is flatly said.</summary>
    public double? Given { get; init; }
}

/// <summary>How far one answer moves between the lowest and the highest fifth of a value drawn once.</summary>
/// <param name="Path">The value's place in the file: `unknowns.interceptors`.</param>
/// <param name="Low">The answer where the value is in its lowest fifth (or what ties leave of it), with error.</param>
/// <param name="LowShare">The share of replications that this is.</param>
/// <param name="LowText">What the values there are: "up to 560", "never".</param>
/// <param name="Difference">High minus low, with its error; how swings are ranked, by size.</param>
/// <param name="IsClear">
/// Chance alone is not likely to have made it: at 5 % over all swings of the run together (Bonferroni), since among
/// hundreds some look large that are nothing.
/// </param>
public sealed record Swing(
    string Question,
    string Path,
    double Low,
    double LowShare,
    string LowText,
    double High,
    double HighShare,
    string HighText,
    Estimate Difference,
    bool IsClear)
{
    /// <summary>
    /// How much of the answer's variance the value explains by itself; null where the answer does not vary or the
    /// replications are too few.
    /// </summary>
    public VarianceShare? Index { get; init; }

    /// <summary>It moves the answer beyond chance, from end to end or anywhere between.</summary>
    public bool Matters => IsClear || Index is { IsClear: true };
}
