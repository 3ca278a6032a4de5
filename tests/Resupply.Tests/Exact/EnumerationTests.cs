using System.Collections.Immutable;
using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

/// <summary>Small random problems, solved by the recursion and by going through everything that can happen.</summary>
public class EnumerationTests
{
    private const int Problems = 60;
    private const int Days = 4;

    public static TheoryData<int> Blocks { get; } = [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void The_recursion_agrees_with_going_through_everything(int block)
    {
        for (var i = block * Problems / 4; i < (block + 1) * Problems / 4; i++)
        {
            var problem = Problem(RandomStream.For(7, $"single-stock/{i}"));
            var told = new EnumeratedStock(problem);
            var question = new SingleStockQuestion { Days = [Days - 1], UnmetMax = i % 2 == 0 ? 12 : 1 };
            var solution = SingleStockRecursion.Solve(problem, question).Solution!;
            Same(told.NoShortage, solution.NoShortage, i);
            Same([.. told.NoShortage.Select(chance => 1 - chance)], solution.FirstShortage, i);
            Same(told.Unmet, solution.Unmet, i);
            Same(told.Waiting, solution.Waiting, i);
            Same(told.OnHand, solution.OnHand, i);
            var midnight = solution.AtMidnight[Days - 1];
            Same(told.LastOnHand, midnight.OnHand, i);
            Same(told.LastNet, midnight.Net, i);
            Same(told.LastWaiting, midnight.Waiting, i);
            for (var units = 0; units <= question.UnmetMax; units++)
                Near(told.LastUnmet.GetValueOrDefault(units), midnight.UnmetSoFar.At(units), i);
        }
    }

    private static SingleStockProblem Problem(RandomStream stream)
    {
        var draws = 0;
        var needs = (Pmf[])[Law(0, 3), Law(0, 2)];
        ImmutableArray<PossibleLoad> loads = [new PossibleLoad(0.4, [2, 1]), new PossibleLoad(0.6, [1, 3])];
        Receipt tranches = new(Law(-1, 3), Pick(2) == 0 ? [0, 1] : [0, 2], loads);
        Receipt whole = Receipt.Of(Law(0, 4), Law(0, 3));
        Receipt later = Receipt.Of(Pmf.Certainly(1), Pmf.Certainly(4), tranches: 3, every: 1);
        return new SingleStockProblem(
            Law(Pick(4), 2),
            [.. Enumerable.Range(0, Days).Select(day => needs[day % 2])],
            [Unsure(tranches), Unsure(whole), later])
        {
            Uses = 1 + Pick(3),
            Keeps = Pick(5),
            Waits = Pick(2) == 0,
        };

        int Pick(int choices) => (int)(stream.Uniform(draws++) * choices);

        Pmf Law(long first, int values)
        {
            var weights = Enumerable.Range(0, values).Select(_ => stream.Uniform(draws++)).ToArray();
            var sum = weights.Sum();
            return new Pmf(first, [.. weights.Select(weight => weight / sum)]);
        }

        Receipt Unsure(Receipt receipt) => receipt with
        {
            Confirmed = Pick(2) == 0 ? 1 : 0.7,
            LostOnTheWay = Pick(2) == 0 ? 0 : 0.2,
            FirstDay = Pick(2) == 0 ? receipt.FirstDay : Lacking(receipt.FirstDay),
        };
    }

    private static Pmf Lacking(Pmf pmf) => new(pmf.First, [.. pmf.Weights.Select(weight => 0.8 * weight)]);

    private static void Same(double[] expected, ImmutableArray<double> actual, int problem)
    {
        for (var day = 0; day < expected.Length; day++) Near(expected[day], actual[day], problem);
    }

    private static void Same(SortedDictionary<long, double> expected, Pmf actual, int problem)
    {
        var last = Math.Max(expected.Keys.Last(), actual.Last);
        for (var value = Math.Min(expected.Keys.First(), actual.First); value <= last; value++)
            Near(expected.GetValueOrDefault(value), actual.At(value), problem);
    }

    private static void Near(double expected, double actual, int problem) =>
        Assert.True(Math.Abs(expected - actual) < 1e-12, $"problem {problem}: expected {expected}, found {actual}");
}
