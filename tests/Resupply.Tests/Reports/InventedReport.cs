using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Tests.Evidence;
using Resupply.Tests.Production;
using Resupply.Tests.Readiness;
using Resupply.Values;

namespace Resupply.Tests.Reports;

/// <summary>A run that was never run: what the reports' tests write. Every number is invented.</summary>
internal static class InventedReport
{
    private static readonly Lazy<RunReport> Once = new(Make);

    public static RunReport Winter => Once.Value;

    /// <summary>The same, with names that try to become part of the page, the table or the script.</summary>
    public static RunReport Hostile => Winter with
    {
        Card = Winter.Card with { Title = "</title><script>alert('title')</script>", Option = "=1+1" },
        Answers =
        [
            .. Winter.Answers,
            new Answer.Probability(
                "sly", "\"quoted\" <img src=x onerror=alert(1)> & more",
                [new Statement("sly", "<b>A source</b>", "</script><script>alert('quote')</script>")],
                new Estimate(0.5, 0.49, 0.51, 0.005), null),
        ],
        Fleets = [TwoFleets.Report.Fleets[0] with { Fleet = "</script><b>fleet</b>" }],
        Crews = [TwoFleets.Report.Crews[0] with { Crew = "<img src=x onerror=alert(2)>" }],
        Queues = [SlyQueue(Transformers.Report.Queues[0])],
        Stocks = [new StockChart("</script><script>alert(1)</script>", "@SUM(A1), \"x\"", Winter.Stocks[0].OnHand)],
    };

    private static QueueChart SlyQueue(QueueChart queue) => queue with
    {
        Line = "</script><script>alert('line')</script>",
        Orders = [queue.Orders[0] with { Order = "<img src=x onerror=alert(3)>", Needs = "</script><b>permit" }],
    };

    private static RunReport Make()
    {
        var winter = new InventedWinter();
        return new RunReport(
            Card(), Answers(), Swings(), Assumptions(), Camp.Seen(),
            [
                new Event("december tranche 4", "could not be paid: the authority was spent", 0.118),
                new Event("donors tranche 2", "could not be paid: the authority had lapsed", 0.0406),
            ],
            [Stock("patriot", 0, winter), Stock("nasams", 1, winter), Stock("iris-t", 2, winter)],
            [
                Demand("ballistic", 0, winter), Demand("cruise", 1, winter), Demand("drones-at-night", 2, winter),
            ],
            [
                Pool(["ballistic", "cruise"], ["nasams", "patriot"], 1, winter),
                Pool(["drones-at-night"], ["iris-t"], 2, winter),
            ],
            [
                Shipment("november", "theatre", 12, 7, 20, 1, 125.4),
                Shipment("december", "theatre", 34, 14, 40, 0.966, 41.2),
                Shipment("donors", "theatre", null, 25, 110, 0.43, 6.5),
            ],
            [new AuthorityChart("drawdown", 7.1e9, Day.Of(2025, 1, 20), winter.Money)],
            [],
            [],
            [],
            [
                new ExactCheck("lasts-the-year", "probability", 0.8312, 0.8309, 0.25, "Panjer 1981"),
                new ExactCheck("runs-short", "never", 0.2104, 0.2121, -1.32, "Panjer 1981"),
            ],
            [
                new Diagnostic(Severity.Warning, "scenario.yaml", new Span(41, 5, 8), "nothing is expected to use it",
                    "name a demand that draws on it", "    iris-t: { on-hand: 90 }"),
                new Diagnostic(Severity.Note, "scenario.yaml", default,
                    "no exact result for cruise: two items serve it", null, ""),
            ]);
    }

    private static RunCard Card() => new(
        "0.1.0", "Air-defence resupply, winter 2024", "scenario.yaml",
        "9f2c1b7e0d4a5c38e6b1f7a2d9c04e5518a3b6c7d8e9f0a1b2c3d4e5f6071829", "as-written", "base", 1, 100_000,
        InventedWinter.From, InventedWinter.To, InventedWinter.From, "USD",
        [
            new Deadline("year-end", Day.Of(2024, 12, 31)), new Deadline("inauguration", Day.Of(2025, 1, 20)),
            new Deadline("spring", Day.Of(2025, 3, 20)),
        ]);

    private static ImmutableArray<Answer> Answers() =>
    [
        new Answer.Probability(
            "lasts-the-year", "no need of ballistic goes unmet until 2024-12-31",
            [
                new Statement("until-december", "An official", "lasts until 31 December"),
                new Statement("doubt", "Senior official, in a national daily", "could run out “within weeks”."),
            ],
            new Estimate(0.8312, 0.8289, 0.8335, 0.00118), 0.8309),
        new Answer.Share(
            "share-met", "of the need of ballistic met until 2024-12-31", [],
            new Estimate(0.9721, 0.9716, 0.9726, 0.00026), null),
        new Answer.Date(
            "runs-short", "first unmet need of ballistic", [],
            new DateSpread(Day.Of(2025, 1, 3), Day.Of(2025, 2, 11), null, 0.2104),
            new DateSpread(Day.Of(2025, 1, 3), Day.Of(2025, 2, 11), null, 0.2121)),
        new Answer.Quantity(
            "stock-left", "patriot on hand at theatre at the end of 2024-12-31", [],
            new Estimate(61.234, 61.0, 61.468, 0.119), null, 20, 60, 104, "units"),
        new Answer.Quantity(
            "money-left", "left in drawdown at the end of 2025-01-20", [],
            new Estimate(3.8231e9, 3.8209e9, 3.8253e9, 1.1e6), null, 3.5e9, 3.83e9, 4.1e9, "USD"),
        new Answer.Quantity(
            "days-left", "days of supply of iris-t at theatre on 2025-04-30", [],
            null, null, null, null, null, "days"),
        new Answer.NotApplicable("line-share", "requester is not part of this option", []),
    ];

