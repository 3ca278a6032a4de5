using MathNet.Numerics.Distributions;
using Resupply.Simulation;

namespace Resupply.Answers;

/// <summary>
/// Holds the simulation against what is known exactly. A gap that chance would give less than once in a million runs is
/// a mistake of this program, and the run fails.
/// </summary>
public static class ExactComparison
{
    private const double ChanceMax = 1e-6;
    private const double ErrorsMax = 5;
    private const long EitherSideMin = 30;
    private const double Rounded = 1e-13; // What sums of rounded numbers may be off by.

    /// <summary>Each answer beside its exact value, for the run card.</summary>
    public static IEnumerable<ExactCheck> Checks(
        IEnumerable<Question> asked,
        IReadOnlyList<Answer> answers,
        IReadOnlyDictionary<string, ExactAnswer> exact,
        long replications)
    {
        foreach (var question in asked)
        {
            if (!exact.TryGetValue(question.Name, out var known)) continue;
            var answer = answers.First(each => each.Name == question.Name);
            if (Estimated(answer) is not { } estimate || Number(known) is not { } number) continue;
            var errors = ErrorsOff(estimate, number, answer is Answer.Quantity ? 0 : replications);
            yield return new ExactCheck(question.Name, question.InWords, estimate.Value, number, errors, known.Method);
        }
    }

    /// <summary>
    /// A share that was seen always or never has no error of its own; that of the exact one stands in for it.
    /// </summary>
    private static double ErrorsOff(Estimate estimate, double exact, long replications)
    {
        var gap = estimate.Value - exact;
        if (Math.Abs(gap) <= Rounded * Math.Max(1, Math.Abs(exact))) return 0;
        if (estimate.Error > 0 || replications == 0) return gap / estimate.Error;
        return gap / Math.Sqrt(exact * (1 - exact) / replications);
    }

    /// <summary>What cannot be chance, in a sentence; null where all is well.</summary>
    public static string? Contradiction(Question question, Tally tally, ExactAnswer exact, double scale)
    {
        if (Number(exact) is not { } number) return null;
        var moments = tally.Moments;
        if (question is Question.Shortage)
            return IsChance(tally.None, moments.Count + tally.None, number)
                ? null
                : Sentence(question, (double)tally.None / (moments.Count + tally.None), number);
        if (Answering.IsProbability(question))
            return IsChance((long)moments.X, moments.Count, number) ? null : Sentence(question, moments.Mean, number);
        var (mean, error) = question is Question.Met or Question.Busy
            ? (moments.Ratio, moments.RatioError)
            : (moments.Mean / scale, moments.MeanError / scale);
        if (Math.Abs(mean - number) <= ErrorsMax * error || !HasBothSides(question, tally, number * scale)) return null;
        return Sentence(question, mean, number);
    }

    /// <summary>
    /// A ratio has no distribution of its own; the others must have been seen on both sides of the exact mean.
    /// </summary>
    private static bool HasBothSides(Question question, Tally tally, double mean)
    {
        if (question is Question.Met or Question.Busy)
            return tally.Moments.Count >= 2 * EitherSideMin && tally.Moments.RatioError > 0;
        var below = tally.Histogram.CountBelow(mean);
        return below >= EitherSideMin && tally.Histogram.Count - below >= EitherSideMin;
    }

    /// <summary>Both tails of the binomial distribution, doubled.</summary>
    private static bool IsChance(long happened, long of, double probability)
    {
        var p = Math.Clamp(probability, 0, 1);
        if (p <= Rounded) return happened == 0;
        if (p >= 1 - Rounded) return happened == of;

        // The outermost step by itself: taken from 1, the distribution function loses it where p is close to 1.
        var upto = happened == of ? 1 : Binomial.CDF(p, (int)of, happened);
        var from = happened == 0 ? 1 : happened == of ? Math.Pow(p, of) : 1 - Binomial.CDF(p, (int)of, happened - 1);
        return 2 * Math.Min(upto, from) >= ChanceMax;
    }

    private static string Sentence(Question question, double simulated, double exact) =>
        $"question `{question.Name}`: the simulation says {simulated:R}, the exact method {exact:R}; " +
        "chance does not explain the gap";

    private static double? Number(ExactAnswer exact) => exact.Number ?? exact.Date?.Never;

    private static Estimate? Estimated(Answer answer) => answer switch
    {
        Answer.Probability p => p.Estimate,
        Answer.Share s => s.Estimate,
        Answer.Quantity q => q.Mean,
        Answer.Date d => new Estimate(d.Estimate.Never, double.NaN, double.NaN, double.NaN),
        _ => null,
    };
}
