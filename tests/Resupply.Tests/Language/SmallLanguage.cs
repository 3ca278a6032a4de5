using Resupply.Evidence;
using Resupply.Language;

namespace Resupply.Tests.Language;

/// <summary>A top level with one of everything, for tests of the language itself.</summary>
internal static class SmallLanguage
{
    private static readonly Shape Count = new Shape.Value(Measure.Count);
    private static readonly Shape ItemList = new Shape.List(new Shape.Reference("items"));
    private static readonly Shape DemandNames =
        new Shape.OneOf(new Shape.Reference("demands"), new Shape.List(new Shape.Reference("demands")), null);

    private static readonly Shape.Record Site = new("a site",
    [
        new("name", new Shape.Text(), "What people call it."),
        new("tags", new Shape.List(new Shape.Text()), "Words that policies may use."),
    ]);

    private static readonly Shape.Record Item = new("an item",
    [
        new("name", new Shape.Text(), "What people call it."),
        new("price", new Shape.Value(Measure.Money), "Of one."),
        new("fails", new Shape.Value(Measure.Duration), "Its life."),
    ], Things: true);

    private static readonly Shape.Record Stock = new("a stock",
    [
        new("on-hand", Count, "Units there at the start.", Example: "80..140"),
        new("floor", Count, "What a shipment may not draw below."),
        new("order-up-to", Count, "The level that an order restores."),
        new("from-site", new Shape.Reference("sites"), "Where it is supplied from."),
    ], Things: true, Shorthand: "on-hand");

    private static readonly Shape.Record Demand = new("a demand",
    [
        new("at", new Shape.Reference("sites"), "Where the need arises.", Required: true),
        new("served-by", ItemList, "Items in order of preference.", Required: true),
        new("uses", new Shape.OneOf(Count, null, new Shape.Map(KeyKind.Reference, Count, "items")), "Items per unit."),
        new("per-day", Count, "The need of a day.", Example: "poisson(11)"),
        new("arrivals", Count, "Arrivals per day."),
        new("size", Count, "The need of each arrival."),
        new("share", new Shape.Value(Measure.Probability), "The part that draws on stock."),
        new("level", new Shape.Map(KeyKind.Date, new Shape.Value(Measure.Factor)), "Multiplies the mean."),
        new("weekly", new Shape.Map(KeyKind.Weekday, new Shape.Value(Measure.Factor)), "Factors by weekday."),
        new("unmet", new Shape.Word(["lost", "waits"]), "What becomes of a need that is not met."),
        new("cannibalize", new Shape.Flag(), "To test flags."),
        new("works", new Shape.Value(Measure.DutyCycle), "To test duty cycles."),
        new("lift", new Shape.Value(Measure.Rate), "To test rates."),
    ], Things: true)
    {
        Choices = [new Choice(["per-day", "arrivals"], Required: true)],
    };

    private static readonly Shape.Record Shipment = new("a shipment",
    [
        new("to", new Shape.Reference("sites", Or: "here"), "Where it goes.", Required: true),
        new(
            "contents", new Shape.Map(KeyKind.Reference, new Shape.Value(Measure.Count, Or: "rest"), "items"), "What."),
        new("total", Count, "Needed where rest is used."),
        new("arrives", new Shape.Value(Measure.Date), "When it comes.", Example: "2024-11-09 + 2 w..8 w"),
        new("every", new Shape.Value(Measure.Duration), "Between tranches."),
        new("confirmed", new Shape.Value(Measure.Probability, Or: "graded"), "Probability that it comes at all."),
    ], Things: true);

    private static readonly Shape.Record Question = new("a question",
    [
        new("covered", DemandNames, "Probability that no need went unmet."),
        new("met", DemandNames, "Expected share met."),
        new("until", new Shape.Value(Measure.FixedDate), "Up to and including this day."),
        new("at-least", new Shape.Value(Measure.Threshold), "The probability of that much."),
        new("between", new Shape.List(new Shape.Value(Measure.FixedDate)), "Time average."),
        new("claimed", new Shape.List(new Shape.Reference("claims")), "What others said."),
    ])
    {
        Choices = [new Choice(["covered", "met"], Required: true)],
    };

