using Resupply.Evidence;
using Resupply.Values;

namespace Resupply.Tests.Evidence;

/// <summary>
/// A camp whose numbers are told by a mayor, two papers that repeat him, and a driver who knows better.
/// </summary>
internal static class Camp
{
    public const string Document = """
        The mayor promised three hundred drums by Sunday.
        <script>alert("drums")</script> said the paper: three hundred drums by Sunday, at least.
        The driver has seen no more than ninety.
        """;

    public const string Text = """
        resupply: 1
        title: Camp
        calendar: { from: 2025-06-01, to: 2025-06-30 }
        today: 2025-06-01
        sources:
          mayor:  { title: The mayor, published: 2025-04-20, document: words.md, reliability: B, group: town-hall }
          paper:  { title: A paper, published: 2025-04-21, document: words.md, reliability: C, group: town-hall }
          driver: { title: The driver, published: 2025-05-28, document: words.md, reliability: A }
        claims:
          promise: { source: mayor, quote: "three hundred drums by Sunday", credibility: 2 }
          retold:  { source: paper, quote: "three hundred drums by Sunday, at least", credibility: 6 }
          seen:    { source: driver, quote: "no more than ninety", credibility: 1, contradicts: promise }
          misread: { source: driver, quote: "no more than nineteen", credibility: 1 }
          taken-back: { source: paper, credibility: 3, withdrawn: 2025-04-25 }
          unused:  { source: driver, credibility: 3 }
        sites: { camp: {} }
        items: { water: {} }
        stocks: { camp: { water: { on-hand: 200..400, assume: "counted by eye" } } }
        demands: { drinking: { at: camp, served-by: [water], per-day: poisson(20) } }
        shipments:
          truck:
            to: camp
            contents: { water: { value: 80..300, claims: [promise, retold, seen] } }
            arrives: { value: 2025-06-08..2025-06-18, claims: [taken-back] }
        questions: { lasts: { covered: drinking, until: 2025-06-30, claimed: [promise] } }
        options: { more: { stocks: { camp: { water: { on-hand: 500 } } } } }

        """;

    public static EvidenceOverview Seen(int silentAfter = EvidenceOverview.SilentAfterDays, Day? knownOn = null)
    {
        using var folder = new TemporaryFolder();
        return Write(folder) is var file && ScenarioReader.Read(file, knownOn: knownOn).Scenario is { } scenario
            ? scenario.EvidenceSeen(silentAfter)
            : throw new InvalidOperationException("the camp cannot be read");
    }

    public static string Write(TemporaryFolder folder)
    {
        File.WriteAllText(folder.File("words.md"), Document);
        File.WriteAllText(folder.File("scenario.yaml"), Text);
        return folder.File("scenario.yaml");
    }
}
