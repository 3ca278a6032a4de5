using Resupply.Language;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Readiness;

/// <summary>Whether an item's life can be lived, and whether anybody lives it.</summary>
internal static class PartChecks
{
    /// <summary>Lives and intervals are whole seconds.</summary>
    public const double ShortestDays = 0.5 / 86_400;

    public static void Check(Part part, PlanIndex index)
    {
        var diagnostics = index.Diagnostics;
        if (part.Fails is { } life) CheckLife(part, life, diagnostics);
        else CheckWithoutLife(part, diagnostics);
        CheckWork($"the replacement of `{part.Item}`", part.Replace, diagnostics);
        if (index.Whole.Has("fleets")) CheckUse(part, index);
    }

    /// <summary>A crew that is asked for nothing was hardly meant.</summary>
    public static void CheckWork(string what, Work? work, Diagnostics diagnostics)
    {
        if (work is { Takes: null, Crews.IsEmpty: false })
            diagnostics.Warn(
                work.At, $"{what} asks for a crew and takes no time", "add `takes`, the working time of one");
        if (work is { Takes.Fixed: 0, Crews.IsEmpty: false })
            diagnostics.Warn(work.Takes!.At, $"{what} asks for a crew and takes no time");
    }

    private static void CheckLife(Part part, Value life, Diagnostics diagnostics)
    {
        if (life.Fixed is { } fix && fix < ShortestDays)
            diagnostics.Error(
                life.At, $"a life of `{life.Text}` is none: `{part.Item}` would fail as soon as it is fitted");
        else if (life.Expression is Expression.Chance { Otherwise: 0, Probability: Expression.Constant { Value: < 1 } })
            diagnostics.Warn(
                life.At,
                "what a chance does not give is 0: otherwise this life is none",
                "for two kinds of life write discrete(100 h=30%; 300 h=70%), or take a distribution");
        else if (life.Expression.Bounds() is { Low: < 0 })
            diagnostics.Error(
                life.At, $"a life cannot be below 0: `{life.Text}` may be", "take a distribution of lifetimes");
        if (part.Age is not { } age || age.Expression.Bounds() is not { } ages) return;
        if (life.Expression.Bounds() is not { } lives || lives.Low < 0) return;
        if (ages.High <= lives.High && ages.Low < lives.High) return;
        diagnostics.Error(
            age.At,
            Invariant($"a `{part.Item}` that still works cannot be {ages.High * 24:0.##} h old: ") +
            Invariant($"none lives longer than {lives.High * 24:0.##} h"),
            "`age` is that of the units that are fitted and work");
    }

    private static void CheckWithoutLife(Part part, Diagnostics diagnostics)
    {
        var needy = part.Age is not null ? "age" : part.AgesAlways ? "ages" : null;
        if (needy is null) return;
        diagnostics.Error(
            part.Age?.At ?? part.At,
            $"`{needy}` needs `fails`: `{part.Item}` has no life",
            "add `fails: exponential(300 h)`, its life in operating hours");
    }

    private static void CheckUse(Part part, PlanIndex index)
    {
        if (index.CarriersOf(part.Item).Any()) return;
        if (part.Fails is { } life)
            index.Diagnostics.Warn(
                life.At,
                $"no fleet carries `{part.Item}`: nothing of it ever fails",
                $"add it to the parts of a fleet: `parts: {{ {part.Item}: 1 }}`");
        else if (part.Replace is { } replace)
            index.Diagnostics.Warn(
                replace.At,
                $"no fleet carries `{part.Item}`: none is ever fitted",
                $"add it to the parts of a fleet: `parts: {{ {part.Item}: 1 }}`");
        else if (!part.Places.IsEmpty && index.Whole.Has("stocks") && !index.HomesOf(part.Item).Any())
            index.Diagnostics.Warn(
                part.Places[0].At,
                $"no `{part.Item}` ever comes to repair: no fleet carries it, and there are no `removals`",
                "add it to the parts of a fleet, or a stream of `removals`");
    }
}
