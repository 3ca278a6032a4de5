using System.Globalization;

namespace Resupply.Tests.Readiness;

/// <summary>Workload W1 of the measurements: fifty aircraft, ten kinds of part, a depot of twenty teams.</summary>
public class WorkloadTests
{
    private const double Known = 0.9099;
    private const double KnownError = 0.0001;

    private static readonly (double Life, double Repair, int Spares)[] Parts =
    [
        (40, 2, 12), (60, 3, 9), (80, 2.5, 6), (100, 4, 6), (120, 5, 5),
        (150, 3.5, 4), (180, 6, 4), (220, 4.5, 3), (260, 7, 3), (300, 8, 3),
    ];

    [Fact]
    public void A_repairable_fleet_is_as_ready_as_other_programs_found()
    {
        static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
        string Each(Func<int, string> line) => string.Join('\n', Enumerable.Range(0, Parts.Length).Select(line));
        string List(Func<int, string> entry) => string.Join(", ", Enumerable.Range(0, Parts.Length).Select(entry));
        Simulated.Run(
            $$"""
            calendar: { from: day 1, to: day 365 }
            lanes: { out: { from: base, to: depot, takes: 2 d }, home: { from: depot, to: base, takes: 3 d } }
            items:
            {{Each(i => $"  p{i}: {{ fails: exponential({Text(Parts[i].Life)} d), ages: always, " +
                "replace: { takes: 6 h }, " +
                $"repair: {{ at: depot, crew: shop, via: out, back: home, " +
                $"takes: lognormal({Text(Parts[i].Repair)} d; {Text(Parts[i].Repair * 0.8)} d) }} }}")}}
            stocks: { base: { {{List(i => $"p{i}: {Parts[i].Spares}")}} } }
            fleets: { jets: { at: base, size: 50, parts: { {{List(i => $"p{i}: 1")}} } } }
            crews: { shop: { at: depot, teams: 20 } }
            questions: { ready: { available: jets, between: [day 1, day 365] } }
            """,
            replications: 300)
            .Close("ready", Known, known: 4 * KnownError)
            .Done();
    }
}
