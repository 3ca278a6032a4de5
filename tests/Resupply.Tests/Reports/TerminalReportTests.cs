using Resupply.Reports;

namespace Resupply.Tests.Reports;

public sealed class TerminalReportTests
{
    [Fact]
    public void The_answers_stand_in_sentences_with_their_numbers()
    {
        var text = Write(80);
        Assert.Contains(
            """
            lasts-the-year  83 in 100 (82.9–83.4) that no need of ballistic goes unmet until
                            2024-12-31
                            An official: “lasts until 31 December”. This file: 83 in 100.
            """.ReplaceLineEndings("\n"),
            text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        foreach (var line in Write(width).Split('\n')) Assert.True(line.Length <= width, line);
    }

    [Fact]
    public void No_line_ends_in_spaces() =>
        Assert.DoesNotContain(" \n", Write(80), StringComparison.Ordinal);

    [Fact]
    public void What_chance_could_have_made_is_not_named_as_a_cause()
    {
        var text = Write(80);
        Assert.DoesNotContain("shipments.donors.arrives: 8", text, StringComparison.Ordinal);
        Assert.Contains("no single value moves it more than the simulation", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_headings_are_coloured_and_only_when_asked()
    {
        Assert.DoesNotContain("\e", Write(80), StringComparison.Ordinal);
        using var output = new StringWriter();
        TerminalReport.Write(InventedReport.Winter, output, 80, coloured: true);
        Assert.Contains("\e[1mAnswers\e[0m\n", output.ToString(), StringComparison.Ordinal);
    }

    private static string Write(int width)
    {
        using var output = new StringWriter();
        TerminalReport.Write(InventedReport.Winter, output, width);
        return output.ToString();
    }
}
