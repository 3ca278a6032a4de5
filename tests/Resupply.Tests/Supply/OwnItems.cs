namespace Resupply.Tests.Supply;

/// <summary>
/// A scenario in which more or earlier supply cannot hurt: each demand takes one of an item of its own, and nothing is
/// ordered, shared or paid for. It can be written with more of it, or with some of it earlier.
/// </summary>
internal sealed record OwnItems(OwnItems.Line[] Lines)
{
    public const int Days = 25;

    /// <summary>One demand, its item's stock and what is promised of it.</summary>
    public sealed record Line(string Item, int OnHand, string Need, Promise[] Promises);

    /// <param name="Manner">How it comes: in tranches, over a lane, perhaps not at all.</param>
    public sealed record Promise(int Low, int High, int From, int To, string Manner);

    public static OwnItems Any(Draws draws) => new(
    [
        .. ((string[])["a", "b"]).Select(item => new Line(
            item,
            draws.Whole(0, 30),
            draws.OneOf(
                "per-day: poisson(2)",
                "per-day: 2",
                "per-day: negative-binomial(2; 0.7), share: 60%..90%, unmet: waits",
                "arrivals: poisson(0.4), size: empirical(2; 5; 9), weekly: { sun: 2 }",
                $"per-day: poisson(1.5), level: {{ day 5: 1, day 20: 2 }}, keeps: {{ {item}: 3 }}"),
            draws.Several(1, 3, AnyPromise))),
    ]);

    /// <summary>More on hand, more in a shipment, or a shipment sooner: one change or several.</summary>
    public OwnItems Bettered(Draws draws) => new(
    [
        .. Lines.Select(line => line with
        {
            OnHand = line.OnHand + (draws.Chance(0.3) ? draws.Whole(1, 8) : 0),
            Promises = [.. line.Promises.Select(promise => Bettered(promise, draws))],
        }),
    ]);

    public string Text => string.Join('\n', (string[])
    [
        $"calendar: {{ from: day 1, to: day {Days} }}",
        "lanes: { road: { from: depot, to: base, takes: 1 d..2 d..5 d } }",
        "releases: { nod: { granted: 80% chance of day 2..day 15 } }",
        $"stocks: {{ base: {{ {string.Join(", ", Lines.Select(line => $"{line.Item}: {line.OnHand}"))} }} }}",
        "demands:",
        .. Lines.Select(line => $"  use-{line.Item}: {{ at: base, served-by: [{line.Item}], {line.Need} }}"),
        "shipments:",
        .. Lines.SelectMany(line => line.Promises.Select((promise, index) =>
            $"  {line.Item}-{index}: {{ to: base, item: {line.Item}, quantity: {promise.Low}..{promise.High}, " +
            $"{promise.Manner} day {promise.From}..day {promise.To} }}")),
        "questions:",
        .. Lines.Select(line => $"  lasts-{line.Item}: {{ covered: use-{line.Item}, until: day {Days} }}"),
    ]);

    public override string ToString() => Text;

    private static Promise AnyPromise(Draws draws)
    {
        var (low, day) = (draws.Whole(0, 20), draws.Whole(3, 15));
        return new Promise(low, low + draws.Whole(0, 20), day, day + draws.Whole(0, 9), draws.OneOf(
            "arrives:",
            "confirmed: 80%, arrives:",
            "lost-on-the-way: 20%, arrives:",
            "tranches: 3, every: 2 d, arrives:",
            "tranches: 2, every: 1 w, needs: nod, via: road, departs:",
            "via: road, departs:"));
    }

    private static Promise Bettered(Promise promise, Draws draws)
    {
        var (more, sooner) = (draws.Chance(0.3) ? draws.Whole(1, 9) : 0, draws.Chance(0.4) ? draws.Whole(1, 4) : 0);
        return promise with
        {
            Low =
                promise.Low + more,
            High = promise.High + more,
            From = promise.From - sooner,
            To = promise.To - sooner,
        };
    }
}
