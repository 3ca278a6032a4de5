using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Facts;

/// <summary>What a scenario says has happened.</summary>
/// <param name="Counts">By site and item: units on hand at 24:00 of the day.</param>
/// <param name="Received">Units of shipments that came on the day.</param>
/// <param name="Delivered">Units of orders that came on the day.</param>
/// <param name="Used">Items that demands took on the day.</param>
public sealed record FactBook(
    ImmutableArray<Fact> Counts,
    ImmutableArray<Fact> Received,
    ImmutableArray<Fact> Delivered,
    ImmutableArray<Fact> Used)
{
    public bool IsEmpty => Counts.IsEmpty && Received.IsEmpty && Delivered.IsEmpty && Used.IsEmpty;

    /// <summary>Reads them from the checked form of a scenario.</summary>
    public static FactBook Read(Form.Fields scenario) => new(
        [.. CountsIn(scenario)],
        [.. FactsUnder(scenario, "shipments", "received")],
        [.. FactsUnder(scenario, "orders", "received")],
        [.. FactsUnder(scenario, "demands", "used")]);

    /// <summary>What is known by 00:00 of a day.</summary>
    public FactBook Before(Day day) => new(
        Counts.RemoveAll(fact => fact.On >= day),
        Received.RemoveAll(fact => fact.On >= day),
        Delivered.RemoveAll(fact => fact.On >= day),
        Used.RemoveAll(fact => fact.On >= day));

    private static IEnumerable<Fact> CountsIn(Form.Fields scenario) =>
        from site in scenario.MapAt("counts")
        where site.Form is Form.Map
        from item in ((Form.Map)site.Form).Entries
        where item.Form is Form.Map
        from entry in ((Form.Map)item.Form).Entries
        where entry is { Form: Form.Single, Day: not null }
        select new Fact(site.Name, item.Name, entry.Day!.Value, ((Form.Single)entry.Form).Value);

    private static IEnumerable<Fact> FactsUnder(Form.Fields scenario, string section, string key) =>
        from thing in scenario.MapAt(section)
        where thing.Form is Form.Fields
        from entry in ((Form.Fields)thing.Form).MapAt(key)
        where entry.Day is not null
        from fact in FactsOf(thing.Name, entry)
        select fact;

    private static IEnumerable<Fact> FactsOf(string thing, Form.Named entry) => entry.Form switch
    {
        Form.Single single => [new Fact(thing, null, entry.Day!.Value, single.Value)],
        Form.Map map => map.Entries
            .Where(item => item.Form is Form.Single)
            .Select(item => new Fact(thing, item.Name, entry.Day!.Value, ((Form.Single)item.Form).Value)),
        _ => [],
    };
}

/// <summary>A number of units on a day.</summary>
/// <param name="Of">A site, a shipment, an order or a demand.</param>
/// <param name="Item">Null: the only one that it can be.</param>
public sealed record Fact(string Of, string? Item, Day On, Value Stated)
{
    public long Units => Rounding.Count(Stated.Fixed ?? 0);

    public Span At => Stated.At;
}
