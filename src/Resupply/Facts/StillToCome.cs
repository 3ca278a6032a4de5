using Resupply.Language;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Facts;

/// <summary>What of the shipments is still to come: what was promised less what came.</summary>
/// <param name="facts">Those of before today.</param>
internal sealed class StillToCome(
    FactBook facts, SupplyPlan supply, DateConditions dates, Day today, Diagnostics diagnostics)
{
    public Shipment Rolled(Shipment shipment)
    {
        var came = facts.Received.Where(fact => fact.Of == shipment.Name && fact.Units > 0).ToList();
        var when = shipment.Arrives ?? shipment.Departs!;
        if (came.Count > 0)
            return Checked(Begun(shipment, when, came.Min(fact => fact.On)) with { Past = PastOf(shipment, came) });
        if (dates.IsFixed(when))
            return when.Fixed is { } && !dates.IsPast(when)
                ? shipment
                : Checked(shipment with { Past = PastOf(shipment, []) });
        return shipment with
        {
            Arrives = dates.Conditioned(shipment.Arrives),
            Departs = dates.Conditioned(shipment.Departs),
        };
    }

    /// <summary>What it cost, where it is charged to somebody.</summary>
    public IEnumerable<Spending> SpentOn(Authority authority) =>
        from shipment in supply.Shipments
        where shipment.FundedBy == authority.Name
        from fact in facts.Received
        where fact.Of == shipment.Name
        let item = fact.Item ?? shipment.Contents[0].Item
        select new Spending(supply.Items.First(each => each.Name == item).Price!, fact.Units, IsSure: true);

    private static ShipmentPast PastOf(Shipment shipment, IReadOnlyCollection<Fact> came) => new(
    [
        .. shipment.Contents.Select(content => came
            .Where(fact => (fact.Item ?? shipment.Contents[0].Item) == content.Item).Sum(fact => fact.Units)),
    ]);

    /// <summary>
    /// Once anything came it is confirmed, and its first tranche came on the day of the first receipt: unless its date
    /// is one that is still to come, which is then said of the rest.
    /// </summary>
    private Shipment Begun(Shipment shipment, Value when, Day first)
    {
        var begun = shipment with { Confirmed = null };
        if (dates.IsToCome(when)) return begun;
        if (shipment.Departs is { } departs)
        {
            var journey = SupplyNetwork.LaneOf(supply, shipment)?.Takes?.Fixed ?? 0;
            return dates.IsFixed(departs)
                ? begun
                : begun with { Departs = On(departs, first + -(int)Rounding.Count(journey)) };
        }

        var isHeld = shipment.Needs is not null && dates.IsFixed(when);
        return isHeld ? begun : begun with { Arrives = On(when, first) };
    }

    private static Value On(Value date, Day day) =>
        date with { Expression = new Expression.Constant(day.Number), Text = day.ToString() };

    /// <summary>What was to come before today and did not is overdue: only the planner can say until when.</summary>
    private Shipment Checked(Shipment shipment)
    {
        var travels = shipment.Departs is not null && SupplyNetwork.LaneOf(supply, shipment)?.Takes is not null;
        if (travels || LastDay(shipment) is not { } last || last >= today) return shipment;
        var missing = shipment.Contents
            .Where((content, i) => content.Quantity?.Fixed is not { } quantity
                || Rounding.Count(quantity) > shipment.Past!.Came[i])
            .Select(content => $"`{content.Item}`");
        if (string.Join(" and ", missing) is not { Length: > 0 } rest) return shipment;
        diagnostics.Error(
            (shipment.Arrives ?? shipment.Departs)!.At,
            $"by {today} all of `{shipment.Name}` was to be there, and not all of {rest} has come",
            "say when it is expected now, or `never`; what came is said in `received`");
        return shipment;
    }

    /// <summary>The day of its last tranche; null where it is drawn, or never comes.</summary>
    private Day? LastDay(Shipment shipment)
    {
        var first = (shipment.Arrives ?? shipment.Departs)!.Fixed;
        var tranches = shipment.Tranches is null ? 1 : shipment.Tranches.Fixed;
        var every = shipment.Every is null ? 0 : shipment.Every.Fixed;
        var granted = supply.Releases.FirstOrDefault(release => release.Name == shipment.Needs)?.Granted;
        if (granted is { Fixed: null } || first is null || tranches is null || every is null) return null;
        var last = first.Value + ((Math.Max(1, Rounding.Count(tranches.Value)) - 1) * every.Value);
        last = Math.Max(last, granted?.Fixed ?? last);
        return double.IsFinite(last) ? new Day((int)Rounding.HalfUp(last)) : null;
    }
}
