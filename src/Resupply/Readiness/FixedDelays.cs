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

    private static IEnumerable<DrawnEachTime> Works(ReadinessModel model) =>
        model.Origins.SelectMany(origin => origin.Routes).SelectMany(route => Given(route.Work.Takes))
            .Concat(model.Fleets.SelectMany(fleet => fleet.Places).SelectMany(place => Given(place.Fitting?.Takes)));

    private static IEnumerable<DrawnEachTime> Given(params DrawnEachTime?[] values) => values.OfType<DrawnEachTime>();
}
