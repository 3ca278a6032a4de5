using System.Collections.Immutable;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Exact;

/// <summary>
/// Finds in a model the stocks that an exact recursion answers for: one demand (or none) draws on the stock, it draws
/// on nothing else, and what comes to it comes by chances that are independent of all the rest.
/// </summary>
/// <param name="once">What stands in the slots, with no unknown in it that matters here.</param>
/// <param name="laws">The distribution of the demand's need on each day; null where it is not known.</param>
public sealed class StockCase(SupplyModel model, IReadOnlyList<OnceValue> once, int stock, Pmf[]? laws)
{
    private readonly StockModel at = model.Stocks[stock];
    private readonly DemandModel? demand = DemandOn(model, stock);

    /// <summary>The demand that lists the stock's item first; null where there is none.</summary>
    public static DemandModel? DemandOn(SupplyModel model, int stock) =>
        Array.Find(model.Demands, each => each.Services[0].Stock == stock);

    /// <summary>The slots that the stock's law rests on: of the stock, its demand and all that is sent to it.</summary>
    public IEnumerable<int> Slots => new[] { at.OnHand, at.OrderUpTo }
        .Concat(demand is null ? [] : DemandSlots(demand))
        .Concat(Senders().SelectMany(SenderSlots))
        .Where(slot => slot >= 0);

    /// <summary>Nothing else draws on the stock, and the demand draws on nothing else.</summary>
    private bool IsAlone =>
        model.Demands.Count(each => each.Services.Any(service => service.Stock == stock)) == (demand is null ? 0 : 1)
        && (demand is null || demand is { Services: [{ BarredThrough: [] }] })
        && !model.Stocks.Any(other => other.Supplier == stock)
        && !model.Shipments.Any(shipment => shipment.Contents.Any(content => content.FromStock == stock));

    /// <summary>
    /// A stock that lives of what it has and of what is sent to it; null where the recursion does not fit it.
    /// </summary>
    public SingleStockProblem? AsSingleStock()
    {
        if (!IsAlone || at.IsReplenished || OnHand() is not { } onHand || Needs() is not { } needs) return null;
        var senders = Senders().ToList();
        var receipts = senders.Select(ReceiptOf).ToList();
        if (receipts.Contains(null) || SharesARelease(senders)) return null;
        if (Whole(demand?.Services[0].Uses ?? -1, 1) is not { } uses
            || Whole(demand?.Services[0].Keeps ?? -1, 0) is not { } keeps)
            return null;
        if (uses is < 1 or > int.MaxValue) return null;
        return new SingleStockProblem(onHand, needs, [.. receipts.OfType<Receipt>()])
        {
            Uses = (int)uses,
            Keeps = keeps,
            Waits = demand?.Waits == true,
        };
    }

    /// <summary>A stock that orders one for one from outside in a fixed time; null where it is none.</summary>
    public BaseStockPipeline? AsBaseStock()
    {
        if (!IsAlone || demand is not { Waits: true }
            || at is not { IsReplenished: true, Supplier: < 0, ReorderPoint: < 0, OrderUpTo: >= 0 })
            return null;
        if (Senders().Any() || Whole(at.OrderUpTo, 0) is not { } level || OnHand() is not { } onHand
            || Needs() is not { } needs)
            return null;
        if (at.Journey is not (null or Expression.Constant) || Whole(demand.Services[0].Uses, 1) != 1
            || Whole(demand.Services[0].Keeps, 0) != 0)
            return null;
        var takes = at.Journey is Expression.Constant constant ? Rounding.Count(constant.Value) : 0;
        return new BaseStockPipeline(level, onHand, (int)Math.Min(takes, model.Days), needs);
    }

    private static IEnumerable<int> DemandSlots(DemandModel demand) =>
        demand.Services.SelectMany(service => (int[])[service.Uses, service.Keeps]).Concat(demand.Need.Slots);

    private static IEnumerable<int> SenderSlots(ShipmentModel shipment) => shipment.Contents
        .Select(content => content.Quantity)
        .Concat([shipment.Total, shipment.Arrives, shipment.Departs, shipment.Comes, shipment.Lost])
        .Concat([shipment.Tranches, shipment.Every, shipment.Granted]);

    private IEnumerable<ShipmentModel> Senders() =>
        model.Shipments.Where(shipment => shipment.Contents.Any(content => content.Stock == stock));

    private Expression? In(int slot) => slot < 0 ? null : once[slot].Expression;

    private Pmf? OnHand() => In(at.OnHand) is { } onHand ? ExpressionPmf.Of(onHand, []) : Pmf.Certainly(0);

    private ImmutableArray<Pmf>? Needs()
    {
        if (demand is null) return [.. Enumerable.Repeat(Pmf.Certainly(0), model.Days)];
        return laws is null ? null : [.. laws];
    }

    /// <summary>A whole number that is the same in every replication; null where it is drawn.</summary>
    private long? Whole(int slot, long otherwise) => slot < 0
        ? otherwise
        : In(slot) is Expression.Constant constant ? Math.Max(otherwise, Rounding.Count(constant.Value)) : null;

    private bool SharesARelease(List<ShipmentModel> senders) => senders
        .Where(shipment => In(shipment.Granted) is { } granted && granted.IsRandom())
        .GroupBy(shipment => shipment.Granted).Any(group => group.Count() > 1);

