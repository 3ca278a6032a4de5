using System.Globalization;
using System.Text.RegularExpressions;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Tests;

/// <summary>What the reference pages show as the language is read by the engine.</summary>
public class ReferencePagesTests
{
    private const string YamlFence = "```yaml\n";
    private const string Values = "docs/reference/values.md";
    private const string Keys = "docs/reference/keys.md";

    private static readonly Regex Code = new("`(?<code>[^`]+)`", RegexOptions.NonBacktracking);
    private static readonly Regex TopKey =
        new("^(?<key>[a-z]+):", RegexOptions.Multiline | RegexOptions.NonBacktracking);

    /// <summary>What a table's first heading says its examples are.</summary>
    private static readonly Dictionary<string, Measure> Headings = new()
    {
        ["a number of units"] = Measure.Count,
        ["a sum of money"] = Measure.Money,
        ["a share or a probability"] = Measure.Probability,
        ["a factor"] = Measure.Factor,
        ["a duration"] = Measure.Duration,
        ["a rate"] = Measure.Rate,
        ["a date"] = Measure.Date,
        ["an unknown"] = Measure.Anything,
    };

    /// <summary>The names that examples use, and a scenario in which a few lines make sense.</summary>
    private static readonly (string Key, string Lines)[] Setting =
    [
        ("resupply", "resupply: 1"),
        ("title", "title: A page of the reference"),
        ("calendar", "calendar: { from: 2024-11-09, to: 2025-04-30 }"),
        ("deadlines", "deadlines: { year-end: 2024-12-31, inauguration: 2025-01-20 }"),
        ("unknowns", "unknowns: { interceptors: 500..800, patriot-share: 30%..70%, delay: 2 w..4 w..8 w }"),
        ("sources", "sources: { letter: { title: A letter } }"),
        ("claims", "claims: { in-the-letter: { source: letter }, book: { source: letter } }"),
        ("sites", "sites: { theatre: { tags: [front] }, hub: { tags: [rear] }, donor: {}, hospital: {} }"),
        ("lanes", "lanes: { onward: { from: hub, to: theatre, takes: 2 d } }"),
        ("items", "items: { patriot: { price: 4 M }, nasams: { price: 1 M }, bandages: {} }"),
        ("stocks", "stocks: { theatre: { patriot: 100, nasams: 100 }, donor: { patriot: 900 } }"),
        ("demands", "demands: { ballistic: { at: theatre, served-by: [patriot], per-day: poisson(1.4) } }"),
        ("releases", "releases: { go-ahead: { granted: never } }"),
        ("authorities", "authorities: { drawdown: { amount: 7.1 bn } }"),
        ("shipments", "shipments: { november: { to: theatre, item: patriot, quantity: 90, arrives: year-end } }"),
    ];

    public static TheoryData<string, string> Fragments => new(
        from page in Repository.Files("docs/", ".md").Append(Path.Combine(Repository.Root, "README.md"))
        from block in File.ReadAllText(page).Split(YamlFence).Skip(1)
        select (Repository.Name(page), block[..block.IndexOf("```", StringComparison.Ordinal)]));

    /// <summary>Heading and row of every example in the tables of the page about values.</summary>
    public static TheoryData<string, string> Examples => new(
        from table in Tables(Values)
        where Headings.ContainsKey(table[0][0])
        from row in table.Skip(2)
        from code in Code.Matches(row[0])
        select (table[0][0], code.Groups["code"].Value));

    /// <summary>What is a mistake, as which measure, and the message beside it.</summary>
    public static TheoryData<string, string, string> Mistakes => new(
        from table in Tables(Values)
        where table[0][0] == "not" && table[0].Length == 3
        from row in table.Skip(2)
        select (row[1], Code.Match(row[0]).Groups["code"].Value, row[2]));

    public static TheoryData<string[]> Distributions => new(
        from table in Tables(Values)
        where table[0].Contains("p10")
        from row in table.Skip(2)
        select row);

