using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Tests.Evidence;

public class GradingTests
{
    private const string Text = """
        resupply: 1
        title: Camp
        calendar: { from: 2024-11-09, to: 2024-12-31 }
        sources: { mayor: { reliability: B, published: 2024-11-01 } }
        claims:
          promise: { source: mayor, credibility: 2 }
          doubt: { source: mayor, credibility: 4, withdrawn: 2024-11-20 }
          later: { source: mayor, credibility: 5, known-on: 2024-12-01 }
        grades: { B2: 60% }
        sites: { camp: {} }
        items: { water: {} }
        unknowns: { drums: { value: 300..500, claims: [later] } }
        shipments:
          truck:
            { to: camp, contents: { water: 300 }, arrives: 2024-12-20, confirmed: graded, claims: [promise, doubt] }

        """;

    [Fact]
    public void A_graded_shipment_comes_with_the_probability_of_its_grade()
    {
        var scenario = Read(null)!;
        Assert.Equal(0.6, scenario.Supply.Shipments[0].Confirmed?.Fixed);
        Assert.Equal(("B2", "60%"), (scenario.Evidence.Graded[0].Grade, scenario.Evidence.Graded[0].Probability));
    }

    [Fact]
    public void What_became_known_later_supports_nothing_yet()
    {
        Assert.Equal(["later"], ClaimsOfDrums(Read(Day.Parse("2024-12-01"))!));
        var before = Read(Day.Parse("2024-11-30"))!;
        Assert.Empty(ClaimsOfDrums(before));
        Assert.Equal(["later"], before.Evidence.Later);
    }

    [Fact]
    public void A_claim_counts_until_the_day_it_is_withdrawn() => Assert.Null(Read(Day.Parse("2024-11-19")));

    private static ImmutableArray<string> ClaimsOfDrums(Scenario scenario) =>
        scenario.Values.Single(value => value.Path == "unknowns.drums").Support.Claims;

    private static Scenario? Read(Day? knownOn)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("scenario.yaml"), Text);
        return ScenarioReader.Read(folder.File("scenario.yaml"), knownOn: knownOn).Scenario;
    }
}
