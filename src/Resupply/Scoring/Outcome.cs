using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Scoring;

/// <summary>What came, as a planner tells it.</summary>
/// <param name="Question">The question that it settles.</param>
/// <param name="Scenarios">The scenarios that asked it: title, path or short name; empty: the one that did.</param>
/// <param name="Asks">The question in words, where the name asked several things in turn; else null.</param>
/// <param name="On">When it was known; null: on the day by which the question is settled.</param>
/// <param name="Source">Who says so; null where nobody is named.</param>
public sealed record Outcome(
    string Name,
    Span At,
    string Question,
    ImmutableArray<string> Scenarios,
    string? Asks,
    string Option,
    string World,
    WhatCame Came,
    Day? On,
    string? Source);

/// <summary>What came of a question. Closed: the cases below are all.</summary>
/// <param name="At">Where it is told.</param>
public abstract record WhatCame(Span At)
{
    /// <summary>The kinds of answers that it settles, as they are told.</summary>
    public abstract string Key { get; }

    public sealed record Happened(bool Did, Span At) : WhatCame(At)
    {
        public override string Key => "happened";
    }

    public sealed record Number(double Value, bool IsShare, Span At) : WhatCame(At)
    {
        public override string Key => "value";
    }

    /// <param name="Day">Null: it never came.</param>
    public sealed record Date(Day? Day, Span At) : WhatCame(At)
    {
        public override string Key => "date";
    }

    /// <summary>The key that tells what came of an answer of this kind; null where nothing does.</summary>
    public static string? KeyFor(string kind) => kind switch
    {
        "probability" => "happened",
        "share" or "quantity" => "value",
        "date" => "date",
        _ => null,
    };
}
