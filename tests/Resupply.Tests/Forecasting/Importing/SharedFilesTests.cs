using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Resupply.Cli;

namespace Resupply.Tests.Forecasting.Importing;

/// <summary>
/// The files in ../shared/data as they are, with the mappings of the how-to page. What is expected is counted here by
/// other means: plain lines split at commas, and, in the comments, awk.
/// </summary>
public class SharedFilesTests
{
    private static readonly string Page =
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "how-to", "import-a-series.md"));

    [Fact]
    public void The_attacks_are_read_as_they_are()
    {
        var file = Repository.Shared("data", "attacks", "missile_attacks_daily.csv");
        using var made = Import("attacks.yaml", file);

        // awk -F, 'NR > 1' counts 1831 lines; no cell of the first eight columns holds a comma but launch_place.
        var rows = Cells(file).Skip(1).ToList();
        Assert.Equal(1831, rows.Count);
        Assert.Equal(1831, made.Number("rows"));
        var launched = rows.Sum(row => Whole(row[6]));
        Assert.Equal(15_811, launched);
        Assert.Equal(launched, made.Number("units-found"));
        Assert.Equal(launched, made.Number("units-counted") + made.Number("units-left-out"));

        // Rows of one model alone, by hand: of all drones only one row names Shahed and Lancet together.
        string[] drones = ["Shahed-136/131", "Lancet", "Shahed-136/131 and Lancet"];
        Assert.Equal(
            rows.Where(row => drones.Contains(row[2])).Sum(row => Whole(row[6])), made.Series("drones", "units"));

        // The two joint rows of two classes: Iskander-M and Iskander-K, of 2 and 11.
        var mixed = made.Ledger.Where(line => line.Contains(",split,", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, mixed.Count);
        Assert.All(mixed, line => Assert.Contains("Iskander-M and Iskander-K", line, StringComparison.Ordinal));

        // Days on which no window ends: 207 of 773; those before 2023-05-01 are not known.
        var days = rows.Select(row => row[1][..10]).ToHashSet(StringComparer.Ordinal);
        var all = Days("2022-09-28", "2024-11-08").ToList();
        Assert.Equal((773, 207), (all.Count, all.Count(day => !days.Contains(day))));
        var early = all.Where(day => string.CompareOrdinal(day, "2023-05-01") < 0).Count(day => !days.Contains(day));
        Assert.Equal(early, made.Series("drones", "not-known"));
        Assert.Equal(773, made.Series("drones", "periods"));

        // Three rows without a count, all of one class, on three days.
        Assert.Equal(3, rows.Count(row => row[6].Length == 0));
        Assert.Equal(early + 3, made.Series("ballistic", "not-known"));
        Assert.Equal(137, made.Ledger.Count(line => line.Contains(",overnight-window,", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_earlier_edition_is_read_and_held_against_the_later()
    {
        var file = Repository.Shared("data", "attacks", "missile_attacks_daily.snapshot-2023-07.csv");
        using var made = Import("attacks-2023.yaml", file);
        var rows = Cells(file).Skip(1).ToList();
        Assert.Equal((309, 2_814), (rows.Count, rows.Sum(row => Whole(row[6]))));
        Assert.Equal(2_814, made.Number("units-found"));
        Assert.Contains(made.Ledger, line => line.StartsWith(
            "144,changed,window-reversed,,2023-05-09,2023-05-09 04:00..2023-05-08 06:00,", StringComparison.Ordinal));

        var later = Repository.Shared("data", "attacks", "missile_attacks_daily.csv");
        using var revised = Import("attacks.yaml", later, "--since", made.Needs);
        var changes = revised.Json.GetProperty("since-last").EnumerateArray().ToList();
        Assert.DoesNotContain(changes, change => change.GetProperty("change").GetString() == "gone");

        // 34 days before 1 November 2022, and those after 23 July 2023, times four classes.
        var added = Days("2022-09-28", "2022-10-31").Concat(Days("2023-07-24", "2024-11-08")).Count() * 4;
        Assert.Equal(added, changes.Count(change => change.GetProperty("change").GetString() == "added"));
        Assert.Contains(changes, change => change.GetProperty("change").GetString() == "revised");
    }

    /// <summary>awk: 66,194 units, 6,122 blanks, and 97,398 of 130,252 cells are zero, which is 74.8%.</summary>
    [Fact]
    public void The_car_parts_are_read_as_they_are()
    {
        using var made = Import("carparts.yaml", Repository.Shared("data", "spare-parts", "carparts_wide.csv"));
        var series = made.Json.GetProperty("series").EnumerateObject().ToList();
        long Sum(string field) => series.Sum(each => each.Value.GetProperty(field).GetInt64());
        Assert.Equal(2_674, series.Count);
        Assert.Equal((66_194, 6_122, 97_398), (Sum("units"), Sum("not-known"), Sum("zero")));
        Assert.Equal(2_674 * 51, Sum("periods"));
        Assert.Equal(0.748, Sum("zero") / (double)(Sum("periods") - Sum("not-known")), 3);
        Assert.All(series, each => Assert.Equal("1998-01", each.Value.GetProperty("from").GetString()));
    }

    /// <summary>awk: 130,631 units, of which 2,032 cells below zero are -5,699; 201,456 are blank.</summary>
    [Fact]
    public void The_refinery_is_read_newest_month_first()
    {
        using var made = Import(
            "refinery.yaml", Repository.Shared("data", "spare-parts", "oil_refinery_part1b_stock_policy.csv"));
        Assert.Equal((130_631, 136_330, -5_699), (
            made.Number("units-found"), made.Number("units-counted"), made.Number("units-left-out")));
        var done = made.Json.GetProperty("done").EnumerateArray()
            .ToDictionary(
                each => each.GetProperty("reason").GetString()!, each => each.GetProperty("times").GetInt64());
        Assert.Equal((1, 2_032, 201_456), (done["newest-first"], done["return"], done["count-blank"]));
        var first = made.Json.GetProperty("series").EnumerateObject().First().Value;
        Assert.Equal(("1997-01", "2001-08"), (
            first.GetProperty("from").GetString(), first.GetProperty("to").GetString()));
    }

    /// <summary>The mapping as the page has it, under the comment that names it.</summary>
    private static string MappingOf(string name) => Page.Split("```yaml mapping\n").Skip(1)
        .Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)])
        .Single(block => block.StartsWith($"# {name}\n", StringComparison.Ordinal));

    /// <summary>What it makes owns the folder.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA2000", Justification = "Made disposes of it.")]
    private static Made Import(string mapping, string file, params string[] more)
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(mapping), MappingOf(mapping));
        var needs = folder.File("needs.csv");
        var (exitCode, output, errors) = ImportCase.Run(
            [file, "--mapping", folder.File(mapping), "--out", needs, "--json", .. more]);
        Assert.Equal((ExitCode.Success, ""), (exitCode, errors));
        return new Made(folder, needs, JsonDocument.Parse(output));
    }

    private sealed record Made(TemporaryFolder Folder, string Needs, JsonDocument Document) : IDisposable
    {
        public JsonElement Json => Document.RootElement;
        public string[] Ledger => File.ReadAllText(Folder.File("needs.ledger.csv")).Split("\r\n");
        public long Number(string field) => Json.GetProperty(field).GetInt64();
        public long Series(string name, string field) =>
            Json.GetProperty("series").GetProperty(name).GetProperty(field).GetInt64();

        public void Dispose()
        {
            Document.Dispose();
            Folder.Dispose();
        }
    }

    /// <summary>Lines cut at commas, those within quotes put back: not the reader that is tested.</summary>
    private static IEnumerable<string[]> Cells(string file) => File.ReadLines(file).Select(line => Regex
        .Replace(line, "\"[^\"]*\"", quoted => quoted.Value.Replace(',', ' '), RegexOptions.NonBacktracking)
        .Split(','));

    private static long Whole(string cell) =>
        cell.Length == 0 ? 0 : (long)double.Parse(cell, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Days(string from, string to)
    {
        var last = DateOnly.Parse(to, CultureInfo.InvariantCulture);
        for (var day = DateOnly.Parse(from, CultureInfo.InvariantCulture); day <= last; day = day.AddDays(1))
            yield return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
