using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Production;
using Resupply.Readiness;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Facts;

/// <summary>The plans as they stand at 00:00 of today.</summary>
/// <param name="Unknowns">In the order of their slots.</param>
public sealed record RolledPlans(
    SupplyPlan Supply, ReadinessPlan Readiness, ProductionPlan Production, ImmutableArray<Value> Unknowns);

/// <summary>
/// From plans made on the calendar's first day to those of today: nothing before today is simulated; stocks, what is
/// still to come and what was spent follow from the facts, and a date that has not come is not before today.
/// </summary>
public sealed class RollingForward
{
    private readonly RolledPlans plans;
    private readonly FactBook facts;
    private readonly Day from;
    private readonly Day today;
    private readonly Diagnostics diagnostics;
    private readonly DateConditions dates;

    private RollingForward(RolledPlans plans, FactBook facts, Day from, Day today, Diagnostics diagnostics)
    {
        (this.plans, this.from, this.today, this.diagnostics) = (plans, from, today, diagnostics);
        this.facts = facts.Before(today);
        dates = new DateConditions(plans.Unknowns, from, today, diagnostics);
    }

    /// <summary>The plans of today; reports what has passed and was not said to have come.</summary>
    public static RolledPlans Roll(RolledPlans plans, FactBook facts, Day from, Day today, Diagnostics diagnostics) =>
        today == from && facts.IsEmpty
            ? plans
            : new RollingForward(plans, facts, from, today, diagnostics).Roll();

    private RolledPlans Roll()
    {
        var supply = RolledSupply();
        var readiness = plans.Readiness with
        {
            Fleets =
            [
                .. plans.Readiness.Fleets.Select(
                    fleet => fleet with { Joins = Rolled(fleet.Joins), Leaves = Rolled(fleet.Leaves) }),
            ],
            Crews =
            [
                .. plans.Readiness.Crews.Select(
                    crew => crew with { Joins = Rolled(crew.Joins), Leaves = Rolled(crew.Leaves) }),
            ],
        };
        var production = plans.Production with { Orders = [.. plans.Production.Orders.Select(Rolled)] };
        return new RolledPlans(supply, readiness, production, dates.Unknowns);
    }

    private SupplyPlan RolledSupply()
    {
        var supply = plans.Supply with { Releases = [.. plans.Supply.Releases.Select(Rolled)] };
        var toCome = new StillToCome(facts, supply, dates, today, diagnostics);
        var books = new StockBooks(facts, supply, plans.Production, from, today, diagnostics);
        return supply with
        {
            DaysBefore = today - from,
            Stocks = [.. supply.Stocks.Select(books.Rolled)],
            Shipments = [.. supply.Shipments.Select(toCome.Rolled)],
            Authorities = [.. supply.Authorities.Select(authority => Rolled(authority, toCome))],
            Restrictions =
            [
                .. supply.Restrictions.Select(rule => rule with { Until = dates.Conditioned(rule.Until)! }),
            ],
        };
    }

    private ImmutableArray<Joining> Rolled(ImmutableArray<Joining> joinings) =>
        [.. joinings.Select(joining => joining with { When = dates.Conditioned(joining.When)! })];

    /// <summary>What waited for it and has come says that it was granted.</summary>
    private Release Rolled(Release release)
    {
        var came = facts.Received
            .Where(fact => plans.Supply.Shipments.Any(
                each => each.Name == fact.Of && each.Needs == release.Name))
            .Concat(facts.Delivered.Where(fact => plans.Production.Orders.Any(
                each => each.Name == fact.Of && each.Needs == release.Name)))
            .Where(fact => fact.Units > 0)
            .MinBy(fact => fact.On);
        return came is null || dates.IsFixed(release.Granted)
            ? release with { Granted = dates.Conditioned(release.Granted)! }
            : release with
            {
                Granted = release.Granted with { Expression = new Expression.Constant(came.On.Number) },
            };
    }

    private Authority Rolled(Authority authority, StillToCome toCome)
    {
        var drawn = authority.Packages.Where(package => dates.IsPast(package.When)).ToList();
        var paid = drawn.Where(package => authority.Expires?.Fixed is not { } last || package.When.Fixed <= last);
        return authority with
        {
            Expires = dates.Conditioned(authority.Expires),
            Packages =
            [
                .. authority.Packages.Except(drawn).Select(
                    package => package with { When = dates.Conditioned(package.When)! }),
            ],
            SpentBefore =
            [
                .. toCome.SpentOn(authority),
                .. paid.Select(package => new Spending(package.Amount, 1, IsSure: false)),
            ],
        };
    }

    private Order Rolled(Order order)
    {
        var came = facts.Delivered.Where(fact => fact.Of == order.Name).ToList();
        return order with
        {
            Agreed = came.Count > 0 && order.Requested is null ? Known(order.Agreed) : dates.Conditioned(order.Agreed),
            Requested = came.Count > 0 ? Known(order.Requested) : dates.Conditioned(order.Requested),
            Received = [.. came.Select(fact => new ReceivedUnits(fact.On, fact.Units))],
        };
    }

    /// <summary>Something came of it, so it lies before today.</summary>
    private Value? Known(Value? date) => date is null || dates.IsFixed(date)
        ? date
        : date with { Expression = new Expression.Constant(today.Number) };
}
