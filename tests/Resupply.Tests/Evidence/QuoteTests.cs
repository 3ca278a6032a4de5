using System.Text;
using Resupply.Evidence;

namespace Resupply.Tests.Evidence;

public class QuoteTests
{
    [Theory]
    [InlineData("three hundred drums", "The mayor promised three\n  hundred\u00A0drums.", 1)]
    [InlineData("caf\u00E9", "At the cafe\u0301", 1)]
    [InlineData("cafe\u0301", "One.\r\nAt the caf\u00E9", 2)]
    [InlineData("\u0443\u043A\u0440\u0430\u0457\u043D", "a\n\u0443\u043A\u0440\u0430\u0456\u0308\u043D", 2)]
    [InlineData("\uD55C\uAE00", "\u1112\u1161\u11AB\u1100\u1173\u11AF", 1)]
    [InlineData("first office", "the \uFB01rst of\uFB01ce", 1)]
    [InlineData("\\\"enough - for now\\\"", "\u201Cenough \u2013 for now\u201D", 1)]
    [InlineData("it's over", "it\u2019s over", 1)]
    [InlineData("interceptors", "inter\u00ADcep\u200Btors", 1)]
    [InlineData("500 drums", "\uFF15\uFF10\uFF10 drums", 1)]
    [InlineData("a\u0323\u0307", "a\u0307\u0323", 1)]
    [InlineData("500 drums", "1,500 drums. And 500 drums.", 1)]
    public void A_quote_is_found_however_its_letters_are_written(string quote, string document, int line)
    {
        var found = Assert.IsType<QuoteCheck.Found>(Check(quote, document));
        Assert.Equal((line, "words.md"), (found.Line, found.Document));
    }

    [Theory]
    [InlineData("10 drums", "1\u00B20 drums")]
    [InlineData("52", "5\u00B2")]
    [InlineData("500 drums", "1,500 drums")]
    [InlineData("costs 7", "costs 7.1 bn")]
    [InlineData("cafe", "caf\u00E9")]
    [InlineData("Drums", "drums")]
    public void A_quote_is_not_found_where_it_would_mean_something_else(string quote, string document) =>
        Assert.IsType<QuoteCheck.Missing>(Check(quote, document));

    [Fact]
    public void The_place_of_a_quote_is_that_of_its_words_in_the_document()
    {
        const string Document = "One.\n\nThe \u201Cthree\n hundred\u201D drums.";
        var found = Assert.IsType<QuoteCheck.Found>(Check("three hundred", Document));
        Assert.Equal("three\n hundred", Document[found.From..found.To]);
    }

    [Fact]
    public void The_nearest_passage_is_that_with_the_rare_words()
    {
        var missing = Assert.IsType<QuoteCheck.Missing>(Check(
            "more than 600 interceptors in weeks",
            "There are more than words in weeks here.\nAnd then: more than 500 interceptors in the coming weeks."));
        Assert.Equal(2, missing.Line);
        Assert.Contains("500 interceptors", missing.Passage, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_near_where_nothing_is_alike()
    {
        var missing = Assert.IsType<QuoteCheck.Missing>(Check("four hundred barrels of oil", "The mayor was out."));
        Assert.Null(missing.Passage);
    }

    [Fact]
    public void A_large_document_is_searched_for_a_long_quote_that_is_not_there()
    {
        var document = new StringBuilder();
        for (var i = 0; document.Length < 7_900_000; i++) document.Append("drum ").Append(i % 977).Append(" of oil\n");
        var quote = string.Join(' ', Enumerable.Repeat("drum of oil and", 500));
        Watchdog.Guard(() => Assert.IsType<QuoteCheck.Missing>(Check(quote, document.ToString())));
    }

    [Fact]
    public void Whatever_a_document_holds_it_is_read_or_warned_of()
    {
        using var folder = new TemporaryFolder();
        var dice = new Dice(7);
        for (var i = 0; i < 200; i++)
        {
            File.WriteAllBytes(folder.File("words.md"), dice.Bytes(1 + (i * 3)));
            File.WriteAllText(folder.File("scenario.yaml"), Scenario("drums of oil"));
            var (scenario, _) = ScenarioReader.Read(folder.File("scenario.yaml"));
            Assert.NotNull(scenario);
        }
    }

    private static QuoteCheck Check(string quote, string document)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("words.md"), document);
        File.WriteAllText(folder.File("scenario.yaml"), Scenario(quote));
        var (scenario, diagnostics) = ScenarioReader.Read(folder.File("scenario.yaml"));
        Assert.True(scenario is not null, string.Join('\n', diagnostics));
        return scenario.Evidence.Quotes["promise"];
    }

    private static string Scenario(string quote) => $$"""
        resupply: 1
        title: Camp
        calendar: { from: 2024-11-09, to: 2024-12-31 }
        sources: { mayor: { document: words.md } }
        claims: { promise: { source: mayor, quote: "{{quote}}" } }

        """;

    /// <summary>Bytes without end, the same each time (a linear congruence, Knuth's MMIX).</summary>
    private sealed class Dice(ulong seed)
    {
        private ulong state = seed;

        public byte[] Bytes(int count)
        {
            var bytes = new byte[count];
            for (var i = 0; i < count; i++)
            {
                state = unchecked((state * 6364136223846793005) + 1442695040888963407);
                bytes[i] = (byte)(state >> 56);
            }

            return bytes;
        }
    }
}
