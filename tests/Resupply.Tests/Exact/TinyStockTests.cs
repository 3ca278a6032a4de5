using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

/// <summary>Cases small enough to work out by hand.</summary>
public class TinyStockTests
{
    private static readonly Pmf NoneOrTwo = new(0, [0.5, 0, 0.5]);

    [Fact]
    public void A_lost_need_takes_what_is_there_and_no_more()
    {
        // 3 on hand. Day 0: 3 or 1 are left. Day 1: 3, 1 (twice) or 0 with one unit lost.
        var problem = new SingleStockProblem(Pmf.Certainly(3), [NoneOrTwo, NoneOrTwo], []);
        var solution = Solve(problem, 1);
        Assert.Equal([1, 0.75], solution.NoShortage);
        Assert.Equal([0, 0.25], solution.FirstShortage);
        Assert.Equal([1, 2], solution.Needed);
        Assert.Equal([0, 0.25], solution.Lost);
        Assert.Equal([2, 1.25], solution.OnHand);
        AssertLaw([0.25, 0.5, 0, 0.25], solution.AtMidnight[1].OnHand);
        Assert.Null(solution.ShortageQuantile(0.3));
        Assert.Equal(1, solution.ShortageQuantile(0.25));
    }

    [Fact]
    public void What_waits_is_filled_before_the_need_of_the_day()
    {
        // 1 on hand, 2 needed: 1 waits. Next day 2 come, the waiting one is filled, 1 is left for the 2 needed.
        var problem = new SingleStockProblem(
            Pmf.Certainly(1), [Pmf.Certainly(2), Pmf.Certainly(2)], [Receipt.Of(1, 2)])
        { Waits = true };
        var solution = Solve(problem, 1, unmetMax: 2);
        Assert.Equal([1, 1], solution.Waiting);
        Assert.Equal([1, 2], solution.Unmet);
        AssertLaw([0, 0, 1], solution.AtMidnight[1].UnmetSoFar);
        Assert.Equal(-1, solution.AtMidnight[1].Net.First);
    }

    [Fact]
    public void A_unit_of_need_waits_for_all_it_uses()
    {
        // 5 on hand, 2 are kept, a unit uses 2: of two units one is filled, and one item stays that fills none.
        var problem = new SingleStockProblem(Pmf.Certainly(5), [Pmf.Certainly(2)], [])
        {
            Uses = 2,
            Keeps = 2,
            Waits = true,
        };
        var solution = Solve(problem, 0);
        Assert.Equal([3], solution.OnHand);
        Assert.Equal([1], solution.Waiting);
        Assert.Equal(1, solution.AtMidnight[0].Net.First);
    }

    [Fact]
    public void What_comes_first_makes_good_what_is_to_be_kept()
    {
        var problem = new SingleStockProblem(
            Pmf.Certainly(1), [Pmf.Certainly(1), Pmf.Certainly(0), Pmf.Certainly(0)],
            [Receipt.Of(1, 2), Receipt.Of(2, 1)])
        { Keeps = 3, Waits = true };
        var solution = Solve(problem, 2);
        Assert.Equal([1, 3, 3], solution.OnHand);
        Assert.Equal([1, 1, 0], solution.Waiting);
    }

    [Fact]
    public void Ending_a_day_with_nothing_is_no_shortage() =>
        Assert.Equal([1], Solve(new SingleStockProblem(Pmf.Certainly(2), [Pmf.Certainly(2)], []), 0).NoShortage);

    [Fact]
    public void Tranches_of_a_total_are_rounded_halves_up()
    {
        // 10 in 4: 3, 2, 3, 2.
        var receipt = Receipt.Of(Pmf.Certainly(0), Pmf.Certainly(10), tranches: 4, every: 7);
        Assert.Equal([3, 2, 3, 2], receipt.Loads[0].Units);
        Assert.Equal([0, 7, 14, 21], receipt.Offsets);
    }

