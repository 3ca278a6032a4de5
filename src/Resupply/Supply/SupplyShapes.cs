using System.Collections.Immutable;
using Resupply.Forecasting;
using Resupply.Language;

namespace Resupply.Supply;

/// <summary>What a planner may write about supply: the sections of SCENARIO.md under that heading.</summary>
public static class SupplyShapes
{
    private static readonly Shape Name = new Shape.Text();
    private static readonly Shape Count = new Shape.Value(Measure.Count);
    private static readonly Shape Money = new Shape.Value(Measure.Money);
    private static readonly Shape Date = new Shape.Value(Measure.Date);
    private static readonly Shape Duration = new Shape.Value(Measure.Duration);
    private static readonly Shape Factor = new Shape.Value(Measure.Factor);
    private static readonly Shape Probability = new Shape.Value(Measure.Probability);

    private static readonly Shape.Record Site = new("a site", [
        new("name", Name, "Its name for people."),
        new("tags", new Shape.List(new Shape.Text()), "Words that rules refer to: front, rear."),
    ], Things: true);

    private static readonly Shape.Record Lane = new("a lane", [
        new("from", new Shape.Reference("sites"), "Where it begins.", Required: true),
        new("to", new Shape.Reference("sites"), "Where it ends.", Required: true),
        new("takes", Duration, "The journey; drawn for each, rounded to whole days. None: no time."),
        new("lift", new Shape.Value(Measure.Rate), "Units that may leave a day; what is not used is not saved up."),
    ], Things: true);

    private static readonly Shape.Record Item = new("an item", [
        new("name", Name, "Its name for people."),
        new("price", Money, "What one unit is charged at."),
    ], Things: true);

    private static readonly Shape.Record Stock = new("a stock", [
        new("on-hand", Count, "Units there at the start."),
        new("floor", Count, "What a shipment may not draw below."),
        new("reorder-point", Count, "At or below this position, order."),
        new("order-quantity", Count, "Order multiples of this: (r,Q)."),
        new("order-up-to", Count, "Order up to this: (s,S); without a reorder point one for one."),
        new(
            "from-site",
            new Shape.Reference("sites"),
            "The site that supplies it; left out: from outside, never short."),
        new("via", new Shape.Reference("lanes"), "The lane, where several join the two sites."),
        new("takes", Duration, "How long an order takes from outside."),
    ], Things: true, Shorthand: "on-hand");

    private static readonly Shape.Record Series = new("a series", [
        new("file", Name, "A file of series, as `resupply import` writes it, beside the scenario.", Required: true),
        new("name", Name, "Which series of the file.", Required: true),
        new(
            "model",
            new Shape.Word(NeedModels.OfDemands),
            "The forecast; left out: the one with the best record. One worse than a naive one is refused."),
        new("until", new Shape.Value(Measure.FixedDate), "The last day of the series that is used."),
    ]);

    private static readonly Shape.Record Demand = new("a demand", [
        new("at", new Shape.Reference("sites"), "Where it draws.", Required: true),
        new("served-by", new Shape.List(new Shape.Reference("items")), "Items in order of preference.", Required: true),
        new("uses", PerItem(Count), "Items for one unit of need, or a map by item. Default 1."),
        new("per-day", Count, "The need of a day: a count distribution."),
        new("arrivals", Count, "The compound form: arrivals per day."),
        new("size", Count, "The compound form: the need of each arrival."),
        new("series", Series, "The need as forecast from a series, instead of `per-day`."),
        new("share", Probability, "The part of the need that draws on stock, each unit by chance."),
        new("level", new Shape.Map(KeyKind.Date, Factor), "Factors of the mean by date; straight between them."),
        new("weekly", new Shape.Map(KeyKind.Weekday, Factor), "Factors of the mean by weekday."),
        new("unmet", new Shape.Word(["lost", "waits"]), "What becomes of need that is not filled. Default lost."),
        new("priority", Count, "1 is served first; without, last; ties in file order."),
        new(
            "keeps",
            new Shape.Map(KeyKind.Reference, Count, "items"),
            "Units it leaves for a better priority, by item."),
        new("purpose", new Shape.Text(), "What it is for, as restrictions name it."),
        new("used", Happened(PerItem(Count)), "What was used by day: a fact."),
    ], Things: true)
    {
        Choices =
        [
            new(["series", "per-day"]), new(["series", "arrivals"]), new(["series", "size"]), new(["series", "weekly"]),
        ],
    };

