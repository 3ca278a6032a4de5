using Resupply.Production;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Production;

/// <summary>What holds of every line and its orders, tried on many that nobody thought of.</summary>
public class RandomQueueTests
{
    [Fact]
    public void Produced_is_held_or_under_way_or_delivered() => EveryDay((model, _, supply, _) =>
    {
        var ledger = supply.Ledger;
        for (var item = 0; item < model.Supply.Items.Length; item++)
        {
            var there = model.Supply.Stocks.Where(stock => stock.Item == item).Sum(stock => ledger.OnHand[stock.Index]);
            Assert.Equal(ledger.Produced[item], ledger.HeldAtLine[item] + ledger.InTransit[item] + there);
        }
    });

    [Fact]
    public void Each_unit_has_one_owner() => EveryDay((model, production, supply, _) =>
    {
        var (ledger, allocation) = (supply.Ledger, production.Allocation);
        var ownedBy = model.Production.Orders.ToLookup(order => model.Production.Lines[order.Line].Item);
        for (var item = 0; item < model.Supply.Items.Length; item++)
        {
            var owned = ownedBy[item].Sum(order => allocation.Filled[order.Index]);
            var delivered = ownedBy[item].Sum(order => production.Delivered[order.Index]);
            var there = model.Supply.Stocks.Where(stock => stock.Item == item).Sum(stock => ledger.OnHand[stock.Index]);
            Assert.Equal(ledger.Produced[item], owned + (there - delivered));
            Assert.Equal(owned, delivered + ledger.HeldAtLine[item] + ledger.InTransit[item]);
        }
    });

    [Fact]
    public void No_order_gets_more_than_was_ordered_or_before_its_time() => EveryDay((model, production, _, day) =>
    {
        var allocation = production.Allocation;
        foreach (var order in model.Production.Orders)
        {
            Assert.InRange(allocation.Filled[order.Index], 0, allocation.Quantity[order.Index]);
            Assert.InRange(production.Delivered[order.Index], 0, allocation.Filled[order.Index]);
            Assert.InRange(allocation.DueBy(order.Index, day), 0, allocation.Quantity[order.Index]);
        }
    });

    /// <summary>Many at once come to the same as one after the other, each to the least filled fraction.</summary>
    [Fact]
    public void Items_by_share_come_to_the_same_one_by_one() => Property.Holds(
        draws =>
        {
            var quantities = draws.Several(1, 8, each => each.Whole(1, each.OneOf(5, 40, 3000)));
            var batches = draws.Several(1, 6, each => each.Whole(0, each.OneOf(9, 60, 900)));
            var from = quantities.Select(_ => draws.Whole(0, 3)).ToArray();
            return (Quantities: quantities, Batches: batches, From: from);
        },
        any =>
        {
            var orders = any.Quantities.Select((quantity, index) =>
                $"  o{index}: {{ line: line, to: base, quantity: {quantity}, agreed: day {any.From[index] + 1} }}");
            var model = Model.Compile(
                Rehearsal.Read("lines: { line: { item: a, at: depot, per-day: 1, sequence: share } }\norders:\n" +
                    string.Join('\n', orders)),
                seed: 1);
            var once = new double[model.Once.Count];
            model.Once.Draw(0, once);
            var allocation = new Allocation(model.Production);
            allocation.Begin(once);
            var filled = new long[any.Quantities.Length];
            for (var day = 0; day < any.Batches.Length; day++)
            {
                var left = allocation.Give(0, any.Batches[day], day);
                Assert.Equal(OneByOne(filled, any.Quantities, any.From, any.Batches[day], day), left);
                Assert.Equal(filled, allocation.Filled);
            }

            return true;
        },
        cases: 300);

