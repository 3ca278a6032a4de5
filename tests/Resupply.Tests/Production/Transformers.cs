using System.Globalization;
using Resupply.Answers;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Production;

/// <summary>Transformers for several utilities. Invented.</summary>
internal static class Transformers
{
    public const string Text = """
        resupply: 1
        title: Large transformers for five utilities
        calendar: { from: 2025-01-01, to: 2026-12-31 }
        deadlines: { winter: 2025-11-15, peak: 2026-07-01 }
        sites: { works: {}, north: {}, coast: {}, hills: {}, island: {}, plain: {} }
        lanes:
          rail: { from: works, to: north, takes: 5 d..20 d }
          barge: { from: works, to: island, takes: triangular(20 d; 30 d; 60 d) }
        releases:
          site-permit: { granted: 2025-09-01..2026-03-01 }
        items: { transformer: { price: 1 } }
        lines:
          hall:
            item: transformer
            at: works
            per-month: normal(4, 0.6)
            level: { 2025-01-01: 0.6, 2025-12-31: 1.2 }
        orders:
          north-grid:
            { line: hall, quantity: 24, agreed: 2023-05-02, due: { 2025-06-30: 12, 2025-12-31: 24 },
              to: north, firm: true }
          coast-power:
            line: hall
            quantity: 18
            agreed: 2023-11-20
            due: { 2025-09-30: 6, 2025-10-15: 9, 2025-11-01: 12, 2026-03-31: 18 }
            to: coast
          hill-lines-with-a-rather-long-name:
            { line: hall, quantity: 10..14, agreed: 2024-02-01, due: { 2026-01-31: 10 },
              to: hills, needs: site-permit }
          island-cable:
            { line: hall, quantity: 20, agreed: 2024-06-01, due: { 2026-06-30: 20, 2027-03-31: 20 }, to: island }
          plain-rail: { line: hall, quantity: 16, requested: 2024-09-01, due: { 2026-03-31: 8 }, to: plain }
        questions:
          coast-has-all: { delivered: coast-power, by: 2026-03-31, at-least: 100% }
          island-late: { late: island-cable, until: 2026-12-31 }
        options:
          without-the-island: { orders: { island-cable: null } }
        """;

    private static readonly Lazy<RunReport> Once = new(() => Rehearsal.Report(Text, replications: 400));

    /// <summary>Four hundred replications, recorded day by day.</summary>
    public static RunReport Report => Once.Value;

    /// <summary>Many buyers of two lines, some with due dates every month.</summary>
    public static RunReport Many => Rehearsal.Report(
        $$"""
        resupply: 1
        title: Many utilities
        calendar: { from: 2025-01-01, to: 2027-06-30 }
        sites: { works: {}, field: {} }
        items: { transformer: { price: 1 }, switch: { price: 1 } }
        lines:
          hall: { item: transformer, at: works, per-month: normal(9; 1) }
          bench: { item: switch, at: works, per-day: 0.2, sequence: share }
        orders:
        {{string.Concat(Enumerable.Range(1, 30).Select(OrderOf))}}
          one: { line: bench, quantity: 40, to: field }
        """,
        replications: 40);

    private static string OrderOf(int number)
    {
        var name = $"utility-{number}-of-a-province-whose-name-is-long";
        var due = number % 5 == 0
            ? string.Join(", ", Enumerable.Range(1, 9).Select(month => $"2026-0{month}-01: {month}"))
            : $"2026-0{1 + (number % 9)}-15: 9";
        var kind = number % 7 == 0 ? "requested" : "agreed";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {name}: {{ line: hall, quantity: 9, {kind}: 2024-01-{number:00}, due: {{ {due} }}, to: field }}\n");
    }
}
