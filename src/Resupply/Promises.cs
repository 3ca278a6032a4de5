using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Production;
using Resupply.Readiness;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply;

/// <summary>What a scenario rests on that is still to come, and the scenario if it came otherwise.</summary>
public static class Promises
{
    /// <summary>Shipments, releases, orders, what joins crews and fleets, packages: each in file order.</summary>
    public static ImmutableArray<Promise> Of(Scenario scenario) =>
    [
        .. scenario.Supply.Shipments.Select(each => new Promise.Shipment(each.Name)),
        .. scenario.Supply.Releases.Where(each => IsToCome(each.Granted, scenario))
            .Select(each => new Promise.Release(each.Name)),
        .. scenario.Production.Orders.Select(each => new Promise.Order(each.Name)),
        .. from crew in scenario.Readiness.Crews
           from joining in crew.Joins
           where IsToCome(joining.When, scenario)
           select new Promise.Teams(crew.Name, joining.Name, Leave: false),
        .. from fleet in scenario.Readiness.Fleets
           from joining in fleet.Joins
           where IsToCome(joining.When, scenario)
           select new Promise.Members(fleet.Name, joining.Name, Leave: false),
        .. from authority in scenario.Supply.Authorities
           from package in authority.Packages
           select new Promise.Package(authority.Name, package.Name),
    ];

    /// <summary>The scenario with that promise kept otherwise; valid as it was.</summary>
    public static Scenario With(Promise promise, Fate fate, Scenario scenario)
    {
        var first = scenario.From;
        return promise switch
        {
            Promise.Shipment(var name) => Of(scenario, fate, asked => asked is Question.Arrived arrived
                && arrived.Shipments.Contains(name) && !HasBegun(name, scenario) ? name : null) with
            {
                Supply = scenario.Supply with
                {
                    Shipments = scenario.Supply.Shipments.With(
                        each => each.Name == name, each => each with { Rescheduled = Rescheduled(fate) }),
                },
            },
            Promise.Release(var name) => scenario with
            {
                Supply = scenario.Supply with
                {
                    Releases = scenario.Supply.Releases.With(
                        each => each.Name == name, each => each with { Granted = Dated(each.Granted, fate, first) }),
                },
            },
            Promise.Order(var name) => Of(scenario, fate, asked => Orders(asked).Contains(name) ? name : null) with
            {
                Production = scenario.Production with { Orders = OrdersWith(name, fate, scenario.Production.Orders) },
            },
            Promise.Agreement(var name) => scenario with
            {
                Production = scenario.Production with
                {
                    Orders = scenario.Production.Orders.With(each => each.Name == name, each => each with
                    {
                        Agreed = each.Agreed is { } agreed ? Dated(agreed, fate, first) : null,
                        Requested = each.Requested is { } requested ? Dated(requested, fate, first) : null,
                    }),
                },
            },
            Promise.Teams(var crew, var name, var leave) => scenario with
            {
                Readiness = scenario.Readiness with
                {
                    Crews = scenario.Readiness.Crews.With(each => each.Name == crew, each => leave
                        ? each with { Leaves = Joining(each.Leaves, name, fate, first) }
                        : each with { Joins = Joining(each.Joins, name, fate, first) }),
                },
            },
            Promise.Members(var fleet, var name, var leave) => scenario with
            {
                Readiness = scenario.Readiness with
                {
                    Fleets = scenario.Readiness.Fleets.With(each => each.Name == fleet, each => leave
                        ? each with { Leaves = Joining(each.Leaves, name, fate, first) }
                        : each with { Joins = Joining(each.Joins, name, fate, first) }),
                },
            },
            Promise.Package(var of, var name) => scenario with
            {
                Supply = scenario.Supply with
                {
                    Authorities = scenario.Supply.Authorities.With(each => each.Name == of, each => each with
                    {
                        Packages = each.Packages.With(
                            package => package.Name == name,
                            package => package with { When = Dated(package.When, fate, first) }),
                    }),
                },
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What lies before the first day is no promise any more, where facts are known since.</summary>
    private static bool IsToCome(Value date, Scenario scenario) =>
        scenario.From == scenario.CalendarFrom || date.Fixed is not { } day || day >= scenario.From.Number;

    /// <summary>A part of it has come: then it is not the whole of it that is not kept.</summary>
    private static bool HasBegun(string shipment, Scenario scenario) =>
        scenario.Supply.Shipments.First(each => each.Name == shipment).Past is { CameInAll: > 0 };

    /// <summary>Questions about a promise that is not kept are answered `not applicable`.</summary>
    private static Scenario Of(Scenario scenario, Fate fate, Func<Question, string?> about) => fate is not Fate.Removed
        ? scenario
        : scenario with
        {
            Questions =
            [
                .. scenario.Questions.Select(asked => about(asked) is { } thing
                    ? new Question.Removed(asked.Name, asked.At, asked.Claimed, thing)
                    : asked),
            ],
        };

    private static ImmutableArray<string> Orders(Question question) => question switch
    {
        Question.Delivered delivered => delivered.Orders,
        Question.Late late => late.Orders,
        _ => [],
    };

    private static Rescheduled Rescheduled(Fate fate) => fate switch
    {
        Fate.Moved(var days) => new Rescheduled(null, days),
        Fate.On({ } day) => new Rescheduled(day.Number, 0),
        _ => Supply.Rescheduled.Never,
    };

    private static Value Dated(Value date, Fate fate, Day first) => fate switch
    {
        Fate.Moved(var days) => Changes.MovedBy(days, first.Number, date),
        Fate.On(var day) => Changes.On(day, date),
        _ => Changes.On(null, date),
    };

    /// <summary>An order that is not kept leaves its turn to the others.</summary>
    private static ImmutableArray<Order> OrdersWith(string name, Fate fate, ImmutableArray<Order> orders) =>
        fate is Fate.Moved(var days)
            ? orders.With(each => each.Name == name, each => each with { LaterBy = days })
            : [.. orders.Where(each => each.Name != name)];

    private static ImmutableArray<Joining> Joining(
        ImmutableArray<Joining> joinings, string name, Fate fate, Day first) => joinings.With(
            each => each.Name == name, each => each with { When = Dated(each.When, fate, first) });
}
