using Resupply.Answers;
using Resupply.Reports;

namespace Resupply.Tests.Reports;

/// <summary>The table of Intelligence Community Directive 203 (2 January 2015), 6.e.2.</summary>
public class CalibratedWordsTests
{
    [Theory]
    [InlineData(0.01, "almost no chance")]
    [InlineData(0.0499, "almost no chance")]
    [InlineData(0.05, "very unlikely")]
    [InlineData(0.1999, "very unlikely")]
    [InlineData(0.20, "unlikely")]
    [InlineData(0.4499, "unlikely")]
    [InlineData(0.45, "roughly even chance")]
    [InlineData(0.50, "roughly even chance")]
    [InlineData(0.55, "likely")]
    [InlineData(0.7999, "likely")]
    [InlineData(0.80, "very likely")]
    [InlineData(0.9499, "very likely")]
    [InlineData(0.95, "almost certain")]
    [InlineData(0.99, "almost certain")]
    public void A_probability_has_the_word_that_readers_agreed_on(double probability, string word) =>
        Assert.Equal(word, CalibratedWords.Of(new Estimate(probability, probability, probability, 0), null));

    [Theory]
    [InlineData(0, "impossible")]
    [InlineData(1, "certain")]
    public void Only_what_is_known_exactly_is_certain(double probability, string word)
    {
        var seen = new Estimate(probability, probability, probability, 0);
        Assert.Equal(word, CalibratedWords.Of(seen, exact: probability));
        Assert.StartsWith("almost", CalibratedWords.Of(seen, exact: null), StringComparison.Ordinal);
    }
}
