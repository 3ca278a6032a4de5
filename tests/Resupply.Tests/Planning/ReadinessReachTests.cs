using Resupply.Planning;
using Resupply.Simulation;
using Resupply.Tests.Readiness;

namespace Resupply.Tests.Planning;

/// <summary>What leads to a fleet, and what does not.</summary>
public class ReadinessReachTests
{
    /// <summary>Two fleets with a part and a crew each, and a camp that has nothing to do with either.</summary>
    private const string Text = """
        resupply: 1
        title: Two fleets and a camp
        calendar: { from: 2025-01-01, to: 2025-02-28 }
        sites: { north: {}, south: {}, rear: {}, camp: {}, donor: {} }
        lanes:
          road: { from: rear, to: north, takes: 2 d }
          rail: { from: rear, to: camp, takes: 4 d, lift: 5 per day }
          ferry: { from: donor, to: camp, takes: 1 d }
        items:
          radar: { price: 2, fails: exponential(60 h), repair: { at: here, crew: one, takes: 30 h } }
          rotor: { price: 3, fails: exponential(50 h), repair: { at: here, crew: two, takes: 20 h } }
          water: { price: 1 }
          bread: { price: 1 }
        stocks:
          north: { radar: 1 }
          south: { rotor: 1 }
          donor: { water: 500, bread: 500 }
        fleets:
          planes: { at: north, size: 6, operates: 6 h per day, parts: { radar: 1 } }
          copters: { at: south, size: 5, operates: 5 h per day, parts: { rotor: 1 } }
        crews:
          one: { teams: 1 }
          two: { teams: 1 }
        demands:
          drinking: { at: camp, served-by: [water], per-day: poisson(9) }
          spare-rotors: { at: south, served-by: [rotor], per-day: poisson(0.01) }
        authorities: { fund: { amount: 1000 } }
        releases: { for-radar: { granted: 2025-02-01 }, for-water: { granted: 2025-02-01 } }
        shipments:
          by-rail: { to: camp, contents: { water: 50 }, departs: 2025-02-10, via: rail }
          by-sea: { to: camp, from: donor, contents: { water: 50, bread: 50 }, departs: 2025-02-10, needs: for-water }
          radars: { to: north, contents: { radar: 1 }, departs: 2025-02-05, via: road, needs: for-radar }
          rotors: { to: south, contents: { rotor: 1 }, arrives: 2025-02-05 }

        """;

    [Theory]
    [InlineData("planes", "radar at north, team of one, shipment radars, release for-radar")]
    [InlineData("copters", "rotor at south, team of two, shipment rotors")]
    public void What_is_joined_to_a_fleet_may_matter_to_it(string fleet, string reached) =>
        Assert.Equal(reached, Reached(Text, fleet));

    [Theory]
    [InlineData("crew: two", "crew: [two, one]", "rotor at south, team of one, team of two, shipment rotors, ")]
    [InlineData("repair: { at: here, crew: two", "replace: { crew: one }, repair: { at: here, crew: two",
        "rotor at south, team of one, team of two, shipment rotors, ")]
    [InlineData("arrives: 2025-02-05", "arrives: 2025-02-05, funded-by: fund", "")]
    [InlineData("served-by: [rotor]", "served-by: [rotor, water]", "")]
    public void A_shared_crew_joins_and_shared_money_alone_does_not(string old, string changed, string more)
    {
        var text = Text.Replace(old, changed, StringComparison.Ordinal);
        var reached = Reached(text, "planes").Split(", ").Order(StringComparer.Ordinal);
        var expected = (more + "radar at north, team of one, shipment radars, release for-radar")
            .Split(", ").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(expected, reached);
    }

    [Fact]
    public void Who_is_paid_from_the_same_money_or_leaves_over_the_same_narrow_lane_may_matter()
    {
        var money = Text.Replace("via: road,", "via: road, funded-by: fund,", StringComparison.Ordinal)
            .Replace("needs: for-water", "funded-by: fund, needs: for-water", StringComparison.Ordinal);
        Assert.Contains("shipment by-sea", Reached(money, "planes"), StringComparison.Ordinal);
        Assert.Contains("release for-water", Reached(money, "planes"), StringComparison.Ordinal);
        var lane = Text.Replace("via: road,", "via: rail,", StringComparison.Ordinal)
            .Replace("radars: { to: north", "radars: { to: camp", StringComparison.Ordinal);
        Assert.Contains("shipment by-rail", Reached(lane, "planes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("planes")]
    [InlineData("copters")]
    public void What_is_not_joined_changes_no_byte(string fleet)
    {
        var scenario = Asking(Wing.Read(Text + Question), fleet);
        var reach = new ReadinessReach(scenario.Supply, scenario.Readiness, [fleet]);
        var alone = Bytes(scenario);
        Assert.Equal(alone, Bytes(scenario with { Supply = reach.Within() }));
        Assert.True(reach.Within().Shipments.Length < scenario.Supply.Shipments.Length);
        var differ = 0;
        foreach (var relief in Reliefs.Of(scenario.Supply, scenario.Readiness))
        {
            var (supply, readiness) = Reliefs.Apply(relief, scenario.Supply, scenario.Readiness);
            var relieved = Bytes(scenario with { Supply = supply, Readiness = readiness });
            if (!alone.SequenceEqual(relieved)) differ++;
            if (!reach.Has(relief)) Assert.Equal(alone, relieved);
        }

        Assert.InRange(differ, 3, 4);
    }

    private const string Question = "questions: { ready: { available: planes, between: [2025-01-01, 2025-02-28] } }\n";

    private static Scenario Asking(Scenario scenario, string fleet) => scenario with
    {
        Questions = [((Answers.Question.Available)scenario.Questions[0]) with { Fleet = fleet }],
    };

    private static string Reached(string text, string fleet)
    {
        var scenario = Wing.Read(text + Question);
        var reach = new ReadinessReach(scenario.Supply, scenario.Readiness, [fleet]);
        return string.Join(", ", Reliefs.Of(scenario.Supply, scenario.Readiness).Where(reach.Has)
            .Select(relief => relief.Name.Replace("one more ", "", StringComparison.Ordinal)
                .Replace(" a month earlier", "", StringComparison.Ordinal)));
    }

    private static byte[] Bytes(Scenario scenario)
    {
        var model = Model.Compile(scenario, seed: 3);
        var layout = new PairedLayout(1, 1, []);
        var record = PairedRuns.Replicate(
            [model], layout, new RunOptions { Replications = 60, Threads = 1 }, null,
            TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        record.Write(stream);
        return stream.ToArray();
    }
}
