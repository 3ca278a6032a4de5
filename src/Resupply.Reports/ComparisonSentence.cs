using Resupply.Answers;
using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>What differs between options, and what cannot be told, in words.</summary>
public static class ComparisonSentence
{
    private const double NeededMax = 1e9;
    private const int NamesMax = 3;

    /// <summary>"+4.1 ± 0.3 points, best"; "−0.6 ± 0.9 points: cannot be told apart; about 12,000 would do".</summary>
    public static string ChangeOf(ComparedOption option, ComparedWorld world)
    {
        var isBest = world.IsBestTold && world.Best == option.Option;
        if (option == world.Options[0]) return isBest ? "best" : "";
        if (option.Change is not { } change) return "";
        var size = SignatureSentence.Change(change, option.Answer);
        if (option.IsTold) return isBest ? $"{size}, best" : size;
        return $"{size}: cannot be told apart{Enough(option.Needed)}";
    }

    /// <summary>How much worse, at most: "3.2 ± 0.4 points".</summary>
    public static string Size(Estimate shortfall, ComparedQuestion question)
    {
        var answer = question.Worlds[0].Options
            .Select(option => option.Answer).First(each => Answering.Level(each) is not null);
        return SignatureSentence.Change(shortfall, answer).TrimStart('+');
    }

    /// <summary>
    /// Which options do best where each is worst, and which are regretted least, as far as can be told.
    /// </summary>
    public static string OverWorlds(ComparedQuestion question, RunCard card)
    {
        var known = question.OverWorlds.Where(option => option is { Worst: not null, Regret: not null }).ToList();
        if (known.Count == 0) return "No option has an answer in every world.";
        var sign = question.MoreIsBetter == true ? 1 : -1;
        var safest = known.MaxBy(option => sign * Answering.Level(option.Worst!.Value.Answer)!.Value)!;
        var (answer, where) = safest.Worst!.Value;
        var level = SignatureSentence.Headline(answer, card);
        var asSafe = known.Where(option =>
            option != safest && SignatureSentence.Headline(option.Worst!.Value.Answer, card) == level);
        var least = known.MinBy(option => option.Regret!.Value.Short.Value)!;
        var (most, there) = least.Regret!.Value;
        var asLittle = known.Where(option => option != least && option.Regret!.Value.Short.Low <= most.Value);
        var regret = most.Value == 0 ? "not at all" : $"at most {Size(most, question)}, in {there}";
        return $"Best where it is worst: {safest.Option} ({level}, in {where}){And(asSafe, "the same")}. " +
            $"Regretted least: {least.Option} ({regret}){And(asLittle, "not to be told from that")}.";
    }

    /// <summary>The first few by name.</summary>
    private static string And(IEnumerable<OptionOverWorlds> options, string words)
    {
        var names = options.Select(option => option.Option).ToList();
        if (names.Count == 0) return "";
        var named = string.Join(", ", names.Take(names.Count <= NamesMax + 1 ? names.Count : NamesMax));
        return $"; {words}: {named}" + (names.Count <= NamesMax + 1 ? "" : $" and {names.Count - NamesMax} more");
    }

    /// <summary>"; about 12,000 would do"; nothing where no number would.</summary>
    public static string Enough(double? needed)
    {
        if (needed is not { } replications) return "";
        if (replications > NeededMax) return "; more than a billion would be needed";
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(replications)) - 1));
        return Invariant($"; about {Math.Ceiling(replications / unit) * unit:N0} would do");
    }
}
