using System.Globalization;
using System.Text.Json;
using Resupply.Answers;
using Resupply.Values;

namespace Resupply.Reports;

/// <summary>When the tranches leave and come.</summary>
internal static class ShipmentFigures
{
    private static readonly string[] Header =
    [
        "Tranche", "leaves, median", "comes, 1 of 10", "comes, median", "comes, 9 of 10", "comes at all",
        "units, mean",
    ];

    public static IEnumerable<Figure> Of(RunReport report)
    {
        if (report.Shipments.IsEmpty) yield break;
        yield return new Figure(
            "shipments",
            "When each tranche leaves and comes",
            "A row for each tranche, and how likely it is to come at all. " +
            string.Join(" ", report.Shipments.Select(shipment => SentenceOf(shipment, report.Card))),
            [
                ("bar", "on the way (medians)"),
                ("arrival", "comes: median, 8 cases of 10; an arrow goes beyond the calendar"),
            ],
            json => Write(json, report),
            TableOf(report));
    }

    private static string SentenceOf(ShipmentChart shipment, RunCard card)
    {
        if (shipment.Tranches.IsEmpty) return $"{shipment.Shipment} has no tranche.";
        var last = shipment.Tranches[^1];
        var chance = Shown.Probability(last.Arrived, card.Replications);
        var which = shipment.Tranches.Length == 1 ? "" : "the last tranche ";
        return last.Arrives.P50 is { } median
            ? $"{shipment.Shipment}: {which}comes by {median} in half of the cases{Within(last, chance)}."
            : $"{shipment.Shipment}: {which}comes within the calendar in {chance}.";
    }

    private static string Within(TrancheChart tranche, string chance) =>
        tranche.Arrived < 1 ? $", within the calendar in {chance}" : "";

    private static void Write(Utf8JsonWriter json, RunReport report)
    {
        json.WriteString("type", "gantt");
        json.WriteStartArray("shipments");
        foreach (var shipment in report.Shipments)
        {
            json.WriteStartObject();
            json.WriteString("name", shipment.Shipment);
            json.WriteString("to", shipment.To);
            json.WriteStartArray("tranches");
            foreach (var tranche in shipment.Tranches) WriteTranche(json, tranche, report.Card);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTranche(Utf8JsonWriter json, TrancheChart tranche, RunCard card)
    {
        json.WriteStartObject();
        json.WriteNumber("number", tranche.Number);
        Series.WriteSpread(json, "departs", tranche.Departs);
        Series.WriteSpread(json, "arrives", tranche.Arrives);
        json.WriteString("chance", tranche.Arrived < 1 ? Shown.Probability(tranche.Arrived, card.Replications) : "");
        json.WriteEndObject();
    }

    private static Markup TableOf(RunReport report) => Figure.TableOf(
        "Shipments, tranche by tranche",
        Header,
        report.Shipments.SelectMany(shipment => shipment.Tranches, (shipment, tranche) => new[]
        {
            $"{shipment.Shipment} {tranche.Number.ToString(CultureInfo.InvariantCulture)} to {shipment.To}",
            tranche.Departs is null ? "" : Text(tranche.Departs.P50), Text(tranche.Arrives.P10),
            Text(tranche.Arrives.P50), Text(tranche.Arrives.P90),
            Shown.Probability(tranche.Arrived, report.Card.Replications), Shown.Amount(tranche.MeanUnits, ""),
        }));

    private static string Text(Day? day) => day?.ToString() ?? "not in the calendar";
}
