using System.Text;
using static System.FormattableString;

namespace Resupply.Forecasting;

/// <summary>The chosen forecast as a piece of a scenario, which says what it rests on.</summary>
public static class WrittenBlock
{
    private const int Width = 78;

    public static string Of(SeriesFit fit, FitReport report)
    {
        var text = new StringBuilder();
        var name = fit.Series.Name;
        foreach (var line in Folded(Words(fit, report), Width)) text.Append("# ").Append(line).Append('\n');
        var because = Because(fit, report);
        if (!fit.Block.Unknowns.IsEmpty) text.Append("unknowns:\n");
        foreach (var (unknown, value) in fit.Block.Unknowns)
            text.Append(Invariant($"  {name}-{unknown}:\n    value: {value}\n    assume: {because}\n"));
        text.Append(Invariant($"demands:\n  {name}:\n"));
        text.Append(Invariant($"    at: {report.At}\n    served-by: [{report.ServedBy}]\n"));
        text.Append(Invariant($"    assume: {because}\n"));
        foreach (var (key, value) in fit.Block.Keys)
        {
            var named = value.Replace(NeedBlock.Prefix, $"{name}-", StringComparison.Ordinal);
            if (named.StartsWith('{')) text.Append(Invariant($"    {key}: {named}\n"));
            else Add(text, key, named);
        }

        if (fit.Series.Step == PeriodStep.Day) AddShort(text, name, report);
        return text.ToString();
    }

    /// <summary>How the demand names the series itself.</summary>
    private static void AddShort(StringBuilder text, string name, FitReport report)
    {
        text.Append("# Or, with nothing lost, beside the file and instead of its last keys:\n");
        text.Append(Invariant($"#   series: {{ file: {Path.GetFileName(report.File.Path)}, name: {name} }}\n"));
    }

    /// <summary>A long law is folded between its values: a line break in quotes is a space.</summary>
    private static void Add(StringBuilder text, string key, string value)
    {
        foreach (var (index, line) in Folded($"{key}: \"{value}\"", Width - 6).Index())
            text.Append(index == 0 ? "    " : "      ").Append(line).Append('\n');
    }

    private static string Because(SeriesFit fit, FitReport report) => Invariant(
        $"fitted to {Path.GetFileName(report.File.Path)} until {fit.Series.Last} by {fit.Names[fit.Chosen]}");

    private static string Words(SeriesFit fit, FitReport report)
    {
        var file = Invariant($"{Path.GetFileName(report.File.Path)} (sha256 {report.File.Sha256[..12]})");
        var unit = fit.Series.Step == PeriodStep.Day ? "days" : "months";
        var made = Invariant($"Need of {fit.Series.Name} by {file}, until {fit.Series.Last}: {fit.Names[fit.Chosen]}.");
        var lost = fit.Block.Lost.Length == 0 ? "" : $" Not said here: {fit.Block.Lost}.";
        if (!fit.IsJudged) return $"{made} The series is too short to try it on the past.{lost}";
        var score = Invariant($" CRPS of the need of {report.Terms.Longest} {unit}: {fit.Crps(fit.Chosen):0.###}");
        var beside = fit.Chosen == fit.BestNaive
            ? Invariant($", against {fit.Crps(fit.Best):0.###} of {fit.Names[fit.Best]}, the best of the others")
            : Invariant($", against {fit.Crps(fit.BestNaive):0.###} of {fit.Names[fit.BestNaive]}, the best naive one");
        return Invariant($"{made}{score}{beside}, over {fit.Origins} origins.{lost}");
    }

    private static IEnumerable<string> Folded(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        yield return line;
    }
}
