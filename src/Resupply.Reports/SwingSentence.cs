using Resupply.Answers;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>What a planner must know to read swings and indices side by side, in sentences.</summary>
public static class SwingSentence
{
    /// <summary>What is explained one by one is told where it is well below all.</summary>
    private const double WellBelow = 0.8;

    /// <summary>An end of a value that is so seldom reached is called so.</summary>
    private const double Seldom = 0.15;

    private const double MuchNarrower = 0.5;

    public static IEnumerable<string> Of(WhatMatters matters)
    {
        if (matters.Disagreement is { } disagreement) yield return Of(disagreement);
        if (matters.IsLopsided)
        {
            yield return "Nearly every case ends alike, so there is little variance to explain: a value may decide " +
                "and yet explain little of it. Go by the swings here.";
        }

        if (matters.Together is { } together && together.High < WellBelow && matters.Moving.Any())
            yield return RestOf(together);
    }

    /// <summary>"explains 34% (31–37%)", "explains at most 2%"; nothing where it cannot be told.</summary>
    public static string Explains(Swing swing) =>
        swing.Index is { } index ? $"explains {Shown.Explained(index.Estimate)}" : "";

    private static string Of(Disagreement disagreement)
    {
        var (widest, most) = disagreement;
        var (wide, much) = (SwingFigures.NameOf(widest.Path), SwingFigures.NameOf(most.Path));
        if (Math.Min(widest.LowShare, widest.HighShare) is var share && share < Seldom)
        {
            return $"{wide} moves it furthest, but one of its ends is seldom reached " +
                $"({Cases(share)}); {much} explains more of how it varies.";
        }

        return Math.Abs(most.Difference.Value) < MuchNarrower * Math.Abs(widest.Difference.Value)
            ? $"{much} explains most of how it varies, though {wide} moves it further from end to end: what " +
                "counts of " +
              $"{much} lies between its ends."
            : $"{wide} moves it furthest from end to end; {much} explains more of how it varies.";
    }

    private static string Cases(double share) => Invariant($"in {Math.Max(1, Math.Round(share * 100)):0} of 100 cases");

    private static string RestOf(Estimate together) => together.Value <= 0
        ? "No value explains anything by itself: values together, and chance day by day, make it."
        : $"All values one by one: {Shown.Share(together)}; the rest: values together, chance day by day.";
}
