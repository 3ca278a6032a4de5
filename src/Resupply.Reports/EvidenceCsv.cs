using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>What the numbers are made of, as a long table with the columns of the other tables.</summary>
public static class EvidenceCsv
{
    /// <summary>Writes evidence.csv into the folder; makes the folder.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(EvidenceReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "evidence.csv"), Table(report));
    }

    /// <summary>
    /// measure: coverage, of a basis, its values and what they move; moves, of a question, by basis; claim, the day it
    /// became known, how many values rest on it, and of one gone silent since how many days.
    /// </summary>
    public static string Table(EvidenceReport report)
    {
        var table = new CsvReport.Table(report.Card.Option);
        foreach (var each in report.Coverage)
        {
            var basis = EvidenceWords.Name(each.Basis);
            table.Add("coverage", basis, null, "values", each.Paths.Length);
            table.Add("coverage", basis, null, "moves", each.Moves);
        }

        foreach (var question in report.Questions)
        {
            foreach (var (basis, part) in question.Moves)
                table.Add("moves", question.Question, null, EvidenceWords.Name(basis), part);
        }

        foreach (var each in report.Overview.Claims)
            table.Add("claim", each.Claim.Name, each.Claim.KnownOn, "values", each.Values.Length);
        foreach (var silent in report.Overview.Silent)
            table.Add("claim", silent.Standing.Claim.Name, silent.LastHeard, "silent-days", silent.Days);
        return table.ToString();
    }
}
