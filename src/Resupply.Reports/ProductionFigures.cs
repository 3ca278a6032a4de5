using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Answers;
using Resupply.Values;

namespace Resupply.Reports;

/// <summary>The queue of each line as a board: a row for each order.</summary>
internal static class ProductionFigures
{
    /// <summary>A longer queue is read in the tables.</summary>
    private const int OrdersMax = 60;

    /// <summary>A bar has so many shades.</summary>
    private const int Shades = 8;

    private static readonly (string, string)[] Always =
    [
        ("slot", "its items are made (medians)"),
        ("bar", "they come: the darker, the more of the order is there"),
        ("arrival", "all of it is there: median, 8 cases of 10; an arrow goes beyond the calendar"),
    ];

    private static readonly (string, string) Requested = ("bar asked", "the same of a request without agreement");
    private static readonly (string, string) Firm = ("bar firm", "the same of a firm agreement");
    private static readonly (string, string) Held = ("held", "made, and held for its release");

    private static readonly (string, string)[] Due =
    [
        ("due met", "due: units in all, and how often they are there in time"),
        ("due", "the same, where they are late more often than not"),
    ];

    public static IEnumerable<Figure> Of(RunReport report) => report.Queues.Select((queue, index) =>
    {
        OrderChart[] shown = [.. queue.Orders.Take(OrdersMax)];
        return new Figure(
            Figure.IdOf("queue", index),
            $"{queue.Line}: who is served when",
            $"A row for each order of {queue.Line}, which {QueueWords.Line(queue)}. {Finding(queue, report.Card)}",
            [
                .. Always,
                .. shown.Any(order => !order.IsAgreed) ? [Requested] : Array.Empty<(string, string)>(),
                .. shown.Any(order => order.Firm) ? [Firm] : Array.Empty<(string, string)>(),
                .. shown.Any(order => order.HeldUnitDays > 0) ? [Held] : Array.Empty<(string, string)>(),
                .. shown.Any(order => !order.Due.IsEmpty) ? Due : [],
            ],
            json => Write(json, shown, report.Card),
            TableOf(queue, report.Card));
    });

    /// <summary>How many are served, who is last, and which due date is the most doubtful.</summary>
    private static string Finding(QueueChart queue, RunCard card)
    {
        var (orders, total) = (queue.Orders, queue.Orders.Length);
        var done = orders.Count(order => order.Dates.Completed.P50 is not null);
        var are = (total, done) switch
        {
            (1, _) => done == 1 ? "The one order is" : "The one order is not",
            _ when done == total => $"All {total} orders are",
            _ => $"Of {total} orders {(done == 0 ? "none" : done)} {(done < 2 ? "is" : "are")}",
        };
        var complete = $"{are} complete by {card.To} in half of the cases.";
        var waiting = orders.Where(order => order.HeldUnitDays > 0).Select(order => order.Order).Take(3).ToArray();
        var held = waiting.Length == 0 ? "" : $" Units wait for a release at the line: {string.Join(", ", waiting)}.";
        var beyond = total > OrdersMax ? $" The first {OrdersMax} are drawn, all are in the table." : "";
        return $"{complete} {Doubtful(orders, card)}{held}{beyond}".TrimEnd();
    }

    private static string Doubtful(ImmutableArray<OrderChart> orders, RunCard card)
    {
        var dates = orders.SelectMany(order => order.Due, (order, due) => (Order: order.Order, Due: due))
            .Where(each => each.Due.Met is not null).ToArray();
        if (dates.Length == 0) return "";
        var worst = dates.MinBy(each => each.Due.Met);
        return $"Of {dates.Length} due {(dates.Length == 1 ? "date" : "dates")} " +
            $"{dates.Count(each => each.Due.Met >= 0.5)} can be expected to be met; the most doubtful is " +
            $"{worst.Order}’s, {QueueWords.Due(worst.Due, card)}.";
    }

