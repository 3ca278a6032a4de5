using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Production;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply;

/// <summary>What cannot be asked of a displacement, and why.</summary>
public static class DisplacementChecks
{
    /// <summary>Null where the order can be moved.</summary>
    public static Diagnostic? Problem(Scenario scenario, DisplacementAsked asked)
    {
        if (NoOrders(scenario) is { } none) return none;
        var orders = scenario.Production.Orders;
        if (orders.FirstOrDefault(order => order.Name == asked.Order) is not { } mover)
        {
            var known = orders.Select(order => order.Name).ToImmutableArray();
            return RunLimits.Refused(
                scenario, $"there is no order `{asked.Order}`", Nearest.HintFor(asked.Order, known, "there is none"));
        }

        return Alone(scenario, mover) ?? WithoutClaim(scenario, mover) ?? Units(scenario, mover, asked)
            ?? By(scenario, mover, asked);
    }

    /// <summary>Null where some line has two orders.</summary>
    public static Diagnostic? NobodyToDisplace(Scenario scenario) => NoOrders(scenario)
        ?? (scenario.Production.Orders.GroupBy(order => order.Line).Any(line => line.Count() > 1)
            ? null
            : RunLimits.Refused(
                scenario, "no line has more than one order, so nobody would be displaced", hint: null));

    private static Diagnostic? NoOrders(Scenario scenario) => scenario.Production.Orders.IsEmpty
        ? RunLimits.Refused(
            scenario, "there is no order in this scenario, so nobody waits in a queue", "declare two under `orders`")
        : null;

    private static Diagnostic? Alone(Scenario scenario, Order mover) =>
        scenario.Production.Orders.Count(order => order.Line == mover.Line) > 1
            ? null
            : RunLimits.Refused(
                scenario,
                $"`{mover.Name}` is the only order of `{mover.Line}`, so nobody would be displaced",
                hint: null);

    private static Diagnostic? WithoutClaim(Scenario scenario, Order mover)
    {
        var takesPart = mover.TakesPart;
        if (takesPart?.Fixed is not { } day || day < scenario.To.Number) return null;
        var says = takesPart == mover.Requested ? "requested" : "agreed";
        return RunLimits.Refused(
            scenario,
            $"`{mover.Name}` has no claim in the calendar, which ends on {scenario.To}: " +
            (double.IsPositiveInfinity(day) ? $"it is never {says}" : $"it is {says} on {DayOf(day)}"),
            "what is finished on the last day leaves after it; give it an earlier day, or prolong the calendar");
    }

    private static Diagnostic? Units(Scenario scenario, Order mover, DisplacementAsked asked) =>
        asked.Units is { } units && mover.Quantity.Fixed is { } quantity && units > Rounding.Count(quantity)
            ? RunLimits.Refused(
                scenario,
                Invariant($"{units:N0} units cannot be moved: `{mover.Name}` is for {Rounding.Count(quantity):N0}"),
                "without --units all of it is moved")
            : null;

    private static Diagnostic? By(Scenario scenario, Order mover, DisplacementAsked asked)
    {
        if (asked.By is not { } by) return null;
        if (by < scenario.From || by > scenario.To)
        {
            return RunLimits.Refused(
                scenario,
                $"{by} is outside the calendar, which is from {scenario.From} to {scenario.To}",
                "ask for a day in it");
        }

        return mover.TakesPart?.Fixed is { } day && day >= by.Number
            ? RunLimits.Refused(
                scenario,
                $"`{mover.Name}` takes part from {DayOf(day)} and can have nothing by {by}",
                "ask for a later day")
            : null;
    }

    private static Day DayOf(double date) => new((int)Rounding.HalfUp(date));
}
