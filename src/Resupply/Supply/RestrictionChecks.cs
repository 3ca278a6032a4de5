using Resupply.Language;
using Resupply.Values;

namespace Resupply.Supply;

/// <summary>Whether a restriction bars anything: most that do not are misspelt.</summary>
internal static class RestrictionChecks
{
    public static void Check(SupplyPlan plan, WholeParts whole, Day from, Diagnostics diagnostics)
    {
        if (!whole.Has("demands")) return;
        var purposes = plan.Demands.Select(demand => demand.Purpose).OfType<string>().Distinct().ToList();
        foreach (var rule in plan.Restrictions.Where(rule => whole.Has($"restrictions.{rule.Name}")))
            Check(rule, plan, purposes, from, diagnostics);
        if (whole.Has("restrictions")) CheckPurposes(plan, purposes, diagnostics);
    }

    private static void Check(
        Restriction rule, SupplyPlan plan, List<string> purposes, Day from, Diagnostics diagnostics)
    {
        if (rule.Items.IsEmpty || rule.NotFor.IsEmpty)
        {
            var (none, key) = rule.Items.IsEmpty ? ("item", "items") : ("purpose", "not-for");
            diagnostics.Warn(
                rule.At,
                $"restriction `{rule.Name}` bars nothing: it names no {none}",
                $"name at least one in `{key}`");
            return;
        }

        if (!rule.Until.Support.Decision && rule.Until.Expression.Bounds() is { High: var last } && last < from.Number)
        {
            diagnostics.Warn(
                rule.Until.At,
                $"restriction `{rule.Name}` ends before the calendar, which begins on {from}: it bars nothing");
            return;
        }

        foreach (var purpose in rule.NotFor.Where(purpose => !purposes.Contains(purpose)))
            diagnostics.Warn(
                rule.At,
                $"restriction `{rule.Name}` bars nothing for `{purpose}`: no demand has that `purpose`",
                Nearest.HintFor(purpose, purposes, $"write `purpose: {purpose}` at the demand that is meant"));
        if (!rule.NotFor.Any(purposes.Contains) || plan.Demands.Any(demand => Bars(rule, demand))) return;
        diagnostics.Warn(
            rule.At,
            $"restriction `{rule.Name}` bars nothing: {Nearest.Listed(rule.Items)} would not serve a demand with the " +
            $"purpose {Nearest.Listed([.. rule.NotFor.Where(purposes.Contains)])} anyway");
    }

    private static bool Bars(Restriction rule, Demand demand) =>
        demand.Purpose is { } purpose && rule.NotFor.Contains(purpose)
        && demand.ServedBy.Any(service => rule.Items.Contains(service.Item));

    /// <summary>A purpose that no restriction names, but one that is spelt almost so.</summary>
    private static void CheckPurposes(SupplyPlan plan, List<string> purposes, Diagnostics diagnostics)
    {
        var ruled = plan.Restrictions.SelectMany(rule => rule.NotFor).Distinct().ToList();
        foreach (var demand in plan.Demands)
        {
            if (demand.Purpose is not { } purpose || ruled.Contains(purpose)) continue;
            if (Nearest.To(purpose, ruled.Where(purposes.Contains)) is not { } near) continue;
            diagnostics.Warn(
                demand.At,
                $"no restriction bars anything for the purpose `{purpose}` of demand `{demand.Name}`",
                $"did you mean `{near}`?");
        }
    }
}
