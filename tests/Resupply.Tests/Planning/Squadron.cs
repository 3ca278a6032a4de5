using Resupply.Tests.Readiness;

namespace Resupply.Tests.Planning;

/// <summary>
/// A dozen members, one team for their radars, and contractors that come in the third month: people are short until
/// then, parts after.
/// </summary>
internal static class Squadron
{
    public const string Text = """
        resupply: 1
        title: A squadron that waits for contractors
        calendar: { from: 2024-11-01, to: 2025-04-30 }
        sites: { base: { tags: [front] }, depot: { tags: [rear] } }
        lanes:
          to-depot: { from: base, to: depot, takes: 5 d }
          to-base: { from: depot, to: base, takes: 5 d }
        items:
          radar:
            fails: exponential(90 h)
            repair: { at: depot, crew: avionics, takes: lognormal(80 h; 40 h), back: to-base }
          engine:
            fails: weibull(1.5; 600 h)
            repair: { at: depot, takes: 20 d, back: to-base }
          rations: {}
        stocks:
          base: { radar: { on-hand: 2, unserviceable: 2 }, engine: 2 }
        fleets:
          f16: { at: base, size: 12, operates: 3 h per day, parts: { radar: 1, engine: 1 } }
        crews:
          avionics:
            at: depot
            teams: 1
            works: 10 h per day
            joins: { contractors: { when: 2025-01-05..2025-01-15, teams: 5 } }
        shipments:
          food: { to: base, contents: { rations: 100 }, arrives: 2024-12-01 }
          spares: { to: base, contents: { radar: 1 }, arrives: 2025-03-15 }
          at-once: { to: base, contents: { engine: 1 }, arrives: 2024-11-01 }
          too-late: { to: base, contents: { engine: 1 }, arrives: 2025-12-01 }
          not-at-all: { to: base, contents: { engine: 1 }, arrives: never }
        questions: { ready: { available: f16, between: [2024-11-01, 2025-04-30] } }

        """;

    public static Scenario Read() => Wing.Read(Text);

    /// <summary>With one piece of its text changed.</summary>
    public static string With(string old, string changed)
    {
        Assert.Contains(old, Text, StringComparison.Ordinal);
        return Text.Replace(old, changed, StringComparison.Ordinal);
    }
}
