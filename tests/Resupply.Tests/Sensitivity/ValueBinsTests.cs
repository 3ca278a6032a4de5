using Resupply.Answers;

namespace Resupply.Tests.Sensitivity;

/// <summary>Which bins a value has, read off its first draws.</summary>
public class ValueBinsTests
{
    private static readonly double[] Hundred = [.. Enumerable.Range(1, 100).Select(number => (double)number)];

    [Fact]
    public void Bins_are_equally_likely_and_the_fifths_are_made_of_whole_ones()
    {
        var ends = ValueBins.Ends(Hundred, low: 20, high: 81, bins: 20);
        Assert.Equal(19, ends.Length);
        var sizes = Hundred.CountBy(number => ValueBins.Of(number, ends)).Select(bin => bin.Value);
        Assert.All(sizes, size => Assert.Equal(5, size));
        Assert.Equal(ValueBins.Of(20, ends) + 1, ValueBins.Of(21, ends));
        Assert.Equal(ValueBins.Of(80.9, ends) + 1, ValueBins.Of(81, ends));
    }

    [Fact]
    public void A_value_that_never_comes_is_by_itself()
    {
        double[] draws = [.. Hundred.Take(43), .. Enumerable.Repeat(double.PositiveInfinity, 57)];
        var ends = ValueBins.Ends(draws, low: 20, high: double.PositiveInfinity, bins: 20);
        Assert.Equal(ends.Length, ValueBins.Of(double.PositiveInfinity, ends));
        Assert.Equal(ends.Length - 1, ValueBins.Of(1e300, ends));
        Assert.Equal(ends.Length - 1, ValueBins.Of(43, ends));
    }

    [Fact]
    public void A_number_that_is_drawn_often_is_by_itself()
    {
        double[] draws = [.. Hundred.Take(47), .. Enumerable.Repeat(48.0, 6), .. Hundred.TakeLast(47)];
        var ends = ValueBins.Ends(draws, low: 20, high: 81, bins: 20);
        Assert.Equal([48.0], draws.Where(number => ValueBins.Of(number, ends) == ValueBins.Of(48, ends)).Distinct());
    }

    [Fact]
    public void Two_numbers_make_two_bins() => Assert.Single(ValueBins.Ends(
        [.. Enumerable.Repeat(0.0, 30), .. Enumerable.Repeat(1.0, 10)], low: 0, high: 1, bins: 20));

    [Theory]
    [InlineData(25, 30, 20)]
    [InlineData(100, 60, 10)]
    [InlineData(200, 60, 5)]
    [InlineData(1000, 100, 1)]
    public void Many_values_by_many_measures_have_fewer_bins(int values, int columns, int bins) =>
        Assert.Equal(bins, ValueBins.BinsFor(values, columns));
}