    private Receipt? ReceiptOf(ShipmentModel shipment)
    {
        if (shipment.Authority >= 0 || shipment.Contents.Any(content => content.FromStock >= 0)) return null;
        if (shipment.Past is not null && In(shipment.Arrives) is not Expression.Constant) return null;
        if (Whole(shipment.Tranches, 1) is not { } tranches || UnitsOf(shipment) is not { } units) return null;
        if (Probability(shipment.Comes, 1) is not { } comes || Probability(shipment.Lost, 0) is not { } lost)
            return null;
        if (FirstDay(shipment, (int)tranches) is not { } first) return null;
        if (first.Days is null) return Receipt.Of(Pmf.Certainly(model.Days), Pmf.Certainly(0));
        if (In(shipment.Every) is not (null or Expression.Constant)) return null;
        var every = In(shipment.Every) is Expression.Constant constant ? constant.Value : 0;
        if (first.Days.Weights.Length > 1 && tranches > 1 && shipment.Granted >= 0) return null;
        var receipt = Receipt.Of(first.Days.ShiftedBy(-model.From.Number), units, (int)tranches, 0);
        return receipt with
        {
            Offsets =
            [
                .. Enumerable.Range(0, (int)tranches).Select(tranche => Offset(shipment, first, tranche, every)),
            ],
            Loads = shipment.Past is { } past ? LoadsLeft(shipment, past, units, (int)tranches, every) : receipt.Loads,
            Confirmed = comes,
            LostOnTheWay = lost,
        };
    }

    /// <summary>Of a shipment that was to begin before the first day: each possible total less what came.</summary>
    private ImmutableArray<PossibleLoad> LoadsLeft(
        ShipmentModel shipment, ShipmentPast past, Pmf units, int tranches, double every)
    {
        var content = Array.FindIndex(shipment.Contents, each => each.Stock == stock);
        var first = Rounding.Whole(((Expression.Constant)In(shipment.Arrives)!).Value);
        var granted = In(shipment.Granted) switch
        {
            null => double.NegativeInfinity,
            Expression.Constant constant => constant.Value,
            _ => double.PositiveInfinity, // It has not come yet, whenever it comes.
        };
        var behind = Enumerable.Range(0, tranches).Count(
            tranche => Rounding.Whole(Math.Max(first + (tranche * every), granted)) < model.From.Number);
        return
        [
            .. units.Weights
                .Select((weight, index) => (Weight: weight, Total: units.First + index))
                .Where(possible => possible.Weight > 0)
                .Select(possible => new PossibleLoad(
                    possible.Weight,
                    [
                        .. Enumerable.Range(0, tranches).Select(tranche => past.Left(
                            content, possible.Total, tranche, tranches, behind, travels: false)),
                    ])),
        ];
    }

    /// <summary>Days from the first tranche to another; with a release none goes before it is granted.</summary>
    private int Offset(ShipmentModel shipment, DatePmf first, int tranche, double every)
    {
        if (shipment.Granted < 0) return (int)Math.Min(Rounding.HalfUp(tranche * every), 2L * model.Days);
        var own = Rounding.Whole(((Expression.Constant)In(shipment.Arrives)!).Value) + (tranche * every);
        var day = Math.Max(Rounding.HalfUp(own), first.Days!.First);
        return (int)Math.Min(day - first.Days.First, 2L * model.Days);
    }

    /// <summary>The probability in a slot, averaged over what is drawn in it, since it is used once.</summary>
    private double? Probability(int slot, double otherwise) => slot < 0
        ? otherwise
        : In(slot) is { } expression && !IsDrawnLoss(slot, expression) ? expression.Mean([]) : null;

    /// <summary>A loss that is itself drawn is shared by all units: not each by itself.</summary>
    private bool IsDrawnLoss(int slot, Expression expression) =>
        expression.IsRandom() && model.Shipments.Any(shipment => shipment.Lost == slot);

    private Pmf? UnitsOf(ShipmentModel shipment)
    {
        var index = Array.FindIndex(shipment.Contents, content => content.Stock == stock);
        if (index != shipment.Rest) return ExpressionPmf.Of(In(shipment.Contents[index].Quantity)!, []);
        var rest = ExpressionPmf.Of(In(shipment.Total)!, []);
        foreach (var other in shipment.Contents.Where((_, i) => i != index))
        {
            if (rest is null || ExpressionPmf.Of(In(other.Quantity)!, []) is not { } quantity) return null;
            rest = PmfAlgebra.Convolve(rest, PmfAlgebra.Negated(quantity));
        }

        return rest?.FlooredAt(0);
    }

    private DatePmf? FirstDay(ShipmentModel shipment, int tranches)
    {
        var date = ExpressionPmf.OfDate(In(shipment.Departs >= 0 ? shipment.Departs : shipment.Arrives)!, []);
        if (shipment.Granted >= 0)
        {
            var isKnown = shipment.Departs < 0 && In(shipment.Arrives) is Expression.Constant;
            if (tranches > 1 && (!isKnown || In(shipment.Granted)!.IsRandom())) return null;
            if (date is null || ExpressionPmf.OfDate(In(shipment.Granted)!, []) is not { } granted) return null;
            date = DatePmf.Later(date, granted);
        }

        if (date is null || shipment.Departs < 0 || shipment.Lane < 0) return date;
        return Travelled(date, model.Lanes[shipment.Lane], tranches);
    }

    /// <summary>Each tranche draws its own journey, so only a fixed one keeps several tranches together.</summary>
    private DatePmf? Travelled(DatePmf departs, LaneModel lane, int tranches)
    {
        if (lane.Lift >= 0) return null;
        if (lane.Journey is null || departs.Days is null) return departs;
        if (departs.Days.First < model.From.Number)
            return null; // It leaves on the first day then, and travels from there.
        if (tranches > 1 && lane.Journey.IsRandom()) return null;
        if (!lane.Journey.UnknownsUsed().IsEmpty) return null;
        if (ExpressionPmf.Of(lane.Journey, []) is not { } journey) return null;
        return departs with { Days = PmfAlgebra.Convolve(departs.Days, journey) };
    }
}
