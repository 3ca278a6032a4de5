using Resupply.Reports;

namespace Resupply.Tests.Reports;

public class MarkedDocumentTests
{
    [Fact]
    public void Quotes_that_overlap_are_each_marked()
    {
        var page = MarkedDocument.Of("one two three", [("a", 0, 7), ("b", 4, 13)]);
        Assert.Contains("""<mark title="a">one </mark>""", page, StringComparison.Ordinal);
        Assert.Contains(
            """<mark title="a, b">two</mark><mark title="b"> three</mark>""", page, StringComparison.Ordinal);
        Assert.Contains("""<span id="quote-b"></span>""", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_document_says_cannot_become_part_of_the_page()
    {
        var page = MarkedDocument.Of("<script>x</script>\n\u202Eterces", [("a", 0, 8)]);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;U&#x2B;202E&gt;terces", page, StringComparison.Ordinal);
    }

    /// <summary>Two quotes far apart in a megabyte: what lies about them, and no more.</summary>
    [Fact]
    public void Of_a_long_document_the_passages_about_the_quotes_are_shown()
    {
        var text = new string('x', 500_000) + "HERE" + new string('y', 500_000) + "THERE";
        var page = MarkedDocument.Of(text, [("a", 500_000, 500_004), ("b", 1_000_004, 1_000_009)]);
        Assert.InRange(page.Length, 1_000, 5_000);
        Assert.Contains("""<mark title="a">HERE</mark>""", page, StringComparison.Ordinal);
        Assert.Contains("""<mark title="b">THERE</mark>""", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("""<p class="left-out">""").Length - 1); // before each; after the last nothing is.
    }

    [Fact]
    public void A_document_without_end_after_its_last_passage_says_so() => Assert.EndsWith(
        """<p class="left-out">…</p>""",
        MarkedDocument.Of(new string('x', 50_000), [("a", 10, 20)]).TrimEnd(),
        StringComparison.Ordinal);
}
