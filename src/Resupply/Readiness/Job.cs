namespace Resupply.Readiness;

/// <summary>Work that a crew is asked for, and where.</summary>
/// <param name="What">As in `the repair of x`.</param>
/// <param name="Path">Of the thing that asks: `items.radar`.</param>
internal sealed record Job(string What, string Site, Work Work, string Path)
{
    /// <summary>All that the plan asks for, in file order.</summary>
    public static IEnumerable<Job> Of(PlanIndex index) =>
        index.Plan.Parts.SelectMany(part => OfPart(part, index.HomesOf(part.Item), index.CarriersOf(part.Item)))
            .Concat(index.Plan.Fleets.SelectMany(OfFleet));

    private static IEnumerable<Job> OfPart(Part part, IEnumerable<string> homes, IEnumerable<string> carriers)
    {
        var path = $"items.{part.Item}";
        var repairs = from place in part.Places
                      from site in homes.Select(home => RepairRoutes.SiteOf(place, home)).Distinct()
                      select new Job($"the repair of `{part.Item}`", site, place.Work, path);
        var fittings = from site in carriers
                       where part.Replace is not null
                       select new Job($"the replacement of `{part.Item}`", site, part.Replace!, path);
        return repairs.Concat(fittings);
    }

    private static IEnumerable<Job> OfFleet(Fleet fleet)
    {
        var path = $"fleets.{fleet.Name}";
        var inspections = fleet.Inspections.Select(inspection => new Job(
            $"inspection `{inspection.Name}` of `{fleet.Name}`",
            inspection.Site ?? fleet.Site,
            inspection.Work,
            path));
        return fleet.Upkeep is { } upkeep
            ? inspections.Append(new Job($"the upkeep of `{fleet.Name}`", fleet.Site, upkeep.Work, path))
            : inspections;
    }
}
