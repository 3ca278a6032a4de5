using Resupply.Answers;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>Options side by side, as a long table with the columns of the other tables.</summary>
public static class ComparisonCsv
{
    /// <summary>Writes comparison.csv into the folder; makes the folder.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(ComparisonReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "comparison.csv"), Table(report));
    }

    /// <summary>
    /// measure: the world; thing: the question; statistic: estimate, and change, low, high, error against the first
    /// option; of a date, how often it never comes. Over all worlds: worst, regret.
    /// </summary>
    public static string Table(ComparisonReport report)
    {
        var table = new CsvReport.Table(report.Against);
        foreach (var question in report.Questions)
        {
            var name = question.Question.Name;
            foreach (var world in question.Worlds)
            {
                foreach (var option in world.Options) Add(table, world.World, name, option);
            }

            foreach (var option in question.OverWorlds)
            {
                table.Option = option.Option;
                var worst = option.Worst is { } known ? Answering.Level(known.Answer) : null;
                table.Add("all-worlds", name, null, "worst", worst);
                table.Add("all-worlds", name, null, "regret", option.Regret?.Short.Value);
            }
        }

        return table.ToString();
    }

    private static void Add(CsvReport.Table table, string world, string question, ComparedOption option)
    {
        table.Option = option.Option;
        table.Add(world, question, null, "estimate", Answering.Level(option.Answer));
        if (option.Change is not { } change) return;
        table.Add(world, question, null, "change", change.Value);
        table.Add(world, question, null, "low", change.Low);
        table.Add(world, question, null, "high", change.High);
        table.Add(world, question, null, "error", change.Error);
    }
}
