using Resupply.Reports;

namespace Resupply.Tests.Reports;

public sealed class HtmlReportTests
{
    private static readonly string Page = HtmlReport.Write(InventedReport.Winter);

    [Fact]
    public void The_same_run_gives_the_same_bytes() =>
        Assert.Equal(Page, HtmlReport.Write(InventedReport.Winter));

    [Fact]
    public void The_answer_stands_beside_what_others_said() => Assert.Contains(
        "An official: “lasts until 31 December”. This file: 83 in 100.", Page, StringComparison.Ordinal);

    [Fact]
    public void The_answer_is_a_sentence_with_its_error() => Assert.Contains(
        "goes unmet until <span class=\"date\">2024-12-31</span> (simulation error ±0.2).</p>",
        Page, StringComparison.Ordinal);

    [Fact]
    public void Every_chart_has_a_caption_and_a_table()
    {
        var charts = Count(Page, "<div class=\"chart\"");
        Assert.Equal(InventedReport.Winter.Stocks.Length + InventedReport.Winter.Pools.Length + 1 + 1 + 1 + 3, charts);
        Assert.Equal(charts, Count(Page, "<figcaption>"));
        Assert.Equal(charts, Count(Page, "Numbers of this chart"));
    }

    [Fact]
    public void Nothing_is_asked_of_the_network()
    {
        var markup = Before(Page, "<script type=\"application/json\"");
        Assert.DoesNotContain("src=", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", markup, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_cannot_become_part_of_the_page()
    {
        var hostile = HtmlReport.Write(InventedReport.Hostile);
        Assert.Equal(Count(Page, "<script"), Count(hostile, "<script"));
        Assert.Equal(Count(Page, "</script"), Count(hostile, "</script"));
        Assert.Contains("&lt;/title&gt;&lt;script&gt;alert(&#x27;title&#x27;)", hostile, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", hostile, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>A source", hostile, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_with_nothing_to_draw_is_still_a_page()
    {
        var winter = InventedReport.Winter;
        var bare = HtmlReport.Write(winter with
        {
            Swings =
                [],
            Assumptions =
                    [],
            Events = [],
            Stocks = [],
            Demands = [],
            Pools = [],
            Shipments = [],
            Authorities = [],
            Checks = [],
            Diagnostics = [],
        });
        Assert.DoesNotContain("<figure", bare, StringComparison.Ordinal);
        Assert.Contains("83 in 100", bare, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_years_of_days_do_not_make_a_page_that_nobody_can_open()
    {
        var winter = InventedReport.Winter;
        var first = winter.Stocks[0].OnHand;
        var decade = Enumerable.Range(0, 3_650)
            .Select(day => first[day % first.Length] with { Day = first[0].Day + day });
        var stock = winter.Stocks[0] with { OnHand = [.. decade] };
        var page = HtmlReport.Write(winter with { Stocks = [stock] });
        Assert.InRange(page.Length, 1, Page.Length);
        Assert.Contains((first[0].Day + 3_649).ToString(), page, StringComparison.Ordinal);
        Assert.Contains("2024-12-31", page, StringComparison.Ordinal);
    }

    private static int Count(string page, string text) => page.Split(text).Length - 1;

    private static string Before(string page, string text) => page[..page.IndexOf(text, StringComparison.Ordinal)];
}
