using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>The displacement matrix as a long table with the columns of the other tables.</summary>
public static class DisplacementMatrixCsv
{
    /// <summary>Writes displacements.csv into the folder; makes the folder.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(DisplacementMatrixReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "displacements.csv"), Table(report));
    }

    /// <summary>measure: finished-later; thing: `line: mover: order`; statistic: estimate, low, high, error.</summary>
    public static string Table(DisplacementMatrixReport report)
    {
        var table = new CsvReport.Table(report.Card.Option);
        foreach (var line in report.Lines)
        {
            foreach (var row in line.Rows)
            {
                for (var i = 0; i < line.Orders.Length; i++)
                {
                    DisplacementCsv.Add(
                        table,
                        "finished-later",
                        $"{line.Line}: {row.Mover}: {line.Orders[i]}",
                        null,
                        row.FinishedLater[i]);
                }
            }
        }

        return table.ToString();
    }
}
