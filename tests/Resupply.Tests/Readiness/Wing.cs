using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Tests.Readiness;

/// <summary>A scenario that says all that can be said of readiness, as text and as it is read.</summary>
internal static class Wing
{
    public const string Text = """
        resupply: 1
        title: A wing of twelve
        calendar: { from: 2025-01-01, to: 2025-03-31 }
        sites:
          base: { tags: [front] }
          depot: { tags: [rear] }
        lanes:
          depot-to-base: { from: depot, to: base, takes: 3 d }
          base-to-depot: { from: base, to: depot, takes: 2 d }
          by-air: { from: base, to: depot, takes: 12 h }
        items:
          radar:
            fails: exponential(300 h)
            age: uniform(0 h, 200 h)
            repair:
              at: depot
              crew: avionics
              takes: lognormal(40 h, 30 h)
              condemned: 2%
              via: by-air
              back: depot-to-base
            replace: { crew: [line, armament], takes: 4 h }
          engine:
            fails: weibull(1.5, 900 h)
            ages: always
            repair:
              shop: { at: here, crew: line, takes: exponential(20 h), share: 30% }
              depot: { at: depot, takes: lognormal(15 d; 6 d), via: base-to-depot, share: 70% }
          pump:
            removals: { base: 0.04 per day }
            repair: { at: depot, takes: 12 d, via: by-air, back: depot-to-base }
          water: {}
        stocks:
          base:
            radar: { on-hand: 1, unserviceable: 8 }
            engine: { on-hand: 2, from-site: depot }
        fleets:
          f16:
            at: base
            size: 12
            operates: 2 h per day
            parts: { radar: 1, engine: 2 }
            missing: { radar: 3 }
            inspections: { phase: { every: 300 h, since: uniform(0 h; 300 h), takes: 5 d, crew: line, at: base } }
            upkeep: { per-hour: 6 h, crew: line }
            joins: { first: { when: 2025-02-01..2025-02-15, size: 6 } }
            leaves: { sold: { when: 2025-03-01, size: 2 } }
            losses-per-month: 0.1
            cannibalize: true
        crews:
          line: { teams: 4 }
          avionics:
            at: depot
            teams: 2
            works: 10 h per day
            joins: { contractors: { when: 2025-01-15, teams: 3 } }
            leaves: { home: { when: 2025-03-01, teams: 1 } }
          armament: { at: base, teams: 1 }
        questions:
          ready: { available: f16 }

        """;

    /// <summary>The wing with one piece of its text changed.</summary>
    public static string With(string old, string changed)
    {
        Assert.Contains(old, Text, StringComparison.Ordinal);
        return Text.Replace(old, changed, StringComparison.Ordinal);
    }

    /// <summary>The text with these questions.</summary>
    public static string Asking(string questions) => With("ready: { available: f16 }", questions);

    public static Scenario Read(string text, string option = Scenario.BaseOption)
    {
        var (scenario, diagnostics) = Check(text, option);
        Assert.True(scenario is not null, string.Join('\n', diagnostics));
        return scenario;
    }

    public static (Scenario? Scenario, ImmutableArray<Diagnostic> Diagnostics) Check(
        string text, string option = Scenario.BaseOption)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("scenario.yaml"), text);
        return ScenarioReader.Read(folder.File("scenario.yaml"), option: option);
    }
}
