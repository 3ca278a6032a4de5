using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Supply;

/// <summary>
/// From the checked form of a scenario to its supply plan; what form alone cannot tell is checked next door.
/// </summary>
public static class SupplyReader
{
    /// <summary>Reads the plan. It may be used only where no error was reported, here or by the checks.</summary>
    public static SupplyPlan Read(Form.Fields scenario)
    {
        var plan = new SupplyPlan(
            [.. scenario.MapAt("sites").Select(ReadSite)],
            [.. Each(scenario, "lanes", ReadLane)],
            [.. scenario.MapAt("items").Select(ReadItem)],
            [.. ReadStocks(scenario)],
            [.. Each(scenario, "demands", ReadDemand)],
            [.. Each(scenario, "shipments", ReadShipment)],
            [.. Each(scenario, "authorities", ReadAuthority)],
            [.. Each(scenario, "releases", ReadRelease)],
            [.. Each(scenario, "restrictions", ReadRestriction)]);
        return plan.WithStocks(ImpliedStocks(plan).Concat(Counted(scenario)));
    }

    private static IEnumerable<T> Each<T>(Form.Fields scenario, string section, Func<Form.Named, Form.Fields, T?> read)
        where T : class =>
        scenario.MapAt(section)
            .Select(named => named.Form is Form.Fields fields ? read(named, fields) : null)
            .OfType<T>();

    private static long FileOrder(Form.Named named) => (named.NameAt.Line * 100_000L) + named.NameAt.Column;

    private static Site ReadSite(Form.Named named)
    {
        var fields = named.Form as Form.Fields;
        return new Site(
            named.Name, fields?.TextAt("name") ?? named.Name,
            [
                .. fields?.WordsAt("tags").Select(tag => tag.Text) ?? [],
            ]);
    }

    private static Lane? ReadLane(Form.Named named, Form.Fields fields) =>
        fields.TextAt("from") is { } from && fields.TextAt("to") is { } to
            ? new Lane(named.Name, from, to, fields.ValueAt("takes"), fields.ValueAt("lift"), named.NameAt)
            : null;

    private static Item ReadItem(Form.Named named)
    {
        var fields = named.Form as Form.Fields;
        return new Item(named.Name, fields?.TextAt("name") ?? named.Name, fields?.ValueAt("price"));
    }

    private static IEnumerable<Stock> ReadStocks(Form.Fields scenario) =>
        from site in scenario.MapAt("stocks")
        where site.Form is Form.Map
        from item in ((Form.Map)site.Form).Entries
        select ReadStock(site.Name, item);

    private static Stock ReadStock(string site, Form.Named named)
    {
        var fields = named.Form as Form.Fields;
        return new Stock(
            site,
            named.Name,
            fields?.ValueAt("on-hand"),
            fields?.ValueAt("floor"),
            fields?.ValueAt("reorder-point"),
            fields?.ValueAt("order-quantity"),
            fields?.ValueAt("order-up-to"),
            fields?.TextAt("from-site"),
            fields?.TextAt("via"),
            fields?.ValueAt("takes"),
            named.NameAt);
    }

    /// <summary>Stocks nobody declared but something refers to: empty at the start.</summary>
    private static IEnumerable<Stock> ImpliedStocks(SupplyPlan plan)
    {
        var drawn = plan.Demands.SelectMany(demand =>
            demand.ServedBy.Select(by => Stock.Empty(demand.Site, by.Item, demand.At)));
        var sent = plan.Shipments.SelectMany(shipment =>
            shipment.Contents.Select(content => Stock.Empty(shipment.To, content.Item, shipment.At)));
        var supplied = plan.Stocks.Where(stock => stock.FromSite is not null)
            .Select(stock => Stock.Empty(stock.FromSite!, stock.Item, stock.At));
        return drawn.Concat(sent).Concat(supplied);
    }

    private static IEnumerable<Stock> Counted(Form.Fields scenario) =>
        from site in scenario.MapAt("counts")
        where site.Form is Form.Map
        from item in ((Form.Map)site.Form).Entries
        select Stock.Empty(site.Name, item.Name, item.NameAt);