    [Theory]
    [MemberData(nameof(Fragments))]
    public void A_piece_of_a_scenario_is_one(string page, string fragment)
    {
        var written = TopKey.Matches(fragment).Select(key => key.Groups["key"].Value).ToHashSet();
        var folder = Directory.CreateTempSubdirectory("resupply-page-").FullName;
        try
        {
            var file = Path.Combine(folder, "scenario.yaml");
            var setting = written.Contains("resupply") ? [] : Setting.Where(part => !written.Contains(part.Key));
            File.Copy(
                Path.Combine(Repository.Root, "examples", "need", "series.csv"), Path.Combine(folder, "series.csv"));
            File.WriteAllText(file, string.Join('\n', [.. setting.Select(part => part.Lines), fragment]));
            var (_, found) = ScenarioReader.CheckAll(file);
            Complaints.None(found.Where(each => each.Severity == Severity.Error).Select(each => $"{page}: {each}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_read(string heading, string example)
    {
        var (read, found) = Read(example, Headings[heading]);
        Complaints.None(found.Found.Select(each => each.ToString()));
        Assert.NotNull(read);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_met_with_what_the_page_says(string heading, string mistake, string says)
    {
        var (read, found) = Read(mistake, Headings[heading]);
        Assert.Null(read);
        var first = found.Found[0];
        var said = first.Message + (first.Hint is { } hint ? $"; {hint}" : "");
        if (Snapshot.AreAccepted)
        {
            var file = Path.Combine(Repository.Root, Values);
            var page = File.ReadAllText(file);
            var row = $"| `{mistake}` | {heading} | ";
            File.WriteAllText(file, page.Replace($"{row}{says} |\n", $"{row}{said} |\n", StringComparison.Ordinal));
        }
        else
        {
            Assert.Equal(said, says);
        }
    }

    /// <summary>Columns: name, parameters, example, mean, p10, p50, p90.</summary>
    [Theory]
    [MemberData(nameof(Distributions))]
    public void A_distribution_is_as_the_page_says(string[] row)
    {
        var example = Code.Match(row[2]).Groups["code"].Value;
        var (read, found) = Read(example, Measure.Count);
        Complaints.None(found.Found.Select(each => each.ToString()));
        var draw = Assert.IsType<Expression.Draw>(read!.Expression);
        Assert.Equal(row[0].Trim('`'), example[..example.IndexOf('(', StringComparison.Ordinal)]);
        double[] parameters = [.. draw.Parameters.Select(parameter => ((Expression.Constant)parameter).Value)];
        string[] known =
        [
            Shown(read.Expression.Mean([])!.Value),
            .. new[] { 0.1, 0.5, 0.9 }
                .Select(at => Shown(DistributionFunctions.Quantile(draw.Distribution, parameters, at))),
        ];
        Assert.Equal(string.Join(" | ", known), string.Join(" | ", row[3..]));
    }

    [Fact]
    public void Every_distribution_is_on_the_page() => Assert.Equal(
        Enum.GetValues<Distribution>().Length,
        Tables(Values).Where(table => table[0].Contains("p10")).Sum(table => table.Length - 2));

    /// <summary>The tables of all keys are written off the shapes, never by hand.</summary>
    [Fact]
    public void The_page_of_all_keys_is_written_off_the_shapes()
    {
        const string title = "# All keys\n\n"
            + "<!-- Written by a test off the shapes of the language; do not change it by hand. -->\n\n"
            + "What may stand where, a table for each kind of thing. How values are written: [values](values.md).\n"
            + "What a key does: [the order of the day](order-of-the-day.md).\n\n";
        var page = title + Reference.Write(ScenarioShape.Top);
        var file = Path.Combine(Repository.Root, Keys);
        if (Snapshot.AreAccepted) File.WriteAllText(file, page);
        Assert.Equal(page, File.ReadAllText(file));
    }

    [Fact]
    public void The_smallest_scenario_of_the_readme_is_the_example() => Assert.Contains(
        YamlFence + File.ReadAllText(Path.Combine(Repository.Root, "examples/five-lines/scenario.yaml")) + "```",
        File.ReadAllText(Path.Combine(Repository.Root, "README.md")),
        StringComparison.Ordinal);

    private static (ReadExpression? Read, Diagnostics Found) Read(string text, Measure measure)
    {
        var found = new Diagnostics("page", text);
        var scope = Scope.Empty with
        {
            Meanings = new Dictionary<string, Meaning>
            {
                ["year-end"] = new Meaning.Deadline(Day.Parse("2024-12-31")!.Value),
                ["interceptors"] = new Meaning.Unknown(0, Dimension.Number),
                ["patriot-share"] = new Meaning.Unknown(1, Dimension.Number),
                ["delay"] = new Meaning.Unknown(2, Dimension.Duration),
            },
            Valued = ["year-end", "interceptors", "patriot-share", "delay"],
        };
        var scalar = new Node.Scalar(text, false, new Span(1, 1, text.Length));
        return (ExpressionReader.Read(scalar, measure, scope, found), found);
    }

    private static string Shown(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The tables of a page: rows of cells, the heading first, then its rule.</summary>
    private static IEnumerable<string[][]> Tables(string page)
    {
        var table = new List<string[]>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, page)).Append(""))
        {
            if (line.StartsWith('|'))
            {
                table.Add([.. line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim())]);
                continue;
            }

            if (table.Count > 0) yield return [.. table];
            table.Clear();
        }
    }
}