    public static readonly Shape.Record Top = new("the scenario",
    [
        LanguageShapes.Format, LanguageShapes.Title, LanguageShapes.CalendarKey, LanguageShapes.Today,
        LanguageShapes.Currency, LanguageShapes.Deadlines, LanguageShapes.Unknowns,
        .. EvidenceShapes.Keys,
        new("sites", new Shape.Map(KeyKind.Name, Site, "sites"), "Places."),
        new("items", new Shape.Map(KeyKind.Name, Item, "items"), "Things that are stocked."),
        new(
            "stocks",
            new Shape.Map(KeyKind.Reference, new Shape.Map(KeyKind.Reference, Stock, "items"), "sites"),
            "By site, then by item."),
        new("demands", new Shape.Map(KeyKind.Name, Demand, "demands"), "Needs."),
        new("shipments", new Shape.Map(KeyKind.Name, Shipment, "shipments"), "What is promised."),
        new("questions", new Shape.Map(KeyKind.Name, Question, "questions"), "What is asked."),
        LanguageShapes.Worlds, LanguageShapes.Options,
    ]);

    /// <summary>A scenario without mistakes, to be spoiled by tests.</summary>
    public const string Scenario = """
        resupply: 1
        title: A test
        calendar: { from: 2024-11-09, to: 2025-04-30 }
        deadlines: { year-end: 2024-12-31, spring: year-end + 90 d }
        unknowns:
          interceptors: { value: 500..800, claims: [more-than-500] }
          share: 40%..60%
          delay: normal(3 d; 1 d)
        sources: { officials: { title: An official, reliability: B } }
        claims: { more-than-500: { source: officials, quote: "over five hundred", credibility: 2 } }
        grades: { B2: 90% }
        sites: { theatre: { name: In theatre, tags: [front] }, hub: {} }
        items:
          patriot: { price: 4 M, fails: weibull(1.5; 900 h) }
          nasams: { price: 1.2 M }
        stocks:
          theatre:
            patriot: { on-hand: 80..140, assume: "not public" }
          hub: { nasams: 300 }
        demands:
          ballistic:
            at: theatre
            served-by: [patriot]
            uses: { patriot: 2 }
            per-day: negative-binomial(1.4, 1.8)
            share: 55%
            level: { 2024-11-09: 1.0, year-end: 1.4 }
            weekly: { sat: 0.8 }
            unmet: waits
            cannibalize: true
            works: 10 h per day
            lift: 40 per day
        shipments:
          november:
            to: theatre
            contents: { patriot: interceptors * share, nasams: rest }
            total: { value: interceptors, claims: [more-than-500] }
            arrives: 2024-11-09 + 2 w..4 w..8 w
            every: 1 w
            confirmed: graded
            assume: "as announced"
        questions:
          lasts: { covered: ballistic, until: year-end, claimed: [more-than-500] }
          share-met: { met: [ballistic], until: spring, at-least: 95% }
        worlds:
          quiet: { demands: { ballistic: { per-day: poisson(0.5) } } }
        options:
          more: { stocks: { hub: { nasams: { floor: 10 } } } }
          without: { demands: { ballistic: null } }

        """;

    /// <summary>Reads and checks a scenario; the form may lack what was wrong.</summary>
    public static (CheckedScenario? Scenario, Diagnostics Diagnostics) Read(string text, string? knownOn = null)
    {
        var (root, diagnostics) = YamlReader.Read("test.yaml", text);
        if (root is null) return (null, diagnostics);
        var day = knownOn is null ? null : Resupply.Values.Day.Parse(knownOn);
        return (Checker.Check(Top, root, diagnostics, known: day), diagnostics);
    }

    /// <summary>Every value in a form, by path.</summary>
    public static IEnumerable<Value> Values(Form? form) => form switch
    {
        Form.Fields fields => fields.Entries
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .SelectMany(field => Values(field.Form)),
        Form.Map map => map.Entries.SelectMany(entry => Values(entry.Form)),
        Form.List list => list.Items.SelectMany(Values),
        Form.Single single => [single.Value],
        _ => [],
    };

    /// <summary>"line:column message" of all that was found, and the hint after a slash.</summary>
    public static string Said(Diagnostics diagnostics) => string.Join('\n', diagnostics.Found.Select(found =>
        $"{found.At.Line}:{found.At.Column} {found.Message}{(found.Hint is null ? "" : " / " + found.Hint)}"));
}
