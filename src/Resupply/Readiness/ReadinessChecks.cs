using Resupply.Language;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>
/// What the form of a readiness plan cannot tell: things that contradict, that nothing can come of, or that a planner
/// would want to know before a run.
/// </summary>
public static class ReadinessChecks
{
    /// <param name="supply">With the stocks that readiness added.</param>
    /// <param name="whole">What is whole of the form; a thing is looked at where it is, and all that it rests
    /// on.</param>
    public static void Check(
        SupplyPlan supply, ReadinessPlan plan, WholeParts whole, Day from, Day to, Diagnostics diagnostics)
    {
        var index = new PlanIndex(supply, plan, whole, (from, to), diagnostics);
        foreach (var part in plan.Parts.Where(part => whole.Has($"items.{part.Item}")))
        {
            PartChecks.Check(part, index);
            RepairChecks.Check(part, index);
        }

        foreach (var fleet in plan.Fleets.Where(fleet => whole.Has($"fleets.{fleet.Name}")))
        {
            FleetChecks.Check(fleet, index);
            UpkeepChecks.Check(fleet, index);
        }

        if (whole.Has("sites")) CrewChecks.Check(index, Job.Of(index));
        if (whole.Has("items") && whole.Has("fleets") && whole.Has("stocks")) SpareChecks.Check(index);
        SizeChecks.Check(index);
    }
}