    private static readonly Shape.Record Shipment = new("a shipment", [
        new("to", new Shape.Reference("sites"), "Where it goes.", Required: true),
        new("item", new Shape.Reference("items"), "What it holds, where that is one thing."),
        new("quantity", Count, "How many of the item."),
        new(
            "contents",
            new Shape.Map(KeyKind.Reference, new Shape.Value(Measure.Count, Or: "rest"), "items"),
            "Quantities by item; one may be `rest`."),
        new("total", Count, "All of the contents together; needed where `rest` is used."),
        new("arrives", Date, "The day the first tranche is there."),
        new("departs", Date, "The day the first tranche leaves, instead of `arrives`."),
        new("via", new Shape.Reference("lanes"), "The lane it leaves over."),
        new("from", new Shape.Reference("sites"), "The stock it is drawn from; left out: from outside."),
        new(
            "confirmed",
            new Shape.Value(Measure.Probability, Or: "graded"),
            "Probability that it comes at all; `graded`: as `grades` has it for its claim."),
        new("lost-on-the-way", Probability, "Of each unit, by chance."),
        new("tranches", Count, "In how many parts. Default 1."),
        new("every", Duration, "Between two tranches."),
        new("needs", new Shape.Reference("releases"), "The release that each tranche waits for."),
        new("funded-by", new Shape.Reference("authorities"), "The authority each tranche is charged to."),
        new("received", Happened(PerItem(Count)), "What came, by day: a fact."),
    ], Things: true)
    {
        Choices = [new(["item", "contents"]), new(["quantity", "contents"])],
    };

    private static readonly Shape.Record Package = new("a package", [
        new("when", Date, "The day it is drawn.", Required: true),
        new("amount", Money, "The sum.", Required: true),
    ], Things: true);

    private static readonly Shape.Record Authority = new("an authority", [
        new("amount", Money, "What may be drawn in all.", Required: true),
        new("expires", Date, "The last day on which it may be drawn; or never."),
        new("packages", new Shape.Map(KeyKind.Name, Package), "Sums drawn without goods in this file."),
    ], Things: true);

    private static readonly Shape.Record Release = new("a release", [
        new("granted", Date, "The day it is granted; or never.", Required: true),
        new("by", new Shape.Text(), "Who grants it."),
    ], Things: true);

    private static readonly Shape.Record Restriction = new("a restriction", [
        new("items", new Shape.List(new Shape.Reference("items")), "What it bars.", Required: true),
        new("not-for", new Shape.List(new Shape.Text()), "The purposes it is barred for.", Required: true),
        new("until", Date, "The last day of it; or never.", Required: true),
        new("says", new Shape.Text(), "Its words."),
    ], Things: true);

    /// <summary>The sections, as keys of the scenario.</summary>
    /// <param name="itemKeys">What other capabilities add to an item.</param>
    /// <param name="stockKeys">What other capabilities add to a stock.</param>
    public static IEnumerable<Key> Sections(ImmutableArray<Key> itemKeys, ImmutableArray<Key> stockKeys)
    {
        var item = Item with { Keys = [.. Item.Keys, .. itemKeys] };
        var stock = Stock with { Keys = [.. Stock.Keys, .. stockKeys] };
        return
        [
            new("sites", Named("sites", Site), "Places, by name and tags only."),
            new("lanes", Named("lanes", Lane), "Ways between sites."),
            new("items", Named("items", item), "What is stocked and shipped."),
            new(
                "stocks",
                new Shape.Map(KeyKind.Reference, new Shape.Map(KeyKind.Reference, stock, "items"), "sites"),
                "Site, then item: what is on hand."),
            new(
                "counts",
                new Shape.Map(KeyKind.Reference, CountsOfSite(), "sites"),
                "Stock counts: site, item, date."),
            new("demands", Named("demands", Demand), "Needs that draw on stock."),
            new("shipments", Named("shipments", Shipment), "What is promised."),
            new("authorities", Named("authorities", Authority), "Money that may be drawn."),
            new("releases", Named("releases", Release), "Permissions that shipments and orders wait for."),
            new("restrictions", Named("restrictions", Restriction), "Rules on what may serve which purpose."),
        ];
    }

    /// <summary>A section of named things.</summary>
    public static Shape.Map Named(string section, Shape of) => new(KeyKind.Name, of, section);

    /// <summary>One value for all, or a map by item.</summary>
    private static Shape.OneOf PerItem(Shape value) =>
        new(value, value, new Shape.Map(KeyKind.Reference, value, "items"));

    private static Shape.Map CountsOfSite() =>
        new(KeyKind.Reference, Happened(Count), "items");

    /// <summary>By date what has happened.</summary>
    public static Shape.Map Happened(Shape of) => new(KeyKind.Date, of) { Happened = true };
}
