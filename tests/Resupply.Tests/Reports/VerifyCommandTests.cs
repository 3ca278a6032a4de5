using Resupply.Cli;
using Resupply.Reports;
using Resupply.Tests.Forecasting;

namespace Resupply.Tests.Reports;

public class VerifyCommandTests
{
    private const string Scenario = """
        resupply: 1
        title: Camp
        calendar: { from: 2025-06-01, to: 2025-06-30 }
        sources: { mayor: { title: The mayor, document: words.md, reliability: B } }
        claims: { promise: { source: mayor, quote: "a truck with water", credibility: 2 } }
        sites: { camp: {} }
        items: { water: {} }
        stocks: { camp: { water: 300 } }
        demands: { drinking: { at: camp, served-by: [water], per-day: poisson(20) } }
        shipments: { truck: { to: camp, contents: { water: 250..500 }, arrives: 2025-06-12, claims: [promise] } }
        questions: { lasts: { covered: drinking, until: 2025-06-30, claimed: [promise] } }
        options: { more: { stocks: { camp: { water: 400 } } } }

        """;

    [Theory]
    [InlineData]
    [InlineData("--option", "more", "--seed", "7", "--known-on", "2025-06-01")]
    public void What_was_written_comes_out_again_to_the_byte(params string[] options)
    {
        using var folder = Written(options);
        var (code, output, errors) = Run("verify", folder.File("memo"));
        Assert.Equal((ExitCode.Success, ""), (code, errors));
        Assert.Contains("All 5 files are what the manifest says", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_number_of_threads_makes_the_same_manifest()
    {
        using var one = Written("--threads", "1");
        using var two = Written("--threads", "2");
        Assert.Equal(
            File.ReadAllText(one.File("memo/manifest.json")), File.ReadAllText(two.File("memo/manifest.json")));
    }

    [Fact]
    public void A_document_that_changed_is_told_even_where_no_answer_does()
    {
        using var folder = Written();
        File.AppendAllText(folder.File("words.md"), "\nAnd no more.\n");
        var (code, output, _) = Run("verify", folder.File("memo/manifest.json"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("words.md: has changed since", output, StringComparison.Ordinal);
        Assert.Contains("1 of 5 files", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_that_changed_is_told_and_answers_otherwise()
    {
        using var folder = new SeriesFolder(InventedNeed.Days("need", 400, (ref _, day) => day % 5));
        folder.Write("""
            calendar: { from: 2022-09-04, to: 2022-09-24 }
            stocks: { base: { a: 45 } }
            demands: { use: { at: base, served-by: [a], series: { file: need.csv, name: need, model: mean } } }
            questions: { lasts: { covered: use } }
            """);
        string[] brief = ["brief", folder.Scenario, "--replications", "500", "--out", folder.File("memo")];
        Assert.Equal(ExitCode.Success, Run([.. brief, "--threads", "1"]).Code);
        var manifest = File.ReadAllText(folder.File("memo/manifest.json"));
        Assert.Contains("need.csv", manifest, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, Run([.. brief, "--threads", "2"]).Code);
        Assert.Equal(manifest, File.ReadAllText(folder.File("memo/manifest.json")));
        Assert.Equal(ExitCode.Success, Run("verify", folder.File("memo")).Code);

        var series = File.ReadAllText(folder.Csv);
        File.WriteAllText(folder.Csv, series.Replace(",3\n", ",9\n", StringComparison.Ordinal));
        var (code, output, _) = Run("verify", folder.File("memo"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("need.csv: has changed since", output, StringComparison.Ordinal);
        Assert.Contains("answers.json: comes out otherwise", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_memo_that_was_touched_up_is_told_with_its_line()
    {
        using var folder = Written();
        var memo = folder.File("memo/brief.md");
        File.WriteAllText(memo, File.ReadAllText(memo).Replace("## Answers", "## Answers!", StringComparison.Ordinal));
        var (code, output, _) = Run("verify", folder.File("memo"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("brief.md: comes out the same, but the file was changed, first on line 5", output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_that_changed_comes_out_otherwise()
    {
        using var folder = Written();
        var file = folder.File("scenario.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("water: 300", "water: 310", StringComparison.Ordinal));
        var (code, output, _) = Run("verify", folder.File("memo"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("scenario.yaml: has changed since", output, StringComparison.Ordinal);
        Assert.Contains("answers.json: comes out otherwise, first on line ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_that_was_moved_is_found_where_one_says()
    {
        using var folder = Written();
        using var elsewhere = new TemporaryFolder();
        foreach (var name in (string[])["scenario.yaml", "words.md"])
            File.Move(folder.File(name), elsewhere.File(name));
        Assert.Equal(ExitCode.BadInput, Run("verify", folder.File("memo")).Code);
        var found = Run("verify", folder.File("memo"), "--scenario", elsewhere.File("scenario.yaml"));
        Assert.Equal(ExitCode.Success, found.Code);
    }

    [Theory]
    [InlineData("", "the input does not contain any JSON tokens")]
    [InlineData("[1]", "line 1")]
    [InlineData("""{ "resupply": "0.1.0" }""", "missing required properties")]
    [InlineData("""{ "resupply": null }""", "line 1")]
    public void What_is_no_manifest_is_said_to_be_none(string text, string says)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("manifest.json"), text);
        var (code, _, errors) = Run("verify", folder.File("manifest.json"));
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("is not a manifest of `resupply brief`", errors, StringComparison.Ordinal);
        Assert.Contains(says, errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Without_a_folder_the_memo_is_printed()
    {
        using var folder = Written();
        var (_, output, _) = Run("brief", folder.File("scenario.yaml"), "--replications", "200");
        Assert.Equal(File.ReadAllText(folder.File("memo/brief.md")), output);
    }

    private static TemporaryFolder Written(params string[] options)
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("scenario.yaml"), Scenario);
        File.WriteAllText(folder.File("words.md"), "The mayor promised a truck with water.");
        var (code, output, errors) = Run(
            ["brief", folder.File("scenario.yaml"), "--replications", "200", "--out", folder.File("memo"), .. options]);
        Assert.Equal((ExitCode.Success, ""), (code, errors));
        Assert.Contains(BriefFiles.Manifest, output, StringComparison.Ordinal);
        return folder;
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = Commands.Run(arguments, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
