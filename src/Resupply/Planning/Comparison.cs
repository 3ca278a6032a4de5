using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;

namespace Resupply.Planning;

/// <summary>What is compared.</summary>
/// <param name="AllWorlds">Every world of the file; else only the scenario's own.</param>
/// <param name="Questions">Only these; empty: all.</param>
public sealed record ComparisonTerms(bool AllWorlds, ImmutableArray<string> Questions);

/// <summary>Every option by every question, in each world: never averaged over worlds.</summary>
/// <param name="Options">The one that the others are held against comes first.</param>
/// <param name="Comparisons">So many differences are judged together.</param>
public sealed record ComparisonReport(
    RunCard Card,
    ImmutableArray<string> Options,
    ImmutableArray<string> Worlds,
    ImmutableArray<ComparedQuestion> Questions,
    int Comparisons,
    ImmutableArray<Diagnostic> Diagnostics)
{
    public string Against => Options[0];
}

/// <param name="MoreIsBetter">Null: it depends on who asks; then there is no best, no worst and no regret.</param>
/// <param name="OverWorlds">One for each option; empty where there is one world only, or nothing is better.</param>
public sealed record ComparedQuestion(
    Question Question,
    bool? MoreIsBetter,
    ImmutableArray<ComparedWorld> Worlds,
    ImmutableArray<OptionOverWorlds> OverWorlds)
{
    /// <summary>No option moves it in any world.</summary>
    public bool IsUnmoved => Worlds.All(world => world.Options.All(option => option.IsSame));
}

/// <param name="Options">In the report's order.</param>
/// <param name="Best">The option with the best answer; null where nothing is better or none answers.</param>
/// <param name="IsBestTold">It can be told from every other option.</param>
public sealed record ComparedWorld(
    string World, ImmutableArray<ComparedOption> Options, string? Best, bool IsBestTold);

/// <summary>What one option answers in one world.</summary>
/// <param name="Change">Its answer less that of the first option; null for the first, and where one has none.</param>
/// <param name="IsSame">The same as the first in every replication.</param>
/// <param name="IsTold">The change is beyond the error.</param>
/// <param name="Needed">About how many replications would tell it, where it is not told.</param>
public sealed record ComparedOption(
    string Option, Answer Answer, Estimate? Change, bool IsSame, bool IsTold, double? Needed);

/// <summary>One option over all worlds.</summary>
/// <param name="Worst">Its answer where it is worst, and in which world; null where it has none in some world.</param>
/// <param name="Regret">
/// By how much it falls short of the best option, in the world where it does most (Savage 1951).
/// </param>
public sealed record OptionOverWorlds(
    string Option, (Answer Answer, string World)? Worst, (Estimate Short, string World)? Regret);
