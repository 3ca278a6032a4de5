using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Facts;

/// <summary>What the form of a fact cannot tell.</summary>
public static class FactChecks
{
    /// <param name="from">The calendar's first day.</param>
    /// <param name="today">The first day that is simulated.</param>
    public static void Check(FactBook facts, SupplyPlan supply, Day from, Day today, Diagnostics diagnostics)
    {
        foreach (var fact in (IEnumerable<Fact>)
            [.. facts.Counts, .. facts.Received, .. facts.Delivered, .. facts.Used])
            Check(fact, today, diagnostics);
        foreach (var fact in facts.Received)
        {
            if (supply.Shipments.FirstOrDefault(shipment => shipment.Name == fact.Of) is { } shipment)
                CheckItem(fact, [.. shipment.Contents.Select(content => content.Item)], "holds", diagnostics);
        }

        foreach (var fact in facts.Used)
        {
            if (supply.Demands.FirstOrDefault(demand => demand.Name == fact.Of) is { } demand)
                CheckItem(fact, [.. demand.ServedBy.Select(by => by.Item)], "is served by", diagnostics);
        }

        foreach (var count in facts.Counts.Where(count => count.On < from && IsStated(count, supply)))
        {
            diagnostics.Warn(
                count.At,
                $"it was counted before the calendar, which begins on {from} with what is on hand: it is not used",
                "leave out `on-hand` to begin with the count");
        }
    }

    internal static bool IsStated(Fact count, SupplyPlan supply) => supply.Stocks.Any(
        stock => (stock.Site, stock.Item) == (count.Of, count.Item) && stock.OnHand is not null);

    private static void Check(Fact fact, Day today, Diagnostics diagnostics)
    {
        if (fact.Stated.Fixed is null)
            diagnostics.Error(
                fact.At,
                $"what has happened is one number, found `{fact.Stated.Text}`",
                "write the number that was counted, that came or that was used");
        if (fact.On >= today)
            diagnostics.Warn(
                fact.At,
                $"this is of {fact.On}, and {today} is simulated from its 00:00 on: it is not used",
                $"write `today: {fact.On + 1}`");
    }

    private static void CheckItem(Fact fact, ImmutableArray<string> items, string verb, Diagnostics diagnostics)
    {
        if (fact.Item is { } item && !items.Contains(item))
            diagnostics.Error(
                fact.At,
                $"`{fact.Of}` {verb} {Nearest.Listed([.. items])}, not `{item}`",
                "name one of them");
        if (fact.Item is null && items.Length > 1)
            diagnostics.Error(
                fact.At,
                $"`{fact.Of}` {verb} several items: `{fact.Stated.Text}` of which?",
                $"write them by item: {{ {items[0]}: {fact.Stated.Text} }}");
    }
}
