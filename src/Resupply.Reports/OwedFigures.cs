using System.Text.Json;
using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>What each buyer was owed so far against what had come, and what was held at the line.</summary>
internal static class OwedFigures
{
    private static readonly (string, string)[] Legend =
    [
        ("line", "delivered, median"), ("most", "8 of 10"),
    ];

    private static readonly (string, string) Owed = ("line need", "owed (due so far)");
    private static readonly (string, string) Ordered = ("edge", "ordered");
    private static readonly (string, string) Held = ("held", "held at the line for its release, mean");

    public static IEnumerable<Figure> Of(RunReport report) => report.Queues
        .SelectMany(queue => queue.Orders, (queue, order) => (queue.Line, Order: order))
        .Where(each => !each.Order.DeliveredByDay.IsEmpty)
        .Select((each, index) => FigureOf(each.Line, each.Order, index, report.Card));

    private static Figure FigureOf(string line, OrderChart order, int index, RunCard card)
    {
        int[] kept = [.. Series.Kept(order.ByDay.Length, i => order.ByDay[i].Day, card.Deadlines)];
        return new Figure(
            Figure.IdOf("owed", index),
            $"{order.Order}: owed against delivered",
            $"Units of {line} for {order.Order} ({QueueWords.Standing(order)}) at the end of each day. " +
            $"{Finding(order, card)}",
            [
                .. Legend,
                .. order.Due.IsEmpty ? Array.Empty<(string, string)>() : [Owed],
                Ordered,
                .. order.HeldUnitDays > 0 ? [Held] : Array.Empty<(string, string)>(),
            ],
            json => Write(json, order, kept),
            TableOf(order, kept));
    }

    /// <summary>At the last due date of the calendar, or at its end.</summary>
    private static string Finding(OrderChart order, RunCard card)
    {
        var last = order.Due.LastOrDefault(due => due.Met is not null);
        var at = order.DeliveredByDay.FirstOrDefault(band => band.Day >= (last?.By ?? card.To));
        var band = at.Day == default ? order.DeliveredByDay[^1] : at;
        var owed = order.Due.IsEmpty ? "" : $"{QueueWords.Few(order.DueOn(band.Day))} are owed and ";
        var spread = band.P10 == band.P90
            ? ""
            : $" (8 cases of 10: {QueueWords.Few(band.P10)} to {QueueWords.Few(band.P90)})";
        var trouble = QueueWords.Trouble(order) is { Length: > 0 } text ? $" O{text[1..]}." : "";
        var day = FanFigures.DayOf(band.Day, card);
        return $"On {day} {owed}{QueueWords.Few(band.P50)} delivered in the median{spread}.{trouble}";
    }

    private static void Write(Utf8JsonWriter json, OrderChart order, int[] kept)
    {
        json.WriteString("type", "owed");
        json.WriteNumber("ordered", order.Quantity);
        json.WriteStartObject("delivered");
        Series.Write(json, [.. kept.Select(i => order.DeliveredByDay[i])]);
        json.WriteEndObject();
        if (!order.Due.IsEmpty) Series.WriteArray(json, "owed", kept.Select(i => order.DueOn(order.ByDay[i].Day)));
        if (order.HeldUnitDays > 0) Series.WriteArray(json, "held", kept.Select(i => order.ByDay[i].Held));
    }

    private static Markup TableOf(OrderChart order, int[] kept) => Figure.TableOf(
        $"{order.Order}: owed, delivered and held",
        ["Day, at 24:00", "owed", "delivered, mean", "10%", "median", "90%", "held at the line, mean"],
        kept.Select(i => (Band: order.DeliveredByDay[i], order.ByDay[i].Held)).Select(day => new[]
        {
            day.Band.Day.ToString(), Short(order.DueOn(day.Band.Day)), Short(day.Band.Mean), Short(day.Band.P10),
            Short(day.Band.P50), Short(day.Band.P90), Short(day.Held),
        }));

    private static string Short(double value) => Shown.Amount(value, "");
}