    [Fact]
    public void What_was_due_before_the_first_day_comes_on_it()
    {
        var quiet = Enumerable.Repeat(Pmf.Certainly(0), 3);
        var receipt = Receipt.Of(Pmf.Certainly(-3), Pmf.Certainly(4), tranches: 4, every: 2);
        var solution = Solve(new SingleStockProblem(Pmf.Certainly(0), [.. quiet], [receipt]), 2);
        Assert.Equal([2, 3, 3], solution.OnHand);
    }

    [Fact]
    public void What_is_unconfirmed_or_late_does_not_come()
    {
        var late = Receipt.Of(new Pmf(0, [0.25, 0.25, 0, 0.25]), Pmf.Certainly(8)) with { Confirmed = 0.5 };
        var quiet = Enumerable.Repeat(Pmf.Certainly(0), 3);
        var solution = Solve(new SingleStockProblem(Pmf.Certainly(0), [.. quiet], [late]), 2);
        Assert.Equal(1, solution.OnHand[0], 12);
        Assert.Equal(2, solution.OnHand[1], 12);
        Assert.Equal(2, solution.OnHand[2], 12);
        AssertLaw([0.75, 0, 0, 0, 0, 0, 0, 0, 0.25], solution.AtMidnight[2].OnHand);
    }

    [Fact]
    public void Losses_on_the_way_are_binomial()
    {
        var receipt = Receipt.Of(0, 100_000) with { LostOnTheWay = 0.01 };
        var problem = new SingleStockProblem(Pmf.Certainly(0), [Pmf.Certainly(0)], [receipt]);
        var arrived = Solve(problem, 0).AtMidnight[0].OnHand;
        Assert.Equal(99_000, arrived.Mean, 6);
        for (var units = arrived.First; units <= arrived.Last; units++)
        {
            var expected = MathNet.Numerics.Distributions.Binomial.PMF(0.99, 100_000, (int)units);
            Assert.Equal(expected, arrived.At(units), 1e-11);
        }
    }

    [Fact]
    public void What_is_no_problem_is_refused()
    {
        var sound = new SingleStockProblem(Pmf.Certainly(1), [NoneOrTwo], []);
        Refused(sound with { InitialOnHand = Pmf.Certainly(-1) });
        Refused(sound with { NeedByDay = [Pmf.Certainly(-1)] });
        Refused(sound with { Uses = 0 });
        Refused(sound with { Keeps = -1 });
        Refused(sound with { Receipts = [Receipt.Of(0, 5) with { Offsets = [1] }] });
        Refused(sound with { Receipts = [Receipt.Of(0, 5) with { Offsets = [0, 1] }] });
        Refused(sound with { Receipts = [Receipt.Of(0, 5) with { Loads = [] }] });
        Refused(sound with { Receipts = [Receipt.Of(0, 5) with { LostOnTheWay = 1.5 }] });
        Assert.Throws<ArgumentException>(() => SingleStockRecursion.Solve(sound, new() { Days = [1] }));

        static void Refused(SingleStockProblem problem) =>
            Assert.Throws<ArgumentException>(() => SingleStockRecursion.Solve(problem));
    }

    [Fact]
    public void A_calendar_without_days_has_an_empty_answer() =>
        Assert.Empty(SingleStockRecursion.Solve(new SingleStockProblem(Pmf.Certainly(1), [], [])).Solution!.NoShortage);

    [Fact]
    public void More_on_hand_never_means_more_shortage()
    {
        var needs = Enumerable.Repeat(new Pmf(0, [0.4, 0.2, 0.3, 0, 0.1]), 20);
        var receipt = Receipt.Of(new Pmf(3, [0.5, 0.5]), NoneOrTwo);
        var problem = new SingleStockProblem(Pmf.Certainly(0), [.. needs], [receipt]);
        var last = 0.0;
        for (var stock = 0; stock < 40; stock++)
        {
            var solution = Solve(problem with { InitialOnHand = Pmf.Certainly(stock) }, 19);
            Assert.True(solution.NoShortage[^1] >= last - 1e-14);
            last = solution.NoShortage[^1];
        }
    }

