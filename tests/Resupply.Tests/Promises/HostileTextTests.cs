using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using Resupply.Cli;
using Resupply.Reports;
using Resupply.Tests.Reports;

namespace Resupply.Tests.Promises;

/// <summary>
/// A scenario whose every text tries to become something else: a formula, markup, a script. Whatever command reads it,
/// its words stay words: in the terminal, in JSON, in the tables, on the page.
/// </summary>
public sealed class HostileTextTests : IDisposable
{
    private const string Text = """
        resupply: 1
        title: "=HYPERLINK(\"x\")</title><script>alert(1)</script>"
        calendar: { from: 2026-01-01, to: 2026-03-31 }
        currency: "@SUM(A1)<b>"
        sources:
          mayor: { title: "</p><script>alert(2)</script>", reliability: B, group: "=1+1", document: words.md }
        claims:
          promise: { source: mayor, quote: "=cmd|' /C calc'!A0 <script>alert(3)</script>", credibility: 2 }
        grades: { B2: 60% }
        sites:
          camp: { name: "</script><script>alert(4)</script>", tags: [rear] }
          works: { name: "-1+1<img src=x onerror=alert(5)>" }
        items: { water: { name: "@A1 & <i>water</i>" }, part: { fails: exponential(90 h), assume: "\t=1+1" } }
        stocks: { camp: { water: { on-hand: 100..200, assume: "=1+1</td><script>alert(6)</script>\n@x" }, part: 1 } }
        demands: { people: { at: camp, served-by: [water], per-day: poisson(3), purpose: home, assume: "+x" } }
        shipments:
          truck:
            to: camp
            contents: { water: 200 }
            arrives: 2026-02-01..2026-03-01
            needs: stamp
            confirmed: { value: graded, claims: [promise] }
            assume: "-- <style>*{display:none}</style>"
        fleets: { cars: { at: camp, size: 3, operates: 5 h per day, parts: { part: 1 }, assume: "=x" } }
        lines: { hall: { item: water, at: works, per-month: 4..8, assume: "@y" } }
        orders:
          first: { line: hall, to: camp, quantity: 9, agreed: 2025-01-01, due: { 2026-03-01: 9 }, assume: "'=z" }
          last: { line: hall, to: camp, quantity: 9, requested: 2026-01-01, due: { 2026-03-01: 9 }, assume: "=z" }
        releases:
          stamp: { granted: 2026-01-15..2026-02-15, by: "=1+1<script>alert(7)</script>", assume: "`|`" }
        restrictions:
          rule: { items: [water], not-for: [home], until: 2026-01-02, says: "<script>alert(8)</script>", assume: "]]>" }
        questions:
          enough: { covered: people, until: 2026-03-31, claimed: [promise] }
          up: { available: cars, between: [2026-02-01, 2026-02-28] }
          there: { delivered: last, by: 2026-03-31 }
        options:
          more: { shipments: { truck: { contents: { water: 300 } } } }

        """;

    private static readonly Regex PlainNumber = new(@"^-?[0-9.]+(?:E[+-][0-9]+)?$", RegexOptions.NonBacktracking);
    private readonly TemporaryFolder folder = new();

    public HostileTextTests()
    {
        File.WriteAllText(folder.File("words.md"), "=cmd|' /C calc'!A0 <script>alert(3)</script>");
        File.WriteAllText(folder.File("scenario.yaml"), Text);
    }

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Commands => new(
        "run",
        "binds",
        "compare",
        "displace --order last",
        "displace --all",
        "signature --release stamp",
        "enough enough --at-least 50% --vary shipments.truck.arrives --vary stocks.camp.water.on-hand");

    [Theory]
    [MemberData(nameof(Commands))]
    public void Its_words_stay_words_in_the_terminal(string command)
    {
        var (output, errors) = Said(command);
        Assert.DoesNotContain(output + errors, letter => char.IsControl(letter) && letter != '\n');
        Assert.Contains("</title><script>alert(1)</script>", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Json_is_valid_and_brings_them_back(string command)
    {
        using var json = JsonDocument.Parse(Said(command, "--json").Output);
        Assert.Equal(
            "=HYPERLINK(\"x\")</title><script>alert(1)</script>",
            json.RootElement.GetProperty("scenario").GetProperty("title").GetString());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_cell_of_a_table_is_a_formula(string command)
    {
        var tables = folder.File("tables");
        Said(command, "--csv", tables);
        var files = Directory.GetFiles(tables);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var reader = new StreamReader(file);
            using var csv = new CsvParser(reader, CultureInfo.InvariantCulture);
            while (csv.Read())
            {
                Assert.Equal(6, csv.Record!.Length);
                Assert.All(csv.Record, cell => Assert.True(
                    cell.Length == 0 || !"=+-@\t\r".Contains(cell[0], StringComparison.Ordinal)
                        || PlainNumber.IsMatch(cell),
                    $"{Path.GetFileName(file)}: {cell}"));
            }
        }
    }

    [Fact]
    public void The_page_has_no_script_but_its_own()
    {
        var file = folder.File("report.html");
        Said("run", "--report", file);
        var page = File.ReadAllText(file);
        Assert.Equal(2, Regex.Count(page, "<script", RegexOptions.NonBacktracking));
        Assert.Equal(2, Regex.Count(page, "</script", RegexOptions.NonBacktracking));
        Assert.Equal(1, Regex.Count(page, "<style", RegexOptions.NonBacktracking));
        foreach (var markup in (string[])["<img", "<b>", "<i>"])
            Assert.DoesNotContain(markup, page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(6)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    /// <summary>What a check lets through is not all that may come to a page: a document's words do.</summary>
    [Fact]
    public void The_page_and_the_tables_write_out_what_would_turn_them_about()
    {
        var report = InventedReport.Winter;
        report = report with
        {
            Card = report.Card with { Title = "a\u202Eb\u001B[2Jc", Option = "a\u2066b\u0007" },
        };
        Assert.Contains("<h1>a&lt;U&#x2B;202E&gt;b&lt;U&#x2B;001B&gt;[2Jc</h1>", HtmlReport.Write(report),
            StringComparison.Ordinal);
        Assert.StartsWith("a<U+2066>b<U+0007>,", CsvReport.Answers(report).Split("\r\n")[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1+1", "\"'-1+1\"")]
    [InlineData("-5 d", "\"'-5 d\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("\uFF1D1+1", "\"'\uFF1D1+1\"")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b\"")]
    [InlineData("-5", "-5")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("-1E-05", "-1E-05")]
    [InlineData("1-1", "1-1")]
    [InlineData("a=b", "a=b")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("say \"a\"", "\"say \"\"a\"\"\"")]
    public void A_formula_is_marked_as_text_and_a_number_is_not(string text, string cell)
    {
        var report = InventedReport.Winter;
        var table = CsvReport.Answers(report with { Card = report.Card with { Option = text } });
        Assert.StartsWith($"{CsvReport.Header}\r\n{cell},probability,", table, StringComparison.Ordinal);
    }

    private (string Output, string Errors) Said(string command, params string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var words = command.Split(' ');
        var exitCode = Resupply.Cli.Commands.Run(
            [words[0], folder.Path, .. words[1..], "--replications", "100", .. options], output, errors);
        Assert.True(exitCode == ExitCode.Success, $"{command}: {errors}");
        return (output.ToString(), errors.ToString());
    }
}
