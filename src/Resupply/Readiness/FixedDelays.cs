namespace Resupply.Readiness;

/// <summary>Journeys and work that always take the same time: what comes after them need not be sorted.</summary>
internal static class FixedDelays
{
    /// <summary>In ticks, those of the most kinds of things first.</summary>
    public static long[] Of(ReadinessModel model) =>
    [
        .. Journeys(model).Concat(Works(model))
            .Select(DrawnTicks.FixedDays).OfType<double>()
            .Select(days => DrawnTicks.Ticks(days))
            .Where(ticks => ticks is > 0 and < DrawnTicks.Never)
            .CountBy(ticks => ticks)
            .OrderByDescending(each => each.Value).ThenBy(each => each.Key)
            .Select(each => each.Key),
    ];

    private static IEnumerable<DrawnEachTime> Journeys(ReadinessModel model) =>
        model.Origins.SelectMany(origin => origin.Routes).SelectMany(route => Given(route.There, route.Back))
            .Concat(model.Orders.SelectMany(order => Given(order.Journey)));

    /// <summary>Of work for which a team must be free, nobody knows when it begins.</summary>
    private static IEnumerable<DrawnEachTime> Works(ReadinessModel model) =>
        model.Origins.SelectMany(origin => origin.Routes).Select(route => route.Work)
            .Concat(model.Fleets.SelectMany(fleet => fleet.Places).Select(place => place.Fitting).OfType<WorkModel>())
            .Where(work => work.Choice < 0)
            .SelectMany(work => Given(work.Takes));

    private static IEnumerable<DrawnEachTime> Given(params DrawnEachTime?[] values) => values.OfType<DrawnEachTime>();
}