    private static ImmutableArray<Swing> Swings() =>
    [
        new("lasts-the-year", "unknowns.interceptors", 0.621, 0.2, "up to 560", 0.974, 0.2, "740 or more",
            new Estimate(0.353, 0.346, 0.36, 0.0035), IsClear: true) { Index = Explains(0.312) },
        new("lasts-the-year", "demands.ballistic.arrivals", 0.941, 0.2, "up to 0.9 per day", 0.702, 0.2,
            "2.1 per day or more", new Estimate(-0.239, -0.246, -0.232, 0.0036), IsClear: true)
            { Index = Explains(0.148) },
        new("lasts-the-year", "shipments.november.arrives", 0.884, 0.2, "up to 2024-11-24", 0.771, 0.2,
            "2024-12-08 or later", new Estimate(-0.113, -0.12, -0.106, 0.0037), IsClear: true)
            { Index = Explains(0.03) },
        new("lasts-the-year", "demands.ballistic.uses", 0.862, 0.33, "2", 0.801, 0.33, "3",
            new Estimate(-0.061, -0.068, -0.054, 0.0036), IsClear: true) { Index = Explains(0.005) },
        new("lasts-the-year", "shipments.donors.arrives", 0.8322, 0.2, "up to 2024-12-20", 0.8301, 0.57, "never",
            new Estimate(-0.0021, -0.0081, 0.0039, 0.0031), IsClear: false) { Index = Explains(-0.0004) },
        new("runs-short", "demands.ballistic.arrivals", 0.42, 0.2, "up to 0.9 per day", 0.06, 0.2,
            "2.1 per day or more", new Estimate(-0.36, -0.367, -0.353, 0.0036), IsClear: true)
            { Index = Explains(0.11) },
        new("runs-short", "unknowns.interceptors", 0.11, 0.2, "up to 560", 0.33, 0.2, "740 or more",
            new Estimate(0.22, 0.213, 0.227, 0.0035), IsClear: true) { Index = Explains(0.25) },
        new("money-left", "authorities.drawdown.packages.implied.amount", 3.846e9, 0.2, "up to 0.51 bn", 3.8e9, 0.2,
            "0.54 bn or more", new Estimate(-4.6e7, -4.9e7, -4.3e7, 1.5e6), IsClear: true),
        new("stock-left", "shipments.donors.arrives", 61.3, 0.2, "up to 2024-12-20", 61.1, 0.57, "never",
            new Estimate(-0.2, -0.9, 0.5, 0.36), IsClear: false),
    ];

    /// <summary>An index with a standard error of about 0.004.</summary>
    internal static VarianceShare Explains(double index, bool isApart = true) => new(
        new Estimate(index, index - 0.0085, index + 0.0085, 0.004),
        [.. Enumerable.Range(0, 16).Select(part => index + (part % 2 == 0 ? 0.001 : -0.001))],
        index > 0 ? 1e-9 : 0.6,
        isApart)
    {
        IsClear = index > 0.01,
    };

    private static ImmutableArray<Assumption> Assumptions() =>
    [
        new("unknowns.patriot-share", "0.4", "assumption", "no public split; even odds either way"),
        new("demands.ballistic.uses", "2..3", "assumption", "doctrine of two, three against a salvo: a guess"),
        new("stocks.theatre.patriot.on-hand", "100..140", "assumption", "no public count; order of magnitude only"),
        new("unknowns.interceptors", "500..800", "evidence", "more-than-500, coming-weeks"),
        new("demands.ballistic.arrivals", "negative-binomial(1.5; 2)", "evidence", "attack-series"),
        new("authorities.drawdown.amount", "7.1 bn", "evidence", "balance-ledger"),
        new("shipments.donors.arrives", "43% chance of 2024-11-20..2025-04-01", "unsupported", ""),
        new("stocks.theatre.iris-t.on-hand", "90", "unsupported", ""),
        new("shipments.november.tranches", "4", "decision", ""),
    ];

    private static StockChart Stock(string item, int index, InventedWinter winter) =>
        new("theatre", item, winter.OnHand(index));

    private static DemandChart Demand(string name, int index, InventedWinter winter) =>
        new(name, InventedWinter.From, winter.NoShortageSoFar(index));

    private static PoolChart Pool(
        ImmutableArray<string> demands, ImmutableArray<string> items, int index, InventedWinter winter) =>
        new(demands, "theatre", items, winter.Need(index), winter.Supply(index));

    private static ShipmentChart Shipment(
        string name, string to, int? leaves, int early, int late, double arrived, double units) => new(name, to,
    [
        .. Enumerable.Range(0, 4).Select(tranche =>
        {
            var start = InventedWinter.From + (9 * tranche);
            DateSpread? departs = leaves is { } day ? new(start + (day - 3), start + day, start + day + 8, 0) : null;
            var first = start + (leaves ?? 0) + early;
            Day? last = arrived < 0.9 ? null : first + (late / 2);
            Day? median = arrived < 0.5 ? null : first + (late / 5);
            var arrives = new DateSpread(first, median, last, 1 - arrived);
            return new TrancheChart(tranche + 1, departs, arrives, arrived, units);
        }),
    ]);
}
