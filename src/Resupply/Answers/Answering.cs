using System.Collections.Immutable;
using System.Numerics;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>From a record to the answers: the one place where counts become estimates.</summary>
public static class Answering
{
    /// <param name="exact">What an exact recursion says of the question, where one answers it.</param>
    /// <param name="claimed">The statements that others made on it.</param>
    public static Answer Of(
        Question question,
        Tally? tally,
        Day from,
        string currency,
        ExactAnswer? exact,
        ImmutableArray<Statement> claimed)
    {
        var words = question.InWords;
        var number = exact?.Number;
        Answer answer = question switch
        {
            Question.Removed => new Answer.NotApplicable(question.Name, words, claimed),
            Question.Shortage => new Answer.Date(question.Name, words, claimed, Spread(tally!, from), exact?.Date),
            _ when IsProbability(question) =>
                new Answer.Probability(question.Name, words, claimed, ProbabilityOf(tally!), number),
            Question.Available when tally!.Moments.Count == 0 =>
                new Answer.NotApplicable(question.Name, words, claimed),
            Question.Busy when tally!.Moments.Y == 0 => new Answer.NotApplicable(question.Name, words, claimed),
            Question.Met or Question.Busy =>
                new Answer.Share(question.Name, words, claimed, Intervals.Ratio(tally!.Moments), number),
            Question.Arrived or Question.Available or Question.Delivered or Question.Money { IsShare: true } =>
                new Answer.Share(
                    question.Name, words, claimed, Intervals.MeanShare(tally!.Moments, Probe.ShareUnit), number),
            _ => Quantity(question, tally!, currency, number, claimed),
        };
        return answer with { Stationary = exact?.Stationary, Approximate = exact?.Approximate };
    }

    /// <summary>
    /// The answer whose half-width is asked to be at most `precision`: relative to the mean for quantities.
    /// </summary>
    public static bool IsPrecise(Answer answer, double precision) => answer switch
    {
        Answer.Probability p => HalfWidth(p.Estimate) <= precision,
        Answer.Share s => HalfWidth(s.Estimate) <= precision,
        Answer.Quantity { Mean: { } mean } => HalfWidth(mean) <= precision * Math.Abs(mean.Value),
        Answer.Date => true,
        _ => true,
    };

    /// <summary>
    /// Whether it is answered by a number between 0 and 1; of a date, the probability that none comes.
    /// </summary>
    public static bool IsOfShares(Question question) => IsProbability(question) || question is
        Question.Met or Question.Busy or Question.Arrived or Question.Available or Question.Delivered
        or Question.Money { IsShare: true } or Question.Shortage;

    /// <summary>Whether a planner wants more of it; null: it depends on who asks.</summary>
    public static bool? MoreIsBetter(Question question) => question switch
    {
        Question.Unmet or Question.Backlog or Question.Backorders or Question.Late => false,
        Question.Busy or Question.Money { IsShare: true } or Question.Removed => null,
        _ => true, // Of a shortage, the probability that none comes.
    };

    /// <summary>
    /// An answer as one number: of a date, the probability that it never comes; null where it has none.
    /// </summary>
    public static double? Level(Answer answer) => answer switch
    {
        Answer.Probability probability => probability.Estimate.Value,
        Answer.Share share => share.Estimate.Value,
        Answer.Quantity quantity => quantity.Mean?.Value,
        Answer.Date date => date.Estimate.Never,
        _ => null,
    };

    /// <summary>The same number as <see cref="Level"/>, as the counts that it is made of.</summary>
    public static Fraction? Counted(Question question, Tally? tally)
    {
        if (question is Question.Removed || tally is null) return null;
        var moments = tally.Moments;
        if (question is Question.Shortage)
            return moments.Count + tally.None is > 0 and var all ? new Fraction(tally.None, all) : null;
        if (KindOf(question) is PairedMeasure.Ratio)
        {
            if (moments.Y != 0) return new Fraction(moments.X, moments.Y);
            return question is Question.Busy ? null : new Fraction(1, 1);
        }

        return moments.Count == 0 ? null : new Fraction(moments.X, (BigInteger)Scale(question) * moments.Count);
    }

    /// <summary>The same with the simulation's error.</summary>
    public static Estimate? Estimated(Answer answer, long replications) => answer switch
    {
        Answer.Probability probability => probability.Estimate,
        Answer.Share share => share.Estimate,
        Answer.Quantity quantity => quantity.Mean,
        Answer.Date date => Intervals.Probability(
            (long)Rounding.HalfUp(date.Estimate.Never * replications), replications),
        _ => null,
    };

    public static bool IsProbability(Question question) => question is
        Question.Covered or Question.Met { AtLeast: not null } or Question.OnHand { AtLeast: not null }
        or Question.Arrived { AtLeast: not null } or Question.Available { AtLeast: not null }
        or Question.Delivered { AtLeast: not null };

    /// <summary>What is kept of it where scenarios are held against one another.</summary>
    public static PairedMeasure KindOf(Question question) => question switch
    {
        Question.Shortage => PairedMeasure.Day,
        _ when IsProbability(question) => PairedMeasure.Number,
        Question.Met or Question.Busy => PairedMeasure.Ratio,
        Question.Removed or Question.Arrived or Question.Available or Question.Delivered
            or Question.Money { IsShare: true } => PairedMeasure.Number,
        _ => PairedMeasure.Spread,
    };

    /// <summary>How many of a measure's counts make one of the answer's units.</summary>
    public static double Scale(Question question) => question switch
    {
        Question.DaysOfSupply => Probe.DaysUnit,
        Question.Arrived { AtLeast: null } or Question.Available { AtLeast: null }
            or Question.Delivered { AtLeast: null }
            or Question.Money { IsShare: true } => Probe.ShareUnit,
        Question.Money => Supply.SupplyModel.MoneyUnit,
        Question.Backorders { IsAverage: true } q =>
            (q.To - q.From + 1) * (double)Simulation.Clock.TicksPerDay,
        _ => 1,
    };

    /// <summary>Quantiles of a tally of days, and how often there was none.</summary>
    public static DateSpread Spread(Tally tally, Day from)
    {
        Day? At(int permille) => tally.Quantile(permille) is var day && double.IsFinite(day) ? from + (int)day : null;
        var replications = tally.Moments.Count + tally.None;
        return new DateSpread(At(100), At(500), At(900), replications == 0 ? 1 : (double)tally.None / replications);
    }

    private static double HalfWidth(Estimate estimate) => (estimate.High - estimate.Low) / 2;

    private static Estimate ProbabilityOf(Tally tally) =>
        Intervals.Probability((long)tally.Moments.X, tally.Moments.Count);

    private static Answer.Quantity Quantity(
        Question question, Tally tally, string currency, double? exact, ImmutableArray<Statement> claimed)
    {
        var scale = Scale(question);
        var unit = question switch
        {
            Question.DaysOfSupply => "days",
            Question.Late => "unit-days",
            Question.Money => currency,
            _ => "units",
        };
        if (tally.Moments.Count == 0)
            return new Answer.Quantity(question.Name, question.InWords, claimed, null, exact, null, null, null, unit);
        double? At(int permille) =>
            tally.Quantile(permille) is var value && double.IsFinite(value) ? value / scale : null;
        return new Answer.Quantity(
            question.Name, question.InWords, claimed, Intervals.Mean(
                tally.Moments, scale), exact, At(100), At(500), At(900), unit);
    }
}