    private static Demand? ReadDemand(Form.Named named, Form.Fields fields)
    {
        if (fields.TextAt("at") is not { } site) return null;
        return new Demand(
            named.Name,
            site,
            [.. fields.WordsAt("served-by").Select(item => ReadService(item.Text, fields))],
            fields.ValueAt("per-day"),
            fields.ValueAt("arrivals"),
            fields.ValueAt("size"),
            fields.ValueAt("share"),
            [.. DatedFactors(fields)],
            ReadWeek(fields),
            fields.TextAt("unmet") == "waits",
            fields.ValueAt("priority"),
            fields.TextAt("purpose"),
            named.NameAt)
        {
            Series = DemandSeries.Of(fields),
        };
    }

    private static Service ReadService(string item, Form.Fields fields) =>
        new(item, fields.ValueAt("uses") ?? ValueOf(fields, "uses", item), ValueOf(fields, "keeps", item));

    private static Value? ValueOf(Form.Fields fields, string key, string name) =>
        (fields.MapAt(key).FirstOrDefault(entry => entry.Name == name)?.Form as Form.Single)?.Value;

    /// <summary>The factors in order of day.</summary>
    public static IEnumerable<DatedFactor> DatedFactors(Form.Fields fields) =>
        fields.MapAt("level")
            .Where(entry => entry is { Form: Form.Single, Day: not null })
            .Select(entry => new DatedFactor(entry.Day!.Value, ((Form.Single)entry.Form).Value))
            .OrderBy(factor => factor.From.Number);

    private static ImmutableArray<Value?> ReadWeek(Form.Fields fields)
    {
        string[] weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
        return [.. weekdays.Select(weekday => ValueOf(fields, "weekly", weekday))];
    }

    private static Shipment? ReadShipment(Form.Named named, Form.Fields fields)
    {
        if (fields.TextAt("to") is not { } to) return null;
        var contents = fields.MapAt("contents");
        return new Shipment(
            named.Name,
            to,
            fields.TextAt("item") is { } item
                ? [new Content(item, fields.ValueAt("quantity"))]
                : [.. contents.Select(entry => new Content(entry.Name, (entry.Form as Form.Single)?.Value))],
            contents.FirstOrDefault(entry => entry.Form is Form.Word)?.Name,
            fields.ValueAt("total"),
            fields.ValueAt("arrives"),
            fields.ValueAt("departs"),
            fields.TextAt("via"),
            fields.TextAt("from"),
            fields.ValueAt("confirmed"),
            fields.ValueAt("lost-on-the-way"),
            fields.ValueAt("tranches"),
            fields.ValueAt("every"),
            fields.TextAt("needs"),
            fields.TextAt("funded-by"),
            FileOrder(named),
            named.NameAt);
    }

    private static Authority? ReadAuthority(Form.Named named, Form.Fields fields) =>
        fields.ValueAt("amount") is not { } amount ? null : new Authority(
            named.Name,
            amount,
            fields.ValueAt("expires"),
            [.. fields.MapAt("packages").Select(ReadPackage).OfType<Package>()]);

    private static Package? ReadPackage(Form.Named named) =>
        named.Form is Form.Fields fields && fields.ValueAt("when") is { } when && fields.ValueAt("amount") is { } amount
            ? new Package(named.Name, when, amount, FileOrder(named))
            : null;

    private static Release? ReadRelease(Form.Named named, Form.Fields fields) =>
        fields.ValueAt("granted") is { } granted
            ? new Release(named.Name, granted, fields.TextAt("by"), named.NameAt)
            : null;

    private static Restriction? ReadRestriction(Form.Named named, Form.Fields fields) =>
        fields.ValueAt("until") is not { } until ? null : new Restriction(
            named.Name,
            [.. fields.WordsAt("items").Select(item => item.Text)],
            [.. fields.WordsAt("not-for").Select(purpose => purpose.Text)],
            until,
            fields.TextAt("says"),
            named.NameAt);
}
