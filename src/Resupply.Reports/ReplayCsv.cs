using Resupply.Answers;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>An answer as it was known day by day, as a long table with the columns of the other tables.</summary>
public static class ReplayCsv
{
    /// <summary>Writes replay.csv into the folder; makes the folder.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(ReplayReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "replay.csv"), Table(report));
    }

    /// <summary>
    /// measure `known`: thing the question, the date as of which it is answered; `step`: thing what became known,
    /// with before, after, change and error. Levels and steps are decimal numbers that add up exactly.
    /// </summary>
    public static string Table(ReplayReport report)
    {
        var table = new CsvReport.Table(report.Card.Option);
        var name = report.Question.Name;
        foreach (var day in report.Days)
        {
            table.AddText(
                "known", name, day.Day, "estimate", day.Level is { } level ? ReplayNumbers.All(level) : "");
            if (day.Answer is not Answer.Date { Estimate: var spread }) continue;
            table.Add("known", name, day.Day, "p10", spread.P10);
            table.Add("known", name, day.Day, "p50", spread.P50);
            table.Add("known", name, day.Day, "p90", spread.P90);
        }

        foreach (var step in report.Steps)
        {
            var what = ReplaySentence.What(step);
            table.AddText("step", what, step.On, "before", ReplayNumbers.All(step.Before));
            table.AddText("step", what, step.On, "after", ReplayNumbers.All(step.After));
            table.AddText("step", what, step.On, "change", ReplayNumbers.All(step.Before, step.After));
            table.Add("step", what, step.On, "error", step.Change.Error);
        }

        return table.ToString();
    }
}
