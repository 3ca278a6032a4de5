using Resupply.Answers;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>What a permission is worth, as a long table with the columns of the other tables.</summary>
public static class SignatureCsv
{
    /// <summary>Writes signature.csv into the folder; makes the folder.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(SignatureReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "signature.csv"), Table(report));
    }

    /// <summary>
    /// measure: never, in-the-file, granted (the date is the day), last-day, last-told; thing: the question; statistic:
    /// estimate, and change, low, high, error of the change against never; of a date, how often it never comes.
    /// </summary>
    public static string Table(SignatureReport report)
    {
        var table = new CsvReport.Table(report.Card.Option);
        foreach (var answer in report.Questions)
        {
            var name = answer.Question.Name;
            table.Add("never", name, null, "estimate", Answering.Level(answer.Never));
            Add(table, "in-the-file", name, answer.AsWritten);
            foreach (var day in answer.Days) Add(table, "granted", name, day);
            table.Add("last-day", name, answer.LastDay?.Day, "change", answer.LastDay?.Change?.Value);
            table.Add("last-told", name, answer.LastTold?.Day, "change", answer.LastTold?.Change?.Value);
        }

        foreach (var question in report.Unmoved)
            table.Add("unmoved", question.Name, null, "change", (double?)null);
        return table.ToString();
    }

    private static void Add(CsvReport.Table table, string measure, string thing, SignedAnswer signed)
    {
        table.Add(measure, thing, signed.Day, "estimate", Answering.Level(signed.Answer));
        table.Add(measure, thing, signed.Day, "change", signed.Change?.Value);
        table.Add(measure, thing, signed.Day, "low", signed.Change?.Low);
        table.Add(measure, thing, signed.Day, "high", signed.Change?.High);
        table.Add(measure, thing, signed.Day, "error", signed.Change?.Error);
    }
}
