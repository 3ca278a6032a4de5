using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>What is asked about a permission.</summary>
/// <param name="MoreThan">
/// A change counts if it is more than this: of a probability or a share, as a share (0.01 is one point); of a quantity,
/// this share of the greater of what it is if the release never comes and if it comes at once.
/// </param>
/// <param name="Every">Null: steps that make about a dozen dates.</param>
/// <param name="Questions">Only these; empty: all.</param>
public sealed record SigningTerms(
    string Release, double MoreThan, SigningStep? Every, ImmutableArray<string> Questions);

/// <summary>What a permission is worth on each of some days.</summary>
/// <param name="By">Who grants it, where the file says so.</param>
/// <param name="Granted">When, as the file has it.</param>
/// <param name="Waiting">What waits for it: "shipment spring".</param>
/// <param name="Days">Those tried, the calendar's last among them.</param>
/// <param name="Questions">Those that it moves.</param>
/// <param name="Unmoved">Those that come to the same in every replication, whenever it is granted or never.</param>
/// <param name="Comparisons">So many could mislead by chance; what is told allows for it.</param>
public sealed record SignatureReport(
    RunCard Card,
    string Release,
    string? By,
    string Granted,
    ImmutableArray<string> Waiting,
    SigningStep Step,
    ImmutableArray<Day> Days,
    double MoreThan,
    ImmutableArray<SignatureAnswer> Questions,
    ImmutableArray<Question> Unmoved,
    int Comparisons,
    ImmutableArray<Diagnostic> Diagnostics);

/// <summary>One question, and the permission granted on each day, in the file, or never.</summary>
/// <param name="MoreThan">A change counts if it is more than this, in the answer's unit.</param>
/// <param name="Never">The answer if it is never granted; all changes are against it.</param>
/// <param name="AsWritten">As the file has it.</param>
/// <param name="LastDay">The last day on which granting it changes the answer by more; null where none does.</param>
/// <param name="LastTold">
/// The last day on which granting it changes the answer beyond the simulation's error; null where none does.
/// </param>
/// <param name="Shrinks">
/// The later it is granted, the less it changes; else the last days are those after which nothing was found, and an
/// earlier one may do less.
/// </param>
public sealed record SignatureAnswer(
    Question Question,
    double MoreThan,
    Answer Never,
    SignedAnswer AsWritten,
    ImmutableArray<SignedAnswer> Days,
    SignedAnswer? LastDay,
    SignedAnswer? LastTold,
    bool Shrinks);

/// <summary>The answer with the release granted on a day.</summary>
/// <param name="Day">Null: as the file has it.</param>
/// <param name="Change">Against never; null where one of them has no answer.</param>
/// <param name="IsTold">The change is beyond the simulation's error.</param>
/// <param name="IsSame">It is as if never granted, in every replication.</param>
public sealed record SignedAnswer(Day? Day, Answer Answer, Estimate? Change, bool IsTold, bool IsSame);
