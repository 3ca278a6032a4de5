using Resupply.Simulation;

namespace Resupply.Answers;

/// <summary>How far each answer moves between the lowest and the highest fifth of each value that is drawn once.</summary>
public static class SwingTable
{
    /// <summary>The swings of all questions, each question's largest first.</summary>
    /// <param name="asked">The questions that have a measure, in the order of the measures.</param>
    /// <param name="inWords">How to say a value of a path: a number of units, a day, a sum.</param>
    public static IEnumerable<Swing> Of(
        IReadOnlyList<Question> asked, IReadOnlyList<WatchedValue> watched, Record record, Func<string, double, string> inWords)
    {
        for (var measure = 0; measure < asked.Count; measure++)
        {
            var swings = new List<Swing>();
            for (var value = 0; value < watched.Count; value++)
            {
                var at = (value * asked.Count) + measure;
                if (record.Low[at].Count < 2 || record.High[at].Count < 2) continue;
                swings.Add(One(asked[measure], watched[value], record.Low[at], record.High[at], record.Replications, inWords));
            }

            foreach (var swing in swings.OrderByDescending(swing => Math.Abs(swing.Difference.Value))) yield return swing;
        }
    }

    private static Swing One(
        Question question, WatchedValue value, in Moments low, in Moments high, long replications, Func<string, double, string> inWords)
    {
        var (lowMean, lowError) = Level(question, low);
        var (highMean, highError) = Level(question, high);
        return new Swing(
            question.Name,
            value.Path,
            lowMean,
            (double)low.Count / replications,
            $"up to {inWords(value.Path, value.LowUpto)}",
            highMean,
            (double)high.Count / replications,
            double.IsPositiveInfinity(value.HighFrom) ? "never" : $"from {inWords(value.Path, value.HighFrom)}",
            Intervals.Normal(highMean - lowMean, Math.Sqrt((lowError * lowError) + (highError * highError))));
    }

    private static (double Mean, double Error) Level(Question question, in Moments moments)
    {
        if (question is Question.Met { AtLeast: null }) return (moments.Ratio, moments.RatioError);
        var scale = Answering.Scale(question);
        return (moments.Mean / scale, moments.MeanError / scale);
    }
}
