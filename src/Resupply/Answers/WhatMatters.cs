using System.Collections.Immutable;

namespace Resupply.Answers;

/// <summary>What one answer hangs on: each value's swing beside what it explains, and where the two disagree.</summary>
/// <param name="Swings">Of all values, the widest first.</param>
/// <param name="Together">
/// What the values explain, each by itself, in all; null where that is no sum: a value that matters is drawn from
/// another one, or with it.
/// </param>
/// <param name="Disagreement">The value that moves it most, and another that explains more of it; null: none.</param>
/// <param name="IsLopsided">
/// The answer is near 0 or 1, and a value decides about it that explains next to nothing of its variance.
/// </param>
public sealed record WhatMatters(
    string Question,
    ImmutableArray<Swing> Swings,
    Estimate? Together,
    Disagreement? Disagreement,
    bool IsLopsided)
{
    private const double NormalQuantile = 1.959963984540054;

    /// <summary>A probability is near 0 or 1 below this, or above 1 less this.</summary>
    private const double NearCertain = 0.05;

    /// <summary>
    /// A value decides where the rarer outcome is so many times as frequent at one end as at the other.
    /// </summary>
    private const double Decides = 3;

    private const double LittleExplained = 0.1;

    /// <summary>Those that move the answer beyond chance.</summary>
    public IEnumerable<Swing> Moving => Swings.Where(swing => swing.Matters);

    /// <summary>So many that move it most, and what explains most of it if it is not among them.</summary>
    public ImmutableArray<Swing> Foremost(int count)
    {
        ImmutableArray<Swing> widest = [.. Moving.Take(count)];
        return Disagreement is { Most: var most } && !widest.Contains(most) ? [.. widest, most] : widest;
    }

    /// <summary>All questions of a report that have swings, in their order.</summary>
    public static IEnumerable<WhatMatters> Of(RunReport report) =>
        report.Swings.GroupBy(swing => swing.Question).Select(question => Of(
            question.Key,
            [.. question],
            report.Answers.FirstOrDefault(answer => answer.Name == question.Key)));

    private static WhatMatters Of(string question, ImmutableArray<Swing> swings, Answer? answer) =>
        new(question, swings, TogetherOf(swings), DisagreementIn(swings), IsLopsidedFor(swings, answer));

    private static Estimate? TogetherOf(ImmutableArray<Swing> swings)
    {
        VarianceShare[] shares = [.. swings.Select(swing => swing.Index).OfType<VarianceShare>()];
        var hangTogether = swings.Any(swing => swing is { Matters: true, Index.IsApart: false });
        return shares.Length == 0 || hangTogether ? null : VarianceShare.Sum(shares);
    }

    private static Disagreement? DisagreementIn(ImmutableArray<Swing> swings)
    {
        var explained = swings.Where(swing => swing.Index is { IsClear: true }).ToArray();
        if (explained.Length == 0) return null;
        var most = explained.MaxBy(swing => swing.Index!.Estimate.Value)!;
        var widest = swings.FirstOrDefault(swing => swing.IsClear && swing.Index is not null);
        if (widest is null || widest.Path == most.Path) return null;
        var (wide, narrow) = (widest.Difference, most.Difference);
        var error = Math.Sqrt((wide.Error * wide.Error) + (narrow.Error * narrow.Error));
        var isWider = Math.Abs(wide.Value) - Math.Abs(narrow.Value) > NormalQuantile * error;
        return isWider && most.Index!.Above(widest.Index!).Low > 0 ? new Disagreement(widest, most) : null;
    }

    private static bool IsLopsidedFor(ImmutableArray<Swing> swings, Answer? answer)
    {
        if (answer is not (Answer.Probability or Answer.Date) || Answering.Level(answer) is not { } level) return false;
        if (Math.Min(level, 1 - level) >= NearCertain) return false;
        double Rare(double at) => level < 0.5 ? at : 1 - at;
        return swings.Any(swing => swing is { IsClear: true, Index.Estimate.Value: < LittleExplained }
            && Math.Max(Rare(swing.Low), Rare(swing.High)) >= Decides * Math.Min(Rare(swing.Low), Rare(swing.High)));
    }
}

/// <summary>Two values that change places between the swings and the indices, beyond the error of both.</summary>
/// <param name="Widest">The one that moves the answer most from end to end.</param>
/// <param name="Most">The one that explains most of its variance.</param>
public sealed record Disagreement(Swing Widest, Swing Most);
