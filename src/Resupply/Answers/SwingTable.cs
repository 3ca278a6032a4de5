using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>
/// How far each answer moves between the lowest and the highest fifth of each value that is drawn once, and how much of
/// its variance the value explains.
/// </summary>
public static class SwingTable
{
    /// <summary>The swings of all questions, each question's largest first.</summary>
    /// <param name="asked">The questions that have a measure, in the order of the measures.</param>
    /// <param name="columns">Where the measures stand in the bins.</param>
    /// <param name="upTo">How to say that the value of a path is at most this: "up to 560".</param>
    /// <param name="from">How to say that it is at least this: "from 740".</param>
    public static IEnumerable<Swing> Of(
        IReadOnlyList<Question> asked,
        IReadOnlyList<WatchedValue> watched,
        Record record,
        MeasureColumns columns,
        Func<string, double, string> upTo,
        Func<string, double, string> from)
    {
        var compared = Math.Max(1, asked.Count * watched.Count);
        var errors = DeterministicMath.NormalQuantile(1 - ((1 - Answer.Confidence) / 2 / compared));
        var firstBins = FirstBins(watched);
        for (var measure = 0; measure < asked.Count; measure++)
        {
            var swings = new List<Swing>();
            for (var value = 0; value < watched.Count; value++)
            {
                var at = (value * asked.Count) + measure;
                if (!watched[value].Measures.Contains(measure)) continue;
                if (record.Low[at].Count < 2 || record.High[at].Count < 2) continue;
                var (path, lowText) = (watched[value].Path, upTo(watched[value].Path, watched[value].LowUpto));
                var highText = from(path, watched[value].HighFrom);
                var (lowMean, lowError) = Level(asked[measure], record.Low[at]);
                var (highMean, highError) = Level(asked[measure], record.High[at]);
                var error = Math.Sqrt((lowError * lowError) + (highError * highError));
                swings.Add(new Swing(
                    asked[measure].Name,
                    path,
                    lowMean,
                    (double)record.Low[at].Count / record.Replications,
                    lowText,
                    highMean,
                    (double)record.High[at].Count / record.Replications,
                    highText,
                    Intervals.Normal(highMean - lowMean, error),
                    Math.Abs(highMean - lowMean) > errors * error)
                {
                    Index = IndexOf(watched[value], firstBins[value], measure, record, columns, compared),
                });
            }

            foreach (var swing in swings.OrderByDescending(swing => Math.Abs(swing.Difference.Value)))
                yield return swing;
        }
    }

    private static VarianceShare? IndexOf(
        WatchedValue value, int firstBin, int measure, Record record, MeasureColumns columns, int compared)
    {
        var whole = columns.Wholes[measure];
        var index = VarianceShare.Of(record.Binned, measure, whole, firstBin, value.Bins, value.IsApart);
        return index is null ? null : index with { IsClear = index.Chance < (1 - Answer.Confidence) / compared };
    }

    private static int[] FirstBins(IReadOnlyList<WatchedValue> watched)
    {
        var first = new int[watched.Count];
        for (var value = 1; value < first.Length; value++) first[value] = first[value - 1] + watched[value - 1].Bins;
        return first;
    }

    private static (double Mean, double Error) Level(Question question, in Moments moments)
    {
        if (question is Question.Met { AtLeast: null } or Question.Busy) return (moments.Ratio, moments.RatioError);
        var scale = Answering.Scale(question);
        return (moments.Mean / scale, moments.MeanError / scale);
    }
}
