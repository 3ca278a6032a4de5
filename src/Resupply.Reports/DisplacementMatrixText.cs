using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>The displacement matrix in the terminal: each mover with what it gains and whom it costs most.</summary>
public static class DisplacementMatrixText
{
    private const int WorstMax = 3;
    private const int LabelMax = 30;

    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(DisplacementMatrixReport report, TextWriter output, int width, bool coloured = false)
    {
        var text = new WrappedText(output, width);
        DisplacementText.Heading(text, report.Card);
        foreach (var line in report.Lines)
        {
            text.Blank();
            text.Line("", 0, coloured ? $"\e[1m{line.Line}\e[0m" : line.Line);
            text.Line("", 0, "Each order moved to the front in turn: the unit-days that it gains at the line, and " +
                "whom that costs most.");
            var indent = 4 + Math.Min(LabelMax, line.Orders.Max(order => order.Length));
            foreach (var row in line.Rows) text.Line($"  {row.Mover}", indent, Words(line, row));
            if (line.Rows.All(row => row.IsBalanced))
            {
                text.Hanging(
                    "Losses and gains are equal in every replication: each row of the whole matrix sums to 0.");
            }

        }

        if (!report.LeftOut.IsEmpty)
        {
            text.Blank();
            text.Line("", 0, $"One order alone, nobody to displace: {DisplacementWords.And(report.LeftOut)}.");
        }

        text.Blank();
        text.Line("", 0, "The whole matrix: --json or --csv DIR.");
        text.Line("", 0, DisplacementText.FootOf(report.Card, report.IsExact));
    }

    private static string Words(LineMatrix line, MatrixRow row)
    {
        var gain = row.FinishedLater[line.Orders.IndexOf(row.Mover)];
        if (gain.Value >= 0) return "nothing: it is first already";
        var losing = line.Orders.Zip(row.FinishedLater).Where(each => each.Second.Value > 0)
            .OrderByDescending(each => each.Second.Value).ToList();
        var worst = losing.Take(WorstMax)
            .Select(each => $"{each.First} {DisplacementWords.UnitDays(each.Second)}").ToList();
        if (losing.Count > WorstMax)
        {
            var rest = losing.Skip(WorstMax).Sum(each => each.Second.Value);
            worst.Add($"{DisplacementWords.Others(losing.Count - WorstMax)} {Shown.Amount(rest, "")}");
        }

        return $"{DisplacementWords.UnitDays(gain with { Value = -gain.Value })}, of which {string.Join(", ", worst)}";
    }
}
