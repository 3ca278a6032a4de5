using System.Text;
using Resupply.Simulation;
using static System.FormattableString;

namespace Resupply.Bench;

/// <summary>Scenarios of any size, written as text and read as anybody's, with what they must come to.</summary>
public static class GrowthScenarios
{
    private const int ReceiptEvery = 28;
    private const int FirstReceipt = 13;
    private const double NeedOfDay = 1.5 * 2.1;
    private const double VarianceOfDay = 1.5 * 6.5; // a compound Poisson's: rate × E[size²]

    /// <summary>As workload 3, for so many days and items, each with its own stock, need and shipment.</summary>
    public static string Stocks(int days, int items)
    {
        var last = new DateOnly(2025, 1, 1).AddDays(days - 1);
        var each = Enumerable.Range(0, items).ToArray();
        var receipts = Receipts(days);
        return Invariant($$"""
            resupply: 1
            title: Many stocks
            calendar: { from: 2025-01-01, to: {{last:yyyy-MM-dd}} }
            sites: { depot: {} }
            items: { {{Each(item => $"i{item}: {{}}")}} }
            stocks: { depot: { {{Each(item => Invariant($"i{item}: {{ on-hand: {OnHand(days)} }}"))}} } }
            demands:
            {{Lines(item => $"use{item}: {{ at: depot, served-by: [i{item}], arrivals: poisson(1.5), "
                + "size: discrete(1=0.4; 2=0.3; 3=0.2; 5=0.1), unmet: waits }")}}
            shipments:
            {{Lines(item => Invariant($"ship{item}: {{ to: depot, contents: {{ i{item}: {88 * receipts} }}, ")
                + Invariant($"arrives: 2025-01-14, tranches: {receipts}, every: 4 w }}"))}}
            questions:
            {{Lines(item => Invariant(
                $"net{item}: {{ on-hand: i{item}, at: depot, when: {last:yyyy-MM-dd}, net: true }}"))}}
            """);

        string Each(Func<int, string> of) => string.Join(", ", each.Select(of));
        string Lines(Func<int, string> of) => string.Join('\n', each.Select(item => "  " + of(item)));
    }

    /// <summary>So many orders for what a line makes, the oldest first; the first gets all in time.</summary>
    public static string Orders(int orders)
    {
        var text = new StringBuilder(WorkloadQueue.Text(orders, units: 1_000 * orders));
        return text.Append("questions: { first: { delivered: buyer-0, by: 2027-09-27 } }\n").ToString();
    }

    /// <summary>Null, or how the mean net stock at the end is not what it must be.</summary>
    public static string? MistakeOfStocks(Record record, int days)
    {
        var known = OnHand(days) + (88.0 * Receipts(days)) - (NeedOfDay * days);
        var mean = record.Measures.Average(measure => measure.Moments.Mean);
        var error = Math.Sqrt(days * VarianceOfDay / record.Replications / record.Measures.Length);
        return Math.Abs(mean - known) > 4 * error ? Invariant($"{mean} net at the end, known is {known}") : null;
    }

    /// <summary>Null, or that the first in the queue did not get all.</summary>
    public static string? MistakeOfOrders(Record record) =>
        record.Measures[0].Moments.Mean < Answers.Probe.ShareUnit ? "the first in the queue does not get all" : null;

    /// <summary>So many that need rarely waits, however long it is: with the calendar its chance grows.</summary>
    private static int OnHand(int days) => 150 + (int)(10 * Math.Sqrt(days));

    private static int Receipts(int days) => ((days - 1 - FirstReceipt) / ReceiptEvery) + 1;
}
