using Resupply.Language;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Supply;

/// <summary>What the form of a shipment cannot tell.</summary>
public static class ShipmentChecks
{
    public static void Check(Shipment shipment, SupplyPlan plan, Day from, Day to, Diagnostics diagnostics)
    {
        CheckContents(shipment, diagnostics);
        CheckDates(shipment, from, to, diagnostics);
        CheckTranches(shipment, diagnostics);
        CheckWay(shipment, plan, diagnostics);
        if (shipment.From is { } donor) CheckDonor(shipment, donor, plan, diagnostics);
        if (shipment.FundedBy is null) return;
        foreach (var content in shipment.Contents)
        {
            if (plan.Items.FirstOrDefault(item => item.Name == content.Item) is { Price: null })
            {
                diagnostics.Error(
                    shipment.At,
                    $"`{shipment.Name}` is charged to `{shipment.FundedBy}`, but `{content.Item}` has no price",
                    $"add `items.{content.Item}.price`, 0 where it costs nothing");
            }
        }
    }

    private static void CheckContents(Shipment shipment, Diagnostics diagnostics)
    {
        if (shipment.Contents.Length == 0)
        {
            diagnostics.Error(
                shipment.At, $"shipment `{shipment.Name}` holds nothing", "add `item` and `quantity`, or `contents`");
            return;
        }

        var unstated = shipment.Contents.Where(
            content => content.Quantity is null && content.Item != shipment.Rest).ToList();
        if (unstated.Count > 0 && shipment.Rest is not null)
            diagnostics.Error(
                shipment.At,
                $"`{shipment.Rest}` and `{unstated[0].Item}` are both the `rest`",
                "say how many of one of them");
        else if (unstated.Count > 0)
            diagnostics.Error(
                shipment.At,
                $"shipment `{shipment.Name}` does not say how many `{unstated[0].Item}`",
                "add `quantity`");
        if (shipment.Rest is not null && shipment.Total is null)
            diagnostics.Error(
                shipment.At,
                $"`{shipment.Rest}: rest` needs `total`: the rest of what?",
                "add `total`, the quantity of all contents together");
        if (shipment.Rest is null && shipment.Total is { } total)
            diagnostics.Error(
                total.At,
                "`total` is for contents with a `rest`",
                "let one of the contents be `rest`, or leave `total` out");
    }

    private static void CheckDates(Shipment shipment, Day from, Day to, Diagnostics diagnostics)
    {
        if (shipment is { Arrives: null, Departs: null })
            diagnostics.Error(
                shipment.At, $"shipment `{shipment.Name}` has no day", "add `arrives`, or `departs` with a lane");
        if (shipment is { Arrives: not null, Departs: { } departs })
            diagnostics.Error(
                departs.At,
                "`arrives` and `departs` exclude each other",
                "keep one of them: the lane says how long it takes");
        if ((shipment.Arrives ?? shipment.Departs) is not { Fixed: { } day } when) return;
        var verb = shipment.Arrives is null ? "departs" : "arrives";
        if (day < from.Number)
            diagnostics.Warn(when.At, $"it {verb} before the calendar, which begins on {from}: it counts as that day");
        if (double.IsFinite(day) && day > to.Number)
            diagnostics.Warn(when.At, $"it {verb} after the calendar, which ends on {to}: nothing of it is seen");
    }

    private static void CheckTranches(Shipment shipment, Diagnostics diagnostics)
    {
        if (shipment.Tranches is { } tranches && shipment.Every is null && tranches.Fixed is not 1)
            diagnostics.Error(
                tranches.At, "several tranches need `every`: how long from one to the next", "add `every: 1 w`");
        if (shipment is { Tranches: null, Every: { } every })
            diagnostics.Error(every.At, "`every` needs `tranches`: how many", "add `tranches`, or leave `every` out");
        if (shipment.Tranches is not { Fixed: { } fixedTo } count) return;
        if (Rounding.Count(fixedTo) == 0)
            diagnostics.Error(
                count.At,
                $"a shipment comes in at least 1 tranche, found `{count.Text}`",
                "leave `tranches` out where it comes at once");
        if (fixedTo > Tranches.Max)
            diagnostics.Error(
                count.At, Invariant($"at most {Tranches.Max:N0} tranches are possible, found `{count.Text}`"));
    }

    private static void CheckWay(Shipment shipment, SupplyPlan plan, Diagnostics diagnostics)
    {
        if (shipment.From == shipment.To)
            diagnostics.Error(
                shipment.At,
                $"shipment `{shipment.Name}` goes from `{shipment.To}` to the same site",
                "name another site in `from`, or leave it out");
        var via = shipment.Via is { } name ? plan.Lanes.FirstOrDefault(lane => lane.Name == name) : null;
        if (via is not null && via.To != shipment.To)
            diagnostics.Error(
                shipment.At,
                $"lane `{via.Name}` goes to `{via.To}`, shipment `{shipment.Name}` to `{shipment.To}`",
                $"name a lane that ends at `{shipment.To}`");
        if (via is not null && shipment.From is { } source && via.From != source)
            diagnostics.Error(
                shipment.At,
                $"lane `{via.Name}` begins at `{via.From}`, shipment `{shipment.Name}` at `{source}`",
                $"name a lane that begins at `{source}`");
        if (via is not null && shipment is { Arrives: { } arrives, Departs: null })
            diagnostics.Warn(
                arrives.At, $"`via: {via.Name}` has no effect beside `arrives`", "say when it departs instead");
        if (shipment.Departs is not { } departs || via is not null) return;
        var lanes = shipment.From is { } from ? SupplyNetwork.LanesBetween(plan, from, shipment.To, null) : [];
        if (lanes.Length > 1)
            diagnostics.Error(
                shipment.At,
                $"{lanes.Length} lanes go from `{shipment.From}` to `{shipment.To}`",
                $"say which: `via: {lanes[0].Name}`");
        if (lanes.Length == 0 && shipment.From is null)
            diagnostics.Error(
                departs.At,
                "`departs` needs a way: `via` (a lane), or `from` a site that has one",
                "add `via`, or say when it `arrives`");
    }

    private static void CheckDonor(Shipment shipment, string donor, SupplyPlan plan, Diagnostics diagnostics)
    {
        foreach (var content in shipment.Contents)
        {
            if (plan.Stocks.Any(stock => stock.Site == donor && stock.Item == content.Item)) continue;
            diagnostics.Error(
                shipment.At,
                $"shipment `{shipment.Name}` is drawn from `{donor}`, which has no stock of `{content.Item}`",
                $"add `stocks.{donor}.{content.Item}`");
        }
    }
}
