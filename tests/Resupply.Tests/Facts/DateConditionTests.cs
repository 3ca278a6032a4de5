using Resupply.Answers;
using Resupply.Tests.Supply;
using Resupply.Values;

namespace Resupply.Tests.Facts;

/// <summary>A date that has not come by today is drawn from what is left of it: against the closed form.</summary>
public class DateConditionTests
{
    private const long Replications = 40_000;

    /// <summary>
    /// Probability that it has come by day 20 where today is day 11: of 30 equal days 20 are left, 10 of them until
    /// then; and so on.
    /// </summary>
    [Theory]
    [InlineData("day 1..day 30", 0.5)]
    [InlineData("30% chance of day 1..day 30", 0.3 * 10 / 30 / (0.7 + (0.3 * 20 / 30)))]
    [InlineData("discrete(day 5=5; day 15=2; day 25=1; never=1)", 0.5)]
    [InlineData("discrete(day 5=1; day 11=1; day 21=1)", 0.5)]
    [InlineData("day 1 + 0 d..29 d", 10 / 19.5)]
    [InlineData("max(day 1..day 30; day 4)", 0.5)]
    public void It_has_come_by_then_with_the_chance_that_is_left(string arrives, double expected)
    {
        var (simulated, exact) = Come(arrives);
        Assert.Equal(expected, exact!.Value, 12);
        Assert.InRange(simulated, expected - 0.01, expected + 0.01);
    }

    /// <summary>
    /// Triangular from a to c with its mode at the start: F(x) = 1 - ((c - x) / (c - a))², days are rounded at halves.
    /// </summary>
    [Fact]
    public void A_triangular_date_is_cut_at_today()
    {
        double Cdf(double x) => 1 - Math.Pow((41 - x) / 40, 2);
        var expected = (Cdf(20.5) - Cdf(10.5)) / (1 - Cdf(10.5));
        var (simulated, exact) = Come("triangular(day 1; day 1; day 41)");
        Assert.Equal(expected, exact!.Value, 9);
        Assert.InRange(simulated, expected - 0.01, expected + 0.01);
    }

    /// <summary>
    /// Start on one of 10 days, then any time up to 9 days: what lies from 10.5 on is left, and what lies before 12.5
    /// of it comes by day 12.
    /// </summary>
    [Fact]
    public void Dates_that_share_an_unknown_are_conditioned_together()
    {
        double Length(double from, double to, int start) =>
            Math.Max(0, Math.Min(to, start + 9) - Math.Max(from, start));
        var starts = Enumerable.Range(1, 10).ToList();
        var left = starts.Sum(start => Length(10.5, 99, start));
        var come = starts.Sum(start => Length(10.5, 12.5, start)) / left;
        var early = starts.Where(start => start <= 7).Sum(start => Length(10.5, 99, start)) / left;
        var report = Rehearsal.Report(
            """
            calendar: { from: day 1, to: day 40 }
            today: day 11
            unknowns: { start: day 1..day 10 }
            shipments:
              s: { to: base, item: a, quantity: 1, arrives: start + 0 d..9 d }
              t: { to: depot, item: a, quantity: 1, arrives: start + 10 d }
            questions:
              come: { on-hand: a, at: base, when: day 12 }
              late: { on-hand: a, at: depot, when: day 17 }
            """,
            replications: Replications);
        var answers = report.Answers.OfType<Answer.Quantity>().ToList();
        var values = answers.ConvertAll(answer => answer.Mean!.Value.Value);
        Assert.InRange(values[0], come - 0.01, come + 0.01);
        Assert.InRange(values[1], early - 0.01, early + 0.01);
        Assert.All(answers, answer => Assert.Null(answer.Exact));
    }

    [Fact]
    public void A_date_that_is_late_enough_keeps_its_draws()
    {
        var of = new Expression.Draw(
            Distribution.Uniform, [new Expression.Constant(1), new Expression.Constant(30)], true, false, 0);
        var date = new Expression.NotBefore(of, 11, IsJoint: false);
        var stream = RandomStream.For(1, "shipments.s.arrives");
        var (kept, drawn) = (0, 0);
        for (var number = 0; number < 3000; number++)
        {
            var (before, after) = (of.Evaluate([], stream.At(number)), date.Evaluate([], stream.At(number)));
            Assert.InRange(after, 11, 30);
            if (before < 11) drawn++;
            else if (before == after) kept++;
        }

        Assert.Equal(3000, kept + drawn);
        Assert.InRange(kept, 1900, 2100);
    }

    [Fact]
    public void A_date_of_which_nothing_is_left_is_named()
    {
        var gone = new Expression.NotBefore(new Expression.Draw(
            Distribution.Uniform, [new Expression.Constant(1), new Expression.Constant(3)], true, false, 0), 11, false);
        var problem = Assert.Throws<DrawException>(() => gone.Evaluate([], RandomStream.For(1, "x")));
        Assert.Contains("it has passed, whatever is drawn", problem.Message, StringComparison.Ordinal);
        Assert.Throws<DrawException>(() => ExpressionPmf.OfDate(gone, []));
    }

    private static (double Simulated, double? Exact) Come(string arrives)
    {
        var report = Rehearsal.Report(
            $$"""
            calendar: { from: day 1, to: day 50 }
            today: day 11
            shipments: { s: { to: base, item: a, quantity: 1, arrives: {{arrives}} } }
            questions: { come: { on-hand: a, at: base, when: day 20 } }
            """,
            replications: Replications);
        var answer = (Answer.Quantity)report.Answers[0];
        return (answer.Mean!.Value.Value, answer.Exact);
    }
}
