using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Answers;
using Resupply.Values;

namespace Resupply.Reports;

/// <summary>What is left over time: stocks with the shipments to their site, authorities with their lapse.</summary>
internal static class FanFigures
{
    private static readonly string[] Header =
    [
        "Day, at 24:00", "mean", "5%", "10%", "25%", "median", "75%", "90%", "95%",
    ];

    private static readonly (string, string) Arrival =
        ("veil", "a tranche comes: median, 8 cases of 10; dotted: perhaps too late or never");

    private static readonly (string, string)[] Bands =
    [
        ("line", "median"),
        ("half", "half of all cases"),
        ("most", "8 of 10"),
        ("nearly", "9 of 10"),
    ];

    public static IEnumerable<Figure> OfStocks(RunReport report) => Drawn(report).Select((stock, index) =>
    {
        var coming = report.Shipments.Where(shipment => shipment.To == stock.Site).ToArray();
        var bands = Series.Thinned(stock.OnHand, report.Card.Deadlines);
        var below = coming.Length == 0 ? "" : $" Below: when shipments reach {stock.Site}, whatever they carry.";
        (string, string)[] arrival = coming.Length == 0 ? [] : [Arrival];
        return new Figure(
            Figure.IdOf("stock", index),
            $"{stock.Item} at {stock.Site}",
            $"On hand at the end of each day. {AtDeadlines(stock.OnHand, report.Card, "units")}{below}",
            [.. Bands, .. arrival],
            json => WriteFan(json, "units", null, bands, coming),
            TableOf($"{stock.Item} at {stock.Site}, on hand", bands));
    });

    public static IEnumerable<Figure> OfAuthorities(RunReport report) =>
        report.Authorities.Where(authority => !authority.Left.IsEmpty).Select((authority, index) =>
    {
        var bands = Series.Thinned(authority.Left, report.Card.Deadlines);
        var currency = report.Card.Currency;
        var lapse = authority.Expires is { } day ? $"It lapses after {day}. " : "It does not lapse. ";
        return new Figure(
            Figure.IdOf("authority", index),
            $"Money left in {authority.Authority}",
            $"Left of {Shown.Amount(authority.Amount, currency)}. {lapse}" +
            $"{AtDeadlines(authority.Left, report.Card, currency)}",
            Bands,
            json => WriteFan(json, currency, authority.Expires, bands, []),
            TableOf($"Money left in {authority.Authority}, {currency}", bands));
    });

    private static IEnumerable<StockChart> Drawn(RunReport report) =>
        report.Stocks.Where(stock => !stock.OnHand.IsEmpty);

    /// <summary>"On 2024-12-31 (year-end) the median is 60 units (8 cases of 10: 20 to 104)."</summary>
    public static string AtDeadlines(ImmutableArray<Band> bands, RunCard card, string unit)
    {
        var named = bands.Where(band => card.Deadlines.Any(deadline => deadline.Day == band.Day)).Take(2).ToArray();
        var said = named.Length > 0 ? named : [.. bands.TakeLast(1)];
        return string.Join(" ", said.Select(band =>
            $"On {DayOf(band.Day, card)} the median is {Shown.Amount(band.P50, unit)}{SpreadOf(band)}."));
    }

    private static string SpreadOf(Band band) => band.P10 == band.P90
        ? ""
        : $" (8 cases of 10: {Shown.Amount(band.P10, "")} to {Shown.Amount(band.P90, "")})";

    /// <summary>"2024-12-31 (year-end)".</summary>
    public static string DayOf(Day day, RunCard card)
    {
        var names = card.Deadlines.Where(deadline => deadline.Day == day).Select(deadline => deadline.Name);
        var named = string.Join(", ", names);
        return named.Length == 0 ? day.ToString() : $"{day} ({named})";
    }

    private static void WriteFan(
        Utf8JsonWriter json, string unit, Day? lapse, ImmutableArray<Band> bands, ShipmentChart[] coming)
    {
        json.WriteString("type", "fan");
        json.WriteString("unit", unit);
        if (lapse is { } day) json.WriteNumber("lapse", Series.Number(day));
        json.WriteStartObject("bands");
        Series.Write(json, bands);
        json.WriteEndObject();
        json.WriteStartArray("arrivals");
        foreach (var shipment in coming)
        {
            json.WriteStartObject();
            json.WriteString("name", shipment.Shipment);
            json.WriteStartArray("tranches");
            foreach (var tranche in shipment.Tranches)
            {
                json.WriteStartObject();
                json.WriteNumber("number", tranche.Number);
                Series.WriteSpread(json, "arrives", tranche.Arrives);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Markup TableOf(string caption, ImmutableArray<Band> bands) => Figure.TableOf(
        caption,
        Header,
        bands.Select(band => new[]
        {
            band.Day.ToString(), Short(band.Mean), Short(band.P5), Short(band.P10), Short(band.P25), Short(band.P50),
            Short(band.P75), Short(band.P90), Short(band.P95),
        }));

    private static string Short(double value) => Shown.Amount(value, "");
}
