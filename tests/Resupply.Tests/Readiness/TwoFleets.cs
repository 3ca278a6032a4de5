using Resupply.Answers;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Readiness;

/// <summary>Two fleets that share a part and two crews, with all that can keep a member down. Invented.</summary>
internal static class TwoFleets
{
    public const string Text = """
        resupply: 1
        title: Two fleets and those who repair them
        calendar: { from: 2024-11-15, to: 2025-06-30 }
        deadlines: { inauguration: 2025-01-20 }
        sites:
          base: { tags: [front] }
          depot: { tags: [rear] }
        lanes:
          out: { from: base, to: depot, takes: triangular(1 d; 2 d; 4 d) }
          home: { from: depot, to: base, takes: 2 d..5 d }
        items:
          radar:
            fails: exponential(110 h)
            repair: { at: depot, crew: avionics, takes: lognormal(40 h; 30 h), condemned: 4%, via: out, back: home }
            replace: { crew: line, takes: 4 h }
          engine:
            fails: weibull(1.5, 420 h)
            age: uniform(0 h; 300 h)
            repair:
              shop: { at: here, crew: line, takes: exponential(20 h), share: 30% }
              depot: { at: depot, takes: lognormal(15 d; 6 d), via: out, share: 70% }
            replace: { crew: line, takes: 16 h }
          gearbox:
            fails: exponential(60 d)
            ages: always
            repair: { at: depot, crew: avionics, takes: 3 d, via: out, back: home }
            replace: { crew: [line, avionics], takes: 8 h }
        stocks:
          base:
            radar: { on-hand: 2, unserviceable: 4 }
            engine: { on-hand: 1, from-site: depot }
            gearbox: 1
          depot: { engine: 2 }
        fleets:
          fighter:
            at: base
            size: 12
            operates: 2 h per day
            parts: { radar: 1, engine: 1 }
            missing: { radar: 1 }
            inspections: { phase: { every: 150 h, since: uniform(0 h; 150 h), takes: 30 h, crew: line } }
            upkeep: { per-hour: 2 h, crew: line }
            joins: { first-batch: { when: 2025-02-01..2025-03-15, size: 6 } }
            losses-per-month: 0.1
          transport:
            at: base
            size: 5
            operates: 4 h per day
            parts: { gearbox: 2, radar: 1 }
            cannibalize: true
        crews:
          line: { at: base, teams: 3, works: 12 h per day }
          avionics:
            teams: 1
            works: 10 h per day
            joins: { contractors: { when: 2025-01-15..2025-04-01, teams: 2 } }
            leaves: { home: { when: 2025-05-15, teams: 1 } }
        questions:
          ready: { available: fighter, between: [2024-11-15, 2025-06-30] }
          gearboxes: { backorders: gearbox, at: base, between: [2024-11-15, 2025-06-30] }
          line-busy: { busy: line, between: [2024-11-15, 2025-06-30] }
          ready-transport: { available: transport, between: [2024-11-15, 2025-06-30] }

        """;

    /// <summary>Every day of every replication is audited.</summary>
    public static RunOptions Audited { get; } =
        new() { Replications = 100, Threads = 1, Charts = true, Audited = true };

    public static RunReport Report { get; } = Rehearsal.Run(Wing.Read(Text), Audited);
}