    [Fact]
    public void Small_chances_keep_their_digits()
    {
        var solution = Solve(new SingleStockProblem(Pmf.Certainly(0), [new Pmf(0, [1 - 1e-14, 1e-14])], []), 0);
        Assert.Equal(1e-14, solution.FirstShortage[0]);
    }

    [Fact]
    public void Past_a_limit_there_is_a_reason_instead_of_an_answer()
    {
        var need = new Pmf(0, [.. Enumerable.Repeat(0.01, 100)]);
        var receipts = Enumerable.Range(1, 10).Select(i =>
            Receipt.Of(new Pmf(0, [.. Enumerable.Repeat(0.02, 50)]), Pmf.Certainly(40 * i), tranches: 4, every: 14));
        var many = new SingleStockProblem(Pmf.Certainly(500), [.. Enumerable.Repeat(need, 300)], [.. receipts]);
        var (solution, reason) = SingleStockRecursion.Solve(many);
        Assert.Null(solution);
        Assert.Equal("more than 2,000,000 joint states of stock and shipments", reason);

        var limits = new RecursionLimits(StatesMax: 2_000_000, MultiplyAddsMax: 1_000_000);
        (solution, reason) = SingleStockRecursion.Solve(many with { Receipts = [] }, new() { Limits = limits });
        Assert.Null(solution);
        Assert.Equal("more than 1,000,000 multiplications", reason);
    }

    [Theory]
    [InlineData(1_000_000_000_000, 0)]
    [InlineData(0, 1_000_000_000_000)]
    public void A_stock_too_wide_has_a_reason_too(long units, long keeps)
    {
        var perhaps = Receipt.Of(Pmf.Certainly(0), Pmf.Certainly(units)) with { Confirmed = 0.5 };
        var problem = new SingleStockProblem(Pmf.Certainly(0), [NoneOrTwo, NoneOrTwo], [perhaps]) { Keeps = keeps };
        Assert.NotNull(SingleStockRecursion.Solve(problem).Reason);
    }

    [Fact]
    public void Loads_too_many_or_too_wide_have_a_reason_too()
    {
        var many = new Pmf(0, [.. Enumerable.Repeat(1e-4, 10_000)]);
        var days = new Pmf(0, [.. Enumerable.Repeat(0.01, 100)]);
        var needs = Enumerable.Repeat(NoneOrTwo, 120);
        var problem = new SingleStockProblem(Pmf.Certainly(0), [.. needs], [Receipt.Of(days, many, 4, 7)]);
        Assert.NotNull(SingleStockRecursion.Solve(problem).Reason);
        var wide = Receipt.Of(0, 1_000_000_000_000) with { LostOnTheWay = 0.5 };
        Assert.NotNull(SingleStockRecursion.Solve(problem with { Receipts = [wide] }).Reason);
    }

    [Fact]
    public void A_large_need_that_is_known_is_narrow()
    {
        var problem = new SingleStockProblem(Pmf.Certainly(5), [Pmf.Certainly(1_000_000_000_000)], []);
        Assert.Equal(999_999_999_995, Solve(problem, 0).Lost[0]);
    }

    [Fact]
    public void A_large_stock_that_is_known_is_narrow()
    {
        var sure = Receipt.Of(1, 1_000_000_000_000);
        var problem = new SingleStockProblem(Pmf.Certainly(0), [NoneOrTwo, NoneOrTwo], [sure]) { Waits = true };
        Assert.Equal(0.5, Solve(problem, 1).NoShortage[1]);
    }

    private static SingleStockSolution Solve(SingleStockProblem problem, int day, int unmetMax = 0) =>
        SingleStockRecursion.Solve(problem, new() { Days = [day], UnmetMax = unmetMax }).Solution!;

    private static void AssertLaw(double[] expectedFromZero, Pmf actual)
    {
        for (var value = 0; value < expectedFromZero.Length; value++)
            Assert.Equal(expectedFromZero[value], actual.At(value), 12);
    }
}
