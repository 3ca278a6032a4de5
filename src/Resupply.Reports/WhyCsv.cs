using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>What an answer depends on, as a long table with the columns of the other tables.</summary>
public static class WhyCsv
{
    /// <summary>Writes why.csv into the folder; makes the folder.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(WhyReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "why.csv"), Table(report));
    }

    /// <summary>
    /// measure: the path; thing: what is changed of it; statistic: change, low, high and error of the answer, and in
    /// how many replications it is another.
    /// </summary>
    public static string Table(WhyReport report)
    {
        var table = new CsvReport.Table(report.Card.Option);
        foreach (var input in report.Inputs)
        {
            foreach (var effect in input.Effects)
            {
                table.Add(input.Value.Path, effect.Words, null, "change", effect.Change?.Value);
                table.Add(input.Value.Path, effect.Words, null, "low", effect.Change?.Low);
                table.Add(input.Value.Path, effect.Words, null, "high", effect.Change?.High);
                table.Add(input.Value.Path, effect.Words, null, "error", effect.Change?.Error);
                table.Add(input.Value.Path, effect.Words, null, "differing", effect.Differing);
            }
        }

        foreach (var value in report.Silent) table.Add(value.Path, "", null, "differing", 0.0);
        return table.ToString();
    }
}
