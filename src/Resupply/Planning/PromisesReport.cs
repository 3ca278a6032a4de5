using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>What is asked about the promises of a scenario.</summary>
/// <param name="Sought">Null: that a promise still changes the answer, beyond the simulation's error.</param>
/// <param name="Every">How far apart the days are that are tried; null: about a dozen.</param>
/// <param name="Questions">Only these; empty: all.</param>
public sealed record PromisesTerms(SoughtLevel? Sought, SigningStep? Every, ImmutableArray<string> Questions);

/// <summary>What each promise is worth, and until when.</summary>
/// <param name="Days">Those tried at first.</param>
/// <param name="Comparisons">So many could mislead by chance; what is told allows for it.</param>
public sealed record PromisesReport(
    RunCard Card,
    SoughtLevel? Sought,
    SigningStep Step,
    ImmutableArray<Day> Days,
    ImmutableArray<PromisesOfQuestion> Questions,
    int Comparisons,
    ImmutableArray<Diagnostic> Diagnostics);

/// <summary>One question.</summary>
/// <param name="Promises">All of the file, in its order.</param>
/// <param name="Options">All of the file, in its order.</param>
public sealed record PromisesOfQuestion(
    Question Question,
    Answer AsWritten,
    ImmutableArray<PromiseValue> Promises,
    ImmutableArray<OptionValue> Options);

/// <param name="Last">Of a shipment or a release that makes a difference; else null.</param>
public sealed record PromiseValue(
    Promise Promise, JudgedAnswer Without, JudgedAnswer Earlier, JudgedAnswer Later, LastUsefulDay? Last)
{
    /// <summary>The same in every replication, with it or without, on whichever day.</summary>
    public bool IsUnmoved => Last is null && Without.IsSame && Earlier.IsSame && Later.IsSame;
}

/// <param name="Chosen">With it, as the file has it.</param>
/// <param name="Dated">What of it has a day and is put off; none: it cannot be put off.</param>
/// <param name="Last">The last day on which it can be chosen; null where it cannot be put off, or changes
/// nothing.</param>
public sealed record OptionValue(
    string Option, JudgedAnswer Chosen, ImmutableArray<Promise> Dated, LastUsefulDay? Last);

/// <summary>An answer against that of the file as it stands.</summary>
/// <param name="Change">Null where one of them has none.</param>
/// <param name="IsSame">The same in every replication.</param>
/// <param name="IsTold">The change is beyond the error.</param>
/// <param name="Needed">About how many replications would tell it, where it is not told.</param>
public sealed record JudgedAnswer(Answer Answer, Estimate? Change, bool IsSame, bool IsTold, double? Needed)
{
    public static JudgedAnswer Of(PairedAnswer paired, Judgement judgement, long replications)
    {
        var isTold = paired.Change is { } change && judgement.IsTold(change, replications);
        return new JudgedAnswer(
            paired.Other,
            paired.Change,
            paired.IsSame,
            isTold,
            paired.Change is { } unclear && !isTold ? judgement.Needed(unclear, replications) : null);
    }
}

public enum Usefulness
{
    /// <summary>The answer reaches the level without it.</summary>
    NotNeeded,

    /// <summary>On none of the days tried does the answer reach the level, or change beyond the error.</summary>
    Never,

    /// <summary>Until a day.</summary>
    Until,
}

/// <summary>Until when something can still lift an answer to the level asked, or still changes it.</summary>
/// <param name="Last">The last day on which it does; null where there is none.</param>
/// <param name="Earliest">
/// The last day on which it does even at the worse end of the simulation's error; null where there is none.
/// </param>
/// <param name="Latest">The last day on which it may, at the better end of the error.</param>
/// <param name="Best">The best of the days tried.</param>
/// <param name="NotOn">A day before the last on which it does not; null where none was seen.</param>
public sealed record LastUsefulDay(
    Usefulness Usefulness, SignedAnswer? Last, Day? Earliest, Day? Latest, SignedAnswer Best, Day? NotOn)
{
    /// <summary>It does on every earlier day that was looked at, and on none after.</summary>
    public bool IsMonotone => NotOn is null;
}