    private static void Write(Utf8JsonWriter json, OrderChart[] orders, RunCard card)
    {
        json.WriteString("type", "board");
        json.WriteStartArray("orders");
        foreach (var order in orders)
        {
            json.WriteStartObject();
            json.WriteString("name", order.Order);
            json.WriteString("standing", QueueWords.Standing(order));
            json.WriteBoolean("agreed", order.IsAgreed);
            json.WriteBoolean("firm", order.Firm);
            json.WriteString("chance", order.Dates.Completed.Never <= 0
                ? ""
                : $"all: {QueueWords.Percent(1 - order.Dates.Completed.Never)}");
            WriteSlot(json, "made", order.Dates.FirstFinished.P50, order.Dates.LastFinished.P50);
            if (order.HeldUnitDays > 0)
                WriteSlot(json, "held", order.Dates.FirstFinished.P50, order.Dates.FirstLeft.P50);
            Series.WriteSpread(json, "first", order.Dates.FirstDelivered);
            Series.WriteSpread(json, "completed", order.Dates.Completed);
            WriteShares(json, order);
            WriteDue(json, order);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>From day to day; no end where it is not in the calendar, nothing where there is no beginning.</summary>
    private static void WriteSlot(Utf8JsonWriter json, string name, Day? from, Day? to)
    {
        if (from is not { } first) return;
        json.WriteStartObject(name);
        json.WriteNumber("from", Series.Number(first));
        if (to is { } last) json.WriteNumber("to", Series.Number(last));
        json.WriteEndObject();
    }

    /// <summary>The days on which the share that is there comes to the next shade.</summary>
    private static void WriteShares(Utf8JsonWriter json, OrderChart order)
    {
        json.WriteStartArray("shares");
        var before = 0;
        foreach (var day in order.ByDay)
        {
            var share = order.Quantity > 0 ? Math.Min(1, day.Delivered / order.Quantity) : 1;
            var shade = (int)Math.Floor(share * Shades);
            if (shade == before) continue;
            json.WriteStartArray();
            json.WriteNumberValue(Series.Number(day.Day));
            json.WriteNumberValue((double)shade / Shades);
            json.WriteEndArray();
            before = shade;
        }

        json.WriteEndArray();
    }

    private static void WriteDue(Utf8JsonWriter json, OrderChart order)
    {
        json.WriteStartArray("due");
        foreach (var due in order.Due)
        {
            if (due.Met is not { } met) continue;
            json.WriteStartObject();
            json.WriteNumber("day", Series.Number(due.By));
            json.WriteString("text", $"{QueueWords.Few(due.Units)}: {QueueWords.Percent(met)}");
            json.WriteBoolean("met", met >= 0.5);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Markup TableOf(QueueChart queue, RunCard card) => Markup.Of(tables =>
    {
        var orders = Figure.TableOf(
            $"{queue.Line}: orders; of those drawn by chance medians",
            [
                "Order", "what", "for", "made from", "to", "comes from", "all there, 1 of 10", "median", "9 of 10",
                "not all there by the end", "delivered by the end, mean", "unit-days late, mean",
                "unit-days held, mean", "held at the end, mean",
            ],
            queue.Orders.Select(order => new[]
            {
                order.Order, QueueWords.Standing(order), order.To, Text(order.Dates.FirstFinished.P50),
                Text(order.Dates.LastFinished.P50), Text(order.Dates.FirstDelivered.P50),
                Text(order.Dates.Completed.P10), Text(order.Dates.Completed.P50), Text(order.Dates.Completed.P90),
                Shown.Probability(order.Dates.Completed.Never, card.Replications), Short(order.Delivered),
                Short(order.LateUnitDays), Short(order.HeldUnitDays), Short(order.HeldAtEnd),
            }));
        tables.Add($"{orders}");
        if (queue.Orders.All(order => order.Due.IsEmpty)) return;
        var dates = Figure.TableOf(
            $"{queue.Line}: due dates",
            ["Order", "by", "units in all", "there in time"],
            queue.Orders.SelectMany(order => order.Due, (order, due) => new[]
            {
                order.Order, due.By.ToString(), Short(due.Units), QueueWords.Chance(due, card),
            }));
        tables.Add($"{dates}");
    });

    private static string Text(Day? day) => day?.ToString() ?? "not in the calendar";

    private static string Short(double value) => Shown.Amount(value, "");
}
