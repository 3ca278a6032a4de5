using Resupply.Answers;
using Resupply.Planning;
using Resupply.Values;

namespace Resupply.Reports;

/// <summary>What binds, as a long table with the columns of the other tables.</summary>
public static class BindingCsv
{
    /// <summary>Writes binds.csv into the folder; makes the folder.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(BindingReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "binds.csv"), Table(report));
    }

    /// <summary>
    /// measure: available, and change by `fleet: relief`; date: a month's first day in the calendar, empty for all of
    /// it; statistic: estimate, low, high, error.
    /// </summary>
    public static string Table(BindingReport report)
    {
        var table = new CsvReport.Table(report.Card.Option);
        foreach (var fleet in report.Fleets)
        {
            Add(table, "available", fleet.Fleet, null, fleet.Available);
            foreach (var month in fleet.Months) Add(table, "available", fleet.Fleet, month.From, month.Available);
            foreach (var effect in fleet.Effects)
            {
                var thing = $"{fleet.Fleet}: {effect.Relief.Name}";
                Add(table, "change", thing, null, effect.Change);
                for (var i = 0; i < fleet.Months.Length; i++)
                    Add(table, "change", thing, fleet.Months[i].From, effect.ByMonth[i]);
            }
        }

        return table.ToString();
    }

    private static void Add(CsvReport.Table table, string measure, string thing, Day? month, Estimate? estimate)
    {
        table.Add(measure, thing, month, "estimate", estimate?.Value);
        table.Add(measure, thing, month, "low", estimate?.Low);
        table.Add(measure, thing, month, "high", estimate?.High);
        table.Add(measure, thing, month, "error", estimate?.Error);
    }
}
