using Resupply.Answers;
using Resupply.Reports;
using Resupply.Values;

namespace Resupply.Tests.Reports;

public class BriefTests
{
    private static readonly string Memo = BriefFiles.Of(InventedReport.Winter)[BriefFiles.Markdown];

    [Fact]
    public void The_memo_is_as_recorded() => Snapshot.Matches(Memo);

    [Fact]
    public void The_memo_says_as_of_when_it_was_known()
    {
        var winter = InventedReport.Winter;
        var card = winter.Card with { KnownOn = Day.Of(2024, 11, 20) };
        Assert.Contains(
            "; as known on 2024-11-20, ",
            BriefFiles.Of(winter with { Card = card })[BriefFiles.Markdown],
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_matters_most_is_what_swings_the_answers_on_the_page()
    {
        var matters = Mattering.Of(
        [
            Swing("first", "a", 0.3), Swing("first", "b", -0.1), Swing("second", "b", 500), Swing("second", "c", 0),
            Swing("third", "d", 1) with { IsClear = false },
        ]);
        // Of the first answer a has 3/4 and b 1/4, of the second b has all; nothing is clear of the third.
        Assert.Equal(
            [("b", 0.625), ("a", 0.375), ("c", 0)], matters.Select(each => (each.Path, Math.Round(each.Part, 9))));
        Assert.Equal("second", matters[0].Largest.Question);
    }

    [Fact]
    public void Names_cannot_become_part_of_the_memo()
    {
        var files = BriefFiles.Of(InventedReport.Hostile with
        {
            Assumptions = [new Assumption("a", "1", "assumption", "[see](http://x) | **bold**\n# heading <b>")],
        });
        Assert.Contains(
            @"\[see\](http://x) \| \*\*bold\*\* \# heading \<b\>",
            files[BriefFiles.Markdown],
            StringComparison.Ordinal);
        var page = files[BriefFiles.Html];
        foreach (var markup in (string[])["<script", "<img", "<b>", "href=", "<strong>bold"])
            Assert.DoesNotContain(markup, page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_files_do_not_say_where_the_scenario_lay()
    {
        var winter = InventedReport.Winter;
        var elsewhere = winter with { Card = winter.Card with { File = "/home/someone/" + winter.Card.File } };
        Assert.Equal(BriefFiles.Of(winter), BriefFiles.Of(elsewhere));
    }

    private static Swing Swing(string question, string path, double difference) => new(
        question, path, 0, 0.2, "low", difference, 0.2, "high",
        new Estimate(difference, difference, difference, 0), IsClear: true);
}
