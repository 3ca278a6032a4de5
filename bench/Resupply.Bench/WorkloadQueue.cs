using System.Text;
using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Bench;

/// <summary>A line that is sold out for years: so many orders, each with two due dates, at an uncertain rate.</summary>
public static class WorkloadQueue
{
    private const int Days = 1_000;

    /// <summary>The last in the queue, who is moved.</summary>
    public static DisplacementAsked LastFirst(int orders) => new(NameOf(orders - 1), null, null, null);

    /// <param name="units">Of all orders together.</param>
    public static string Text(int orders, int units)
    {
        var each = units / orders;
        var text = new StringBuilder(Invariant($$"""
            resupply: 1
            title: A line that is sold out
            calendar: { from: 2025-01-01, to: 2027-09-27 }
            sites: { factory: {}, depot: {} }
            lanes: { road: { from: factory, to: depot, takes: 2 d..9 d } }
            items: { transformer: {} }
            lines: { line: { item: transformer, at: factory, per-day: {{units / Days * 0.8}}..{{units / Days * 1.2}} } }
            orders:

            """));
        for (var order = 0; order < orders; order++)
        {
            var half = new DateOnly(2025, 1, 1).AddDays(Days * (order + 1) / orders * 9 / 10);
            text.Append(Invariant($"  {NameOf(order)}: {{ line: line, quantity: {each}, to: depot, "))
                .Append(Invariant($"agreed: {new DateOnly(2015, 1, 1).AddDays(order):yyyy-MM-dd}, "))
                .Append(Invariant($"due: {{ {half:yyyy-MM-dd}: {each / 2}, 2027-09-27: {each} }} }}\n"));
        }

        return text.ToString();
    }

    public static Scenario Read(string text)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        var (scenario, diagnostics) = ScenarioReader.Read(file, Scenario.WorldAsWritten, Scenario.BaseOption);
        File.Delete(file);
        return scenario ?? throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    /// <summary>What is wrong with a displacement; null where nothing is: losses equal gains, exactly.</summary>
    public static string? Mistake(DisplacementReport report)
    {
        if (!report.Moved.IsBalanced) return "losses and gains at the line are not equal in every replication";
        return report.Moved.Mover.FinishedLater.Value < 0 ? null : "the mover gains nothing";
    }

    private static string NameOf(int order) => Invariant($"buyer-{order}");
}