    /// <summary>Two buyers of half a billion, one of whom comes when the other has had half of it.</summary>
    [Fact]
    public void A_very_great_many_are_shared_at_once() => Watchdog.Guard(() =>
    {
        Rehearsal.Answers(
            """
            lines: { line: { item: a, at: depot, per-day: 100 M, sequence: share } }
            orders:
              early: { line: line, to: base, quantity: 500 M }
              late: { line: line, to: donor, quantity: 500 M, agreed: day 4 }
            """,
            """
            { delivered: early, by: day 4 } -> 0.6
            { delivered: late, by: day 5 } -> 0.2
            { delivered: early, by: day 7 } -> 0.6
            { delivered: late, by: day 7 } -> 0.6
            { delivered: [early, late], by: day 9 } -> 0.8
            """);
        return true;
    });

    private static long OneByOne(long[] filled, int[] quantities, int[] from, int items, int day)
    {
        for (; items > 0; items--)
        {
            var open = Enumerable.Range(0, filled.Length)
                .Where(order => from[order] <= day && filled[order] < quantities[order])
                .ToList();
            if (open.Count == 0) break;
            filled[open.MinBy(order => (decimal)filled[order] / quantities[order])]++;
        }

        return items;
    }

    /// <summary>Production is ahead of supply until somebody looks: what it made is handed over at once.</summary>
    [Fact]
    public void However_many_days_are_passed_at_once_the_same_is_made() => Property.Holds(
        RandomQueue.Alone,
        text =>
        {
            var model = Model.Compile(Rehearsal.Read(text), seed: 4);
            for (var number = 0; number < 8; number++)
            {
                var byDay = Played(model, number, atOnce: 1);
                Assert.Equal(byDay, Played(model, number, atOnce: 7));
                Assert.Equal(byDay, Played(model, number, atOnce: model.Supply.Days));
            }

            return true;
        },
        cases: 120);

    private static string Played(Model model, int number, int atOnce)
    {
        var supply = new SupplyProcess(model.Supply, audited: false);
        var production = new ProductionProcess(model.Production, model.Supply, supply);
        supply.Producer = production;
        var replication = new Replication(model.Once.Count) { Number = number };
        model.Once.Draw(number, replication.Once);
        supply.Begin(replication);
        for (var day = 0; day < model.Supply.Days; day += atOnce)
            supply.Pass(day, Math.Min(day + atOnce, model.Supply.Days));
        supply.Ledger.Audit(model.Supply.Days - 1);
        var dates = production.Dates;
        return string.Join('\n', model.Production.Orders.Select(order => order.Index).Select(order => string.Join(
            ' ',
            production.Allocation.Filled[order],
            production.Allocation.UnitDays[order],
            production.Held(order),
            production.HeldUnitDays(order),
            production.Delivered[order],
            production.DeliveredUnitDays[order],
            production.LateUnitDays(order, model.Supply.Days - 1),
            dates.FirstFinished[order],
            dates.LastFinished[order],
            dates.FirstLeft[order],
            dates.FirstDelivered[order],
            dates.Completed[order],
            string.Join(' ', dates.IsMet[order])))
            .Append(string.Join(' ', supply.Ledger.OnHand.Concat(supply.Ledger.Received))));
    }

    /// <summary>Looks at the close of every day of some replications of random queues, audited too.</summary>
    private static void EveryDay(Action<Model, ProductionProcess, SupplyProcess, int> look) => Property.Holds(
        RandomQueue.Alone,
        text =>
        {
            var model = Model.Compile(Rehearsal.Read(text), seed: 4);
            var supply = new SupplyProcess(model.Supply, audited: true);
            var production = new ProductionProcess(model.Production, model.Supply, supply);
            supply.Producer = production;
            var replication = new Replication(model.Once.Count);
            for (replication.Number = 0; replication.Number < 8; replication.Number++)
            {
                model.Once.Draw(replication.Number, replication.Once);
                Play(supply, replication, model.Supply.Days, day => look(model, production, supply, day));
            }

            return true;
        },
        cases: 120);

    private static void Play(SupplyProcess supply, Replication replication, int days, Action<int> look)
    {
        supply.Begin(replication);
        for (var day = 0; day < days; day++)
        {
            supply.Pass(day, day + 1);
            look(day);
        }
    }
}
