using Resupply.Answers;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>What each promise is worth, as a long table with the columns of the other tables.</summary>
public static class PromisesCsv
{
    /// <summary>Writes promises.csv into the folder; makes the folder.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(PromisesReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "promises.csv"), Table(report));
    }

    /// <summary>
    /// measure: the promise's path, or `options.` and the option; thing: the question; statistic: without,
    /// week-earlier, week-later or chosen, and of the change against the file as it stands -change, -low, -high,
    /// -error; last-day (the date is the day), earliest-last-day, latest-last-day.
    /// </summary>
    public static string Table(PromisesReport report)
    {
        var table = new CsvReport.Table(report.Card.Option);
        foreach (var question in report.Questions)
        {
            var name = question.Question.Name;
            table.Add("as-written", name, null, "estimate", Answering.Level(question.AsWritten));
            foreach (var each in question.Promises)
            {
                Add(table, each.Promise.Path, name, "without", each.Without);
                Add(table, each.Promise.Path, name, "week-earlier", each.Earlier);
                Add(table, each.Promise.Path, name, "week-later", each.Later);
                Add(table, each.Promise.Path, name, each.Last);
            }

            foreach (var each in question.Options)
            {
                Add(table, $"options.{each.Option}", name, "chosen", each.Chosen);
                Add(table, $"options.{each.Option}", name, each.Last);
            }
        }

        return table.ToString();
    }

    private static void Add(CsvReport.Table table, string measure, string thing, string statistic, JudgedAnswer judged)
    {
        table.Add(measure, thing, null, statistic, Answering.Level(judged.Answer));
        if (judged.Change is not { } change) return;
        table.Add(measure, thing, null, $"{statistic}-change", change.Value);
        table.Add(measure, thing, null, $"{statistic}-low", change.Low);
        table.Add(measure, thing, null, $"{statistic}-high", change.High);
        table.Add(measure, thing, null, $"{statistic}-error", change.Error);
    }

    private static void Add(CsvReport.Table table, string measure, string thing, LastUsefulDay? last)
    {
        if (last is not { Last: { } day }) return;
        table.Add(measure, thing, day.Day, "last-day", Answering.Level(day.Answer));
        table.Add(measure, thing, last.Earliest, "earliest-last-day", (double?)null);
        table.Add(measure, thing, last.Latest, "latest-last-day", (double?)null);
    }
}
