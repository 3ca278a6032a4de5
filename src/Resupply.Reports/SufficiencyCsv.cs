using Resupply.Answers;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>How much would do, as a long table with the columns of the other tables.</summary>
public static class SufficiencyCsv
{
    /// <summary>Writes enough.csv into the folder; makes the folder.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(SufficiencyReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "enough.csv"), Table(report));
    }

    /// <summary>measure: the path; thing: the value; statistic: estimate, change, error of the change.</summary>
    public static string Table(SufficiencyReport report)
    {
        var table = new CsvReport.Table(report.Card.Option);
        foreach (var value in report.Values)
        {
            foreach (var point in value.Points)
            {
                table.Add(value.Path, point.Text, null, "estimate", Answering.Level(point.Answer));
                table.Add(value.Path, point.Text, null, "change", point.Change?.Value);
                table.Add(value.Path, point.Text, null, "error", point.Change?.Error);
            }

            if (value.Turn is not { } turn) continue;
            table.Add(value.Path, turn.Does.Text, null, "does", Answering.Level(turn.Does.Answer));
            table.Add(value.Path, turn.DoesNot.Text, null, "does-not", Answering.Level(turn.DoesNot.Answer));
        }

        return table.ToString();
    }
}
