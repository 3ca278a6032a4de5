using Resupply.Answers;
using Resupply.Reports;

namespace Resupply.Tests.Reports;

/// <summary>What is said where swings and indices do not tell the same.</summary>
public sealed class SwingSentenceTests
{
    private const string OneByOne = "All values one by one: ";

    [Fact]
    public void What_is_left_is_told_where_the_values_explain_well_below_all()
    {
        Assert.Contains(
            "All values one by one: 54%; the rest: values together, chance day by day.",
            Said(0.5, Of("a", 0.4, 0.3), Of("b", 0.3, 0.24)));
        Assert.DoesNotContain(Said(0.5, Of("a", 0.4, 0.6), Of("b", 0.3, 0.3)), IsOneByOne);
    }

    [Fact]
    public void No_sum_is_told_of_values_that_hang_together() => Assert.DoesNotContain(
        Said(0.5, Of("a", 0.4, 0.3), Of("b", 0.3, 0.1, isApart: false)), IsOneByOne);

    [Fact]
    public void A_wide_swing_that_is_seldom_reached_is_called_so() => Assert.Contains(
        "rare moves it furthest, but one of its ends is seldom reached (in 3 of 100 cases); often explains more of " +
        "how it varies.",
        Said(0.5, Of("unknowns.rare", 0.6, 0.02, lowShare: 0.03), Of("often", 0.4, 0.2)));

    [Fact]
    public void What_counts_between_its_ends_is_called_so() => Assert.Contains(
        "middle explains most of how it varies, though straight moves it further from end to end: what counts of " +
        "middle lies between its ends.",
        Said(0.5, Of("straight", 0.4, 0.1), Of("middle", 0.01, 0.5)));

    [Fact]
    public void Where_they_agree_within_their_error_nothing_is_said()
    {
        Assert.Empty(Said(0.5, Of("a", 0.4, 0.5), Of("b", 0.39, 0.4)));
        Assert.Empty(Said(0.5, Of("a", 0.401, 0.4), Of("b", 0.4, 0.5)));
        var other = InventedReport.Explains(0.46);
        var near = Of("b", 0.3, 0) with { Index = other with { LeftOut = [.. other.LeftOut.Reverse()] } };
        Assert.Empty(Said(0.5, Of("a", 0.45, 0.45), near));
    }

    [Theory]
    [InlineData(0.02, 0.001, 0.06, true)]
    [InlineData(0.98, 0.999, 0.94, true)]
    [InlineData(0.02, 0.015, 0.025, false)]
    [InlineData(0.5, 0.1, 0.9, false)]
    public void Near_nought_and_near_one_small_indices_may_decide(double level, double low, double high, bool said)
    {
        var swing = Of("a", high - low, 0.03) with { Low = low, High = high };
        Assert.Equal(said, Said(level, swing).Any(each => each.StartsWith("Nearly every", StringComparison.Ordinal)));
    }

    private static bool IsOneByOne(string sentence) => sentence.StartsWith(OneByOne, StringComparison.Ordinal);

    private static Swing Of(
        string path, double difference, double index, double lowShare = 0.2, bool isApart = true) => new(
        "q", path, 0.3, lowShare, "up to 1", 0.3 + difference, 0.2, "from 2",
        new Estimate(difference, difference - 0.02, difference + 0.02, 0.01), Math.Abs(difference) > 0.05)
        {
            Index = InventedReport.Explains(index, isApart),
        };

    private static string[] Said(double level, params Swing[] swings)
    {
        var answer = new Answer.Probability("q", "it lasts", [], new Estimate(level, level, level, 0), null);
        var report = InventedReport.Winter with { Answers = [answer], Swings = [.. swings] };
        return [.. SwingSentence.Of(WhatMatters.Of(report).Single())];
    }
}
