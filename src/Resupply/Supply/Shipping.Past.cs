using Resupply.Values;

namespace Resupply.Supply;

/// <summary>What of a shipment lies before the first day: what has come, what is under way, what was paid.</summary>
public sealed partial class Shipping
{
    private void SpendBefore(int authority)
    {
        foreach (var spent in model.Authorities[authority].SpentBefore)
        {
            var cost = spent.Units * Money(once[spent.Each]);
            var isEnough = ledger.Spent[authority] + cost <= ledger.Amount[authority];
            if (isEnough) ledger.Spent[authority] += cost;
            else if (spent.IsSure) ledger.Spent[authority] = ledger.Amount[authority];
        }
    }

    /// <summary>How many of its tranches were to leave before the first day.</summary>
    private int TranchesBehind(ShipmentModel shipment, int tranches, double first, double granted)
    {
        var behind = 0;
        while (behind < tranches
            && Rounding.Whole(Math.Max(DateOf(shipment, first, behind), granted)) < model.From.Number)
            behind++;
        return behind;
    }

    private void Resume(ShipmentModel shipment, ShipmentPast past, int tranches, int behind)
    {
        var contents = shipment.Contents.Length;
        var first = firstUnits[shipment.Index];
        var travels = Travels(shipment);
        for (var content = 0; content < contents; content++)
        {
            var quantity = units[first + content];
            if (!travels && behind == tranches && past.Came[content] < quantity)
                throw new DrawException($"shipments.{shipment.Name}", replication, Expression.NotBefore.HasPassed());
            for (var tranche = tranches - 1; tranche >= 0; tranche--)
            {
                units[first + (tranche * contents) + content] =
                    past.Left(content, quantity, tranche, tranches, behind, travels);
            }
        }
    }

    private bool Travels(ShipmentModel shipment) =>
        shipment.Departs >= 0 && shipment.Lane >= 0 && model.Lanes[shipment.Lane].Journey is not null;

    /// <summary>A tranche that left before the first day and has not come: it comes on that day or later.</summary>
    private void SetOut(ShipmentModel shipment, int tranche, double first)
    {
        var contents = shipment.Contents.Length;
        var loads = units.AsSpan(firstUnits[shipment.Index] + (tranche * contents), contents);
        if (loads.IndexOfAnyExcept(0) < 0) return;
        var left = (int)(Rounding.HalfUp(DateOf(shipment, first, tranche)) - model.From.Number);
        var day = left + TravelDaysSince(shipment, tranche, left);
        for (var i = 0; i < contents; i++)
        {
            var content = shipment.Contents[i];
            var sent = loads[i];
            if (sent == 0) continue;
            if (shipment.Authority >= 0 && content.Price >= 0)
                ledger.Spent[shipment.Authority] += sent * Money(once[content.Price]);
            var taken = content.FromStock >= 0 ? TakenSinceCount(content.FromStock, left, sent) : 0;
            ledger.SentFromOutside[content.Item] += sent - taken;
            var lost = Losses(shipment, tranche, i, sent);
            ledger.LostOnTheWay[content.Item] += lost;
            ledger.InTransit[content.Item] += sent - lost;
            arrivals.AddTranche(day, content.Stock, sent - lost, shipment.Index, shipment.FirstTranche + tranche);
        }
    }

    /// <summary>A count of the donor's stock after they left does not hold them any more.</summary>
    private long TakenSinceCount(int stock, int left, long sent)
    {
        if (left <= model.Stocks[stock].CountedOn) return 0;
        var taken = Math.Min(sent, ledger.OnHand[stock]);
        ledger.OnHand[stock] -= taken;
        return taken;
    }

    private int TravelDaysSince(ShipmentModel shipment, int tranche, int left)
    {
        var lane = model.Lanes[shipment.Lane];
        var draws = shipment.JourneyStream.At(replication).At(tranche);
        try
        {
            for (var number = 0; number < Expression.NotBefore.TriesMax; number++)
            {
                var days = Journeys.Days(
                    lane.Journey!, once, number == 0 ? draws : draws.At(-number), model.Days - left);
                if (left + days >= 0) return days;
                if (!lane.Journey!.IsRandom()) break;
            }

            throw new DrawException(
                "a journey that began before today is over, whatever is drawn: say when the shipment is expected now");
        }
        catch (DrawException problem)
        {
            throw new DrawException($"lanes.{lane.Name}.takes", replication, problem);
        }
    }
}
