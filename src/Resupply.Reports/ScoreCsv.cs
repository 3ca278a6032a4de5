using System.Globalization;
using System.Text;
using Resupply.Scoring;

namespace Resupply.Reports;

/// <summary>Every probability that was scored, and every question, as tables (RFC 4180).</summary>
public static class ScoreCsv
{
    /// <summary>Writes given.csv, questions.csv and reliability.csv into the folder; makes it.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(ScoreReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "given.csv"), Given(report));
        File.WriteAllText(Path.Combine(folder, "questions.csv"), Questions(report));
        File.WriteAllText(Path.Combine(folder, "reliability.csv"), Reliability(report));
    }

    /// <summary>A line for each probability that somebody gave; `source` is empty for our answers.</summary>
    public static string Given(ScoreReport report)
    {
        var table = new StringBuilder(
            "source,claim,scenario,question,option,world,line,answered,lead,days,weight,said,happened,brier,log\r\n");
        foreach (var record in report.Theirs.Prepend(report.Ours))
        {
            foreach (var score in record.Questions)
            {
                foreach (var given in score.Given)
                {
                    var (asked, run) = (score.Question.Asked, given.Standing.Run);
                    Add(
                        table,
                        record.Who ?? "", given.Claim ?? "", asked.Scenario, asked.Name, asked.Option, asked.World,
                        Number(run.Line), run.Answered.ToString(), Number(given.Standing.Lead),
                        Number(given.Standing.Days), Number(given.Weight), Number(given.Probability),
                        score.Happened ? "1" : "0", Number(given.Brier), Number(given.Log));
                }
            }
        }

        return table.ToString();
    }

    /// <summary>A line for each settled question and who spoke on it; then for those answered by a number.</summary>
    public static string Questions(ScoreReport report)
    {
        var table = new StringBuilder(
            "source,scenario,question,kind,asks,settled,came,told-by,answers,days,said,brier,log,error,loss,inside");
        table.Append("\r\n");
        foreach (var record in report.Theirs.Prepend(report.Ours))
        {
            foreach (var score in record.Questions)
                AddQuestion(
                    table, record.Who ?? "", score.Question, score.Happened ? "yes" : "no",
                    [Number(score.Said), Number(score.Brier), Number(score.Log), "", "", ""]);
        }

        foreach (var score in report.Numbers)
            AddQuestion(
                table, "", score.Question, score.CameDay ?? Number(score.Came),
                ["", "", "", Number(score.Error), Number(score.Loss), Number(score.Inside)]);
        return table.ToString();
    }

    public static string Reliability(ScoreReport report)
    {
        var table = new StringBuilder("from,to,weight,questions,said,happened,low,high\r\n");
        foreach (var bin in report.Ours.Questions.IsEmpty ? [] : report.Reliability)
            Add(
                table, Number(bin.From), Number(bin.To), Number(bin.Weight), Number(bin.Questions), Number(bin.Said),
                Number(bin.Happened), Number(bin.Low), Number(bin.High));
        return table.ToString();
    }

    private static void AddQuestion(
        StringBuilder table, string source, SettledQuestion question, string came, string[] scores)
    {
        var asked = question.Asked;
        Add(
            table,
            [
                source, asked.Scenario, asked.Name, asked.Kind, asked.Asks, asked.Settled.ToString(), came,
                question.Outcome.Source ?? "", Number(question.Standing.Length), Number(question.Days), .. scores,
            ]);
    }

    private static void Add(StringBuilder table, params string[] cells) =>
        table.AppendJoin(',', cells.Select(CsvReport.Cell)).Append("\r\n");

    /// <summary>Empty where there is none; `Infinity` where an exact probability was wrong.</summary>
    private static string Number(double value) =>
        double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
