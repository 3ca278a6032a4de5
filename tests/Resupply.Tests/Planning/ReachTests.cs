using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Planning;
using Resupply.Tests.Readiness;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Planning;

/// <summary>What leads to an answer: nothing that moves it is left out.</summary>
public class ReachTests
{
    public static TheoryData<string> Examples =>
        [
            .. Repository.Files("examples", "scenario.yaml").Select(
                file => Path.GetFileName(Path.GetDirectoryName(file))!),
        ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_does_not_reach_an_answer_of_an_example_does_not_move_it(string name) => Complaints.None(
        new Unreached(ExampleNamed(name), 24).Complaints());

    [Theory]
    [MemberData(nameof(Examples))]
    public void Without_what_does_not_reach_it_an_answer_of_an_example_is_the_same(string name)
    {
        var scenario = ExampleNamed(name);
        var options = new RunOptions { Replications = 16, Seed = 1, Threads = 1 };
        var whole = PairedAnswers.Of(
            [scenario], options, cancellation: TestContext.Current.CancellationToken);
        var map = Explaining.MapOf(scenario);
        foreach (var (at, question) in scenario.Questions.Index())
        {
            var (supply, readiness, production) =
                map.Of(question).Within(scenario.Supply, scenario.Readiness, scenario.Production);
            var within = PairedAnswers.Of(
                [
                    scenario with
                    {
                        Supply = supply,
                        Readiness = readiness,
                        Production = production,
                        Questions = [question],
                    },
                ],
                options,
                cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(
                whole.AnswerOf(0, at) with { Claimed = [] },
                within.AnswerOf(0, 0) with { Claimed = [] });
        }
    }

    /// <summary>As promises are played: some questions, and each promise kept as early as can be, or never.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void Promises_of_an_example_come_to_the_same_without_what_does_not_reach_an_answer(string name)
    {
        var scenario = ExampleNamed(name);
        var promises = Resupply.Promises.Of(scenario);
        Fate[] fates = [new Fate.Moved(scenario.From - scenario.To), new Fate.Removed()];
        var options = new RunOptions { Replications = 8, Seed = 1, Threads = 1 };
        foreach (var question in scenario.Questions.Where((_, at) => at % 6 == 0))
        {
            var asked = scenario with { Questions = [question] };
            var reach = Reach.Together(Explaining.ReachesOnAnyDay(asked));
            var within = Explaining.Within(reach, asked);
            var whole = Played(
                promises, fates, (promise, fate) => Resupply.Promises.With(promise, fate, asked), options);
            var part = Played(
                promises,
                fates,
                (promise, fate) =>
                    reach.HasAnyOf(promise.Path) ? Resupply.Promises.With(promise, fate, within) : within,
                options);
            Assert.Equal(whole, part);
        }
    }

    private static List<Answer> Played(
        IEnumerable<Promise> promises, Fate[] fates, Func<Promise, Fate, Scenario> with, RunOptions options)
    {
        ImmutableArray<Scenario> plans =
            [.. promises.SelectMany(promise => fates.Select(fate => with(promise, fate)))];
        if (plans.IsEmpty) return [];
        var found = PairedAnswers.Of(plans, options, cancellation: TestContext.Current.CancellationToken);
        return [.. plans.Select((_, plan) => found.AnswerOf(plan, 0) with { Claimed = [] })];
    }

    [Fact]
    public void What_does_not_reach_an_answer_of_any_supply_does_not_move_it() => Property.Holds(
        forAny: RandomScenario.Any, that: IsSound, cases: 8);

    [Fact]
    public void What_does_not_reach_an_answer_of_any_wing_does_not_move_it() => Property.Holds(
        forAny: RandomWing.Any, that: IsSound, cases: 8);

    [Fact]
    public void What_does_not_reach_an_answer_of_any_plan_under_way_does_not_move_it() => Property.Holds(
        forAny: RandomScenario.UnderWay,
        that: IsSound,
        cases: 8);

    /// <summary>Each line is a scenario's difference: what it adds, and which values then reach, or do not.</summary>
    [Theory]
    [InlineData("lanes.road.lift: two shipments share it", "lift: 5 per day", "shipments.other.contents.b", true)]
    [InlineData("no lift: nobody waits", "", "shipments.other.contents.b", false)]
    public void A_lane_is_shared_where_its_lift_is_limited(string why, string lift, string path, bool reaches) =>
        Assert.True(reaches == Reaches(
            $$"""
            lanes: { road: { from: depot, to: base, takes: 1 d{{(lift.Length > 0 ? ", " + lift : "")}} } }
            demands: { use: { at: base, served-by: [a], per-day: 1 } }
            shipments:
              mine: { to: base, via: road, contents: { a: 9 }, departs: day 2 }
              other: { to: base, via: road, contents: { b: 9 }, departs: day 2 }
            questions: { lasts: { covered: use, until: day 8 } }
            """,
            path), why);

    [Theory]
    [InlineData("shipments.other.contents.b", true)]
    [InlineData("items.b.price", true)]
    [InlineData("shipments.other.lost-on-the-way", false)]
    [InlineData("authorities.fund.packages.early.amount", true)]
    [InlineData("authorities.fund.packages.late.amount", false)]
    [InlineData("authorities.fund.packages.late.when", true)]
    [InlineData("authorities.spare.amount", false)]
    public void Money_is_shared(string path, bool reaches) => Assert.Equal(reaches, Reaches(
        """
        demands: { use: { at: base, served-by: [a], per-day: 1 } }
        authorities:
          fund: { amount: 100, packages: { early: { when: day 2, amount: 30 }, late: { when: day 9, amount: 30 } } }
          spare: { amount: 100 }
        shipments:
          mine: { to: base, contents: { a: 9 }, arrives: day 4, funded-by: fund }
          other: { to: depot, contents: { b: 9 }, arrives: day 3, funded-by: fund, lost-on-the-way: 10% }
        questions: { lasts: { covered: use, until: day 8 } }
        """,
        path));

    [Theory]
    [InlineData("shipments.late.contents.a", false)] // It cannot come by day 8 ...
    [InlineData("shipments.late.departs", true)] // ... but could if it left earlier, ...
    [InlineData("lanes.road.takes", true)] // ... or took less time.
    [InlineData("shipments.held.contents.a", false)] // Its release is not granted by then ...
    [InlineData("releases.nod.granted", true)] // ... but could be.
    [InlineData("shipments.mine.contents.a", true)]
    [InlineData("demands.drill.per-day", false)] // Barred from that stock all the while ...
    [InlineData("restrictions.rule.until", true)] // ... but could be allowed.
    [InlineData("demands.other.keeps.a", true)]
    [InlineData("demands.other.priority", true)]
    [InlineData("stocks.depot.a.on-hand", true)] // It replenishes the base ...
    [InlineData("demands.at-depot.per-day", true)] // ... and its own need comes first, ...
    [InlineData("stocks.donor.a.order-up-to", true)] // ... as it supplies another.
    [InlineData("stocks.donor.b.on-hand", false)]
    [InlineData("unknowns.size", true)]
    [InlineData("unknowns.unused", false)]
    public void Stocks_lead_to_those_who_share_them(string path, bool reaches) => Assert.Equal(reaches, Reaches(
        """
        unknowns: { size: 3..9, unused: 1..2 }
        lanes: { road: { from: donor, to: base, takes: 3 d } }
        stocks:
          base: { a: { on-hand: 5, order-up-to: 6, from-site: depot } }
          depot: { a: { on-hand: 5 } }
          donor: { a: { on-hand: 5, order-up-to: 5, from-site: depot }, b: 5 }
        demands:
          use: { at: base, served-by: [a], per-day: 1, priority: 2 }
          other: { at: base, served-by: [b, a], per-day: 1, priority: 1, keeps: { a: 2 } }
          drill: { at: base, served-by: [a], per-day: 1, purpose: abroad, priority: 3 }
          at-depot: { at: depot, served-by: [a], per-day: 1 }
        restrictions: { rule: { items: [a], not-for: [abroad], until: day 8 } }
        releases: { nod: { granted: day 9..day 10 } }
        shipments:
          mine: { to: base, contents: { a: size }, arrives: day 2 }
          late: { to: base, contents: { a: 9 }, departs: day 6, via: road }
          held: { to: base, contents: { a: 9 }, arrives: day 2, needs: nod }
        questions: { lasts: { covered: use, until: day 8 } }
        """,
        path));

    [Theory]
    [InlineData("fleets.jets.size", true)]
    [InlineData("fleets.props.size", true)] // They share the crew.
    [InlineData("items.rotor.fails", true)]
    [InlineData("fleets.boats.size", false)]
    [InlineData("crews.dock.teams", false)]
    [InlineData("items.keel.fails", false)]
    [InlineData("crews.shop.joins.more.when", true)]
    [InlineData("crews.shop.joins.more.teams", false)] // They come only after.
    public void A_crew_is_shared_by_fleets(string path, bool reaches) => Assert.Equal(reaches, Reaches(
        """
        items:
          radar: { fails: exponential(60 h), repair: { at: here, crew: shop, takes: 30 h } }
          rotor: { fails: exponential(60 h), repair: { at: here, crew: shop, takes: 30 h } }
          keel: { fails: exponential(60 h), repair: { at: here, crew: dock, takes: 30 h } }
        stocks: { base: { radar: 1 }, depot: { rotor: 1, keel: 1 } }
        fleets:
          jets: { at: base, size: 3, operates: 6 h per day, parts: { radar: 1 } }
          props: { at: depot, size: 3, operates: 6 h per day, parts: { rotor: 1 } }
          boats: { at: depot, size: 3, operates: 6 h per day, parts: { keel: 1 } }
        crews: { shop: { teams: 1, joins: { more: { when: day 9, teams: 2 } } }, dock: { teams: 1 } }
        questions: { can-fly: { available: jets, when: day 8 } }
        """,
        path));

    /// <summary>That the ship has not come says something of the delay, and so of the need that rests on it.</summary>
    [Fact]
    public void A_date_reaches_all_that_the_names_rest_on_which_it_rests_on() => Assert.True(Reaches(
        """
        today: day 6
        unknowns: { delay: 1..9, twice: delay + 1 }
        stocks: { base: { a: 30 } }
        demands: { use: { at: base, served-by: [a], per-day: delay } }
        shipments: { ship: { to: depot, contents: { b: 9 }, arrives: day 1 + twice * 1 d } }
        questions: { left: { on-hand: a, at: base, when: day 8 } }
        """,
        "shipments.ship.arrives"));

    [Theory]
    [InlineData("orders.first.quantity", true)] // All orders of a line stand in one queue.
    [InlineData("orders.first.due.2025-01-05", false)]
    [InlineData("orders.mine.due.2025-01-05", true)]
    [InlineData("releases.nod.granted", false)] // An order that is held does not block the others.
    [InlineData("lines.other.per-day", false)]
    public void A_line_is_shared_by_its_orders(string path, bool reaches) => Assert.Equal(reaches, Reaches(
        """
        releases: { nod: { granted: day 5 } }
        lines:
          hall: { item: a, at: depot, per-day: 3 }
          other: { item: b, at: depot, per-day: 3 }
        orders:
          first: { line: hall, quantity: 9, agreed: day 1, due: { day 5: 9 }, to: base, needs: nod }
          mine: { line: hall, quantity: 9, requested: day 1, due: { day 5: 9 }, to: base }
        questions: { owed: { late: mine } }
        """,
        path));

    [Fact]
    public void A_swing_is_shown_only_of_what_reaches_an_answer()
    {
        var scenario = ExampleNamed("winter-2024");
        var report = Rehearsal.Run(scenario, new RunOptions { Replications = 60, Seed = 1, Threads = 1 });
        var swings = report.Swings.Where(swing => swing.Question == "f16-in-december").Select(swing => swing.Path);
        Assert.DoesNotContain("shipments.november.departs", swings);
        Assert.Contains("fleets.f16.joins.pledged.when", swings);
    }

    private static Scenario ExampleNamed(string name)
    {
        var file = Path.Combine(Repository.Root, "examples", name, "scenario.yaml");
        return ScenarioReader.Read(file).Scenario!;
    }

    private static bool IsSound(string text)
    {
        using var folder = new TemporaryFolder();
        if (ReadIn(folder, text) is not { } scenario) return true;
        Complaints.None(new Unreached(scenario, 12).Complaints());
        return true;
    }

    private static bool Reaches(string text, string path)
    {
        using var folder = new TemporaryFolder();
        var scenario = ReadIn(folder, text)!;
        Assert.Contains(path, scenario.Values.Select(value => value.Path));
        Complaints.None(new Unreached(scenario, 3).Complaints());
        return Explaining.MapOf(scenario).Of(scenario.Questions[0]).Has(path);
    }

    private static Scenario? ReadIn(TemporaryFolder folder, string text)
    {
        var file = folder.File("scenario.yaml");
        File.WriteAllText(file, Rehearsal.Whole(text));
        return ScenarioReader.Read(file).Scenario;
    }
}
