using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Tests.Readiness;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Planning;

/// <summary>What need not be played, and that all come to the same without it.</summary>
public class SharedPlayTests
{
    private const int AgainstMax = 8; // With so many of those before it each is compared.

    private static readonly RunOptions Options = new() { Replications = 24, Seed = 1, Threads = 1 };

    public static TheoryData<string> Examples => ReachTests.Examples;

    [Theory]
    [MemberData(nameof(Examples))]
    public void Options_of_an_example_come_to_the_same_as_played_whole(string name)
    {
        var each = Read(Path.Combine(Repository.Root, "examples", name, "scenario.yaml"));
        Assert.True(IsSame(each));
        foreach (var question in each[0].Questions.Where((_, at) => at % 8 == 1))
        {
            Assert.True(IsSame([.. each.Select(variant => variant with
            {
                Questions = [.. variant.Questions.Where(asked => asked.Name == question.Name)],
            })]));
        }
    }

    [Theory]
    [InlineData("demands: { eats: { per-day: 2 } }", "eats-on")]
    [InlineData("demands: { eats: null }", "")] // Nothing is left to ask.
    [InlineData("unknowns: { size: 4..8 }", "eats-on drinks-on money c-came")] // It is used in two places.
    [InlineData("crews: { shop: { teams: 2 } }", "can-fly can-sail")] // Two fleets share it ...
    [InlineData("fleets: { boats: { size: 2 } }", "can-fly can-sail")]
    [InlineData("items: { rotor: { fails: 2 d } }", "can-fly can-sail")]
    [InlineData("lanes: { road: { lift: null } }", "eats-on c-came")] // Two shipments share it ...
    [InlineData("shipments: { also-by-road: { contents: { c: 1 } } }", "eats-on c-came")]
    [InlineData("lanes: { path: { takes: 5 d } }", "")]
    [InlineData("authorities: { fund: { packages: { p: { amount: 1 } } } }", "drinks-on money")]
    [InlineData("authorities: { spare: { amount: 1 } }", "")]
    [InlineData("releases: { nod: { granted: day 4 } }", "drinks-on")]
    [InlineData("shipments: { other: { received: { day 2: 3 } } }", "drinks-on")] // So the release was granted.
    [InlineData("shipments: { new: { to: base, contents: { a: 3 }, arrives: day 4 } }", "eats-on")]
    [InlineData("shipments: { new: { to: base, contents: { c: 3 }, arrives: day 4 } }", "")]
    [InlineData("shipments: { new: { to: base, contents: { c: 3 }, arrives: day 4, funded-by: fund } }",
        "drinks-on money")]
    [InlineData("shipments: { new: { to: base, contents: { c: 3 }, departs: day 4, via: road } }", "eats-on c-came")]
    [InlineData("stocks: { depot: { b: { on-hand: 6 } } }", "drinks-on")]
    [InlineData("title: A note", "eats-on drinks-on money c-came can-fly can-sail")] // That is not looked into.
    [InlineData("sources: { a-page: { title: A page } }", "eats-on drinks-on money c-came can-fly can-sail")]
    public void An_option_is_played_for_what_it_can_reach(string option, string questions)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("scenario.yaml");
        File.WriteAllText(file, Rehearsal.Whole($$"""
            today: day 3
            unknowns: { size: 3..9 }
            sources: { a-page: { title: The page } }
            items:
              a: { price: 1 }
              b: { price: 2 }
              c: { price: 3 }
              radar: { fails: exponential(60 h), repair: { at: here, crew: shop, takes: 30 h } }
              rotor: { fails: exponential(60 h), repair: { at: here, crew: shop, takes: 30 h } }
            lanes:
              road: { from: donor, to: base, takes: 1 d, lift: 3 per day }
              path: { from: donor, to: depot, takes: 1 d }
            stocks: { base: { a: 2, radar: 1 }, depot: { b: 2, rotor: 1 } }
            demands:
              eats: { at: base, served-by: [a], per-day: poisson(1) }
              drinks: { at: depot, served-by: [b], per-day: poisson(1) }
            releases: { nod: { granted: 50% chance of day 4 } }
            authorities:
              fund: { amount: 9, packages: { p: { when: day 4, amount: size } } }
              spare: { amount: 9 }
            shipments:
              by-road: { to: base, contents: { a: 4 }, departs: day 5, via: road }
              also-by-road: { to: base, contents: { c: size }, departs: day 5, via: road }
              held: { to: depot, contents: { b: 6 }, arrives: day 5, needs: nod }
              other: { to: donor, contents: { c: 6 }, arrives: day 5, needs: nod }
              paid: { to: depot, contents: { b: size }, arrives: day 5, funded-by: fund }
            fleets:
              jets: { at: base, size: 3, operates: 6 h per day, parts: { radar: 1 } }
              boats: { at: depot, size: 3, operates: 6 h per day, parts: { rotor: 1 } }
            crews: { shop: { teams: 1 } }
            options: { other: { {{option}} } }
            questions:
              eats-on: { covered: eats, until: day 10 }
              drinks-on: { covered: drinks, until: day 10 }
              money: { left: fund, by: day 10 }
              c-came: { arrived: also-by-road, by: day 6, at-least: 4 }
              can-fly: { available: jets, when: day 9 }
              can-sail: { available: boats, when: day 9 }
            """));
        var (each, diagnostics) = ScenarioReader.ReadEach(file, null);
        Complaints.None(diagnostics.Where(found => found.Severity == Severity.Error).Select(found => found.ToString()));
        var played = SharedPlay.Of(each).Played[1]?.Questions ?? [];
        Assert.Equal(
            questions,
            string.Join(' ', played.Where(asked => asked is not Question.Removed).Select(asked => asked.Name)));
        Assert.True(IsSame(each));
    }

    [Fact]
    public void Options_of_any_supply_come_to_the_same_as_played_whole() => Property.Holds(
        forAny: draws => RandomOptions.Supply(draws, RandomScenario.Any(draws)), that: IsSameIn, cases: 30);

    [Fact]
    public void Options_of_any_plan_under_way_come_to_the_same_as_played_whole() => Property.Holds(
        forAny: draws => RandomOptions.Supply(draws, RandomScenario.UnderWay(draws)), that: IsSameIn, cases: 30);

    [Fact]
    public void Options_of_any_wing_come_to_the_same_as_played_whole() => Property.Holds(
        forAny: draws => RandomOptions.Wing(draws, RandomWing.Any(draws)), that: IsSameIn, cases: 30);

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_value_of_an_example_a_little_otherwise_comes_to_the_same_as_played_whole(string name)
    {
        var written = Read(Path.Combine(Repository.Root, "examples", name, "scenario.yaml"))[0];
        var usual = new UsualValues(written, Model.Compile(written, Options.Seed).Once, Options.Seed);
        ImmutableArray<Nudge> nudges =
        [
            .. written.Values.SelectMany(value => Nudges.Of(value, usual.Of(value), written.From).Take(1)),
        ];
        var read = ScenarioReader.ReadEachChanged(
            written, [.. nudges.Select(nudge => (Func<Value, Value>)nudge.Applied)]);
        ImmutableArray<(string Path, Scenario Plan)> changed =
        [
            .. nudges.Zip(read).Where(each => each.Second is not null)
                .Select(each => (each.First.Path, each.Second! with { Questions = written.Questions })),
        ];
        var each = changed.Select(one => one.Plan).Prepend(written).ToImmutableArray();
        Assert.True(IsSame(each, SharedPlay.OfChanges(written, changed)));
    }

    private static bool IsSameIn(string text)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("scenario.yaml");
        File.WriteAllText(file, Rehearsal.Whole(text));
        var each = Read(file);
        return each.IsEmpty || IsSame(each);
    }

    private static ImmutableArray<Scenario> Read(string file) => ScenarioReader.ReadEach(file, null).Scenarios;

    private static bool IsSame(ImmutableArray<Scenario> each) => IsSame(each, SharedPlay.Of(each));

    private static bool IsSame(ImmutableArray<Scenario> each, SharedPlay play)
    {
        ImmutableArray<(int, int)> pairs =
        [
            .. from first in Enumerable.Range(1, each.Length - 1)
               from second in Enumerable.Range(0, Math.Min(first, AgainstMax))
               select (first, second),
        ];
        var cancellation = TestContext.Current.CancellationToken;
        var whole = PairedAnswers.Of(each, Options, pairs, cancellation: cancellation);
        var shared = PairedAnswers.Of(play, Options, pairs, cancellation: cancellation);
        return Numbers(whole).SequenceEqual(Numbers(shared));

        IEnumerable<object?> Numbers(PairedAnswers found) =>
            from question in Enumerable.Range(0, found.Questions.Length)
            from pair in pairs.Prepend((0, 0))
            from number in (object?[])
            [
                found.AnswerOf(pair.Item1, question) with { Claimed = [] },
                found.CountedOf(pair.Item1, question),
                pair.Item1 == 0 ? 0 : found.Change(pair.Item1, pair.Item2, question),
                pair.Item1 == 0 ? 0 : found.Differing(pair.Item1, pair.Item2, question),
            ]
            select number;
    }
}
