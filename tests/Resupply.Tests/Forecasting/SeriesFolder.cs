using System.Collections.Immutable;
using System.Text;
using Resupply.Answers;
using Resupply.Forecasting;
using Resupply.Language;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Forecasting;

/// <summary>A scenario with a file of series beside it, need.csv: one series, or that of examples/need.</summary>
internal sealed class SeriesFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SeriesFolder() =>
        System.IO.File.Copy(System.IO.Path.Join(Repository.Root, "examples", "need", "series.csv"), Csv);

    public SeriesFolder(NeedSeries series)
    {
        var text = new StringBuilder($"{SeriesFile.Header}\n");
        foreach (var (index, count) in series.Counts.Index())
            text.Append($"{series.Name},{series.PeriodAt(index)},{(count < 0 ? "" : $"{count}")}\n");
        System.IO.File.WriteAllText(Csv, text.ToString());
    }

    public string Csv => File("need.csv");

    public string Scenario => File("scenario.yaml");

    public string File(string name) => folder.File(name);

    /// <param name="text">As a rehearsal has it: what is left out is as usual.</param>
    public void Write(string text) => System.IO.File.WriteAllText(Scenario, Rehearsal.Whole(text));

    public ImmutableArray<Diagnostic> Mistakes(string text)
    {
        Write(text);
        return ScenarioReader.Read(Scenario).Diagnostics;
    }

    public Scenario Read(string text)
    {
        Write(text);
        var (scenario, diagnostics) = ScenarioReader.Read(Scenario);
        Complaints.None(diagnostics.Where(each => each.Severity == Severity.Error).Select(each => each.ToString()));
        return scenario!;
    }

    public RunReport Run(string text) =>
        Rehearsal.Run(Read(text), new RunOptions { Replications = 20, Threads = 1, Charts = true, Audited = true });

    public void Dispose() => folder.Dispose();
}
