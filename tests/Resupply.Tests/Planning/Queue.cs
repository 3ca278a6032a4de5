using Resupply.Planning;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Planning;

/// <summary>
/// A line that finishes two a day, and three orders of four, one after the other. What is finished on day d is there
/// on day d + 1, and counts on each day from then to day 10: 11 − day times. As planned the first has its on days 2 and
/// 3 (2·9 + 2·8 = 34 unit-days), the second on 4 and 5 (2·7 + 2·6 = 26), who asks on 6 and 7 (2·5 + 2·4 = 18).
/// </summary>
internal static class Queue
{
    public const string Text = """
        lines: { line: { item: a, at: depot, per-day: 2 } }
        orders:
          first: { line: line, to: base, quantity: 4, agreed: 2021-01-01, due: { day 3: 4 } }
          second: { line: line, to: donor, quantity: 4, agreed: 2022-01-01, due: { day 5: 4, day 7: 4 } }
          asks: { line: line, to: base, quantity: 4, requested: 2024-01-01, due: { day 3: 4 } }
        """;

    public static string With(params ReadOnlySpan<(string Old, string New)> changes)
    {
        var text = Text;
        foreach (var (old, changed) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, changed, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Who asks is moved, to the very front where nothing else is said.</summary>
    public static DisplacementReport Displace(
        string text,
        string order = "asks",
        long? units = null,
        int? by = null,
        double? atLeast = null,
        long replications = 400,
        int threads = 1)
    {
        var asked = new DisplacementAsked(
            order, units, by is { } day ? Rehearsal.First + (day - 1) : null, atLeast);
        var (report, diagnostics) = Displacing.Find(
            Rehearsal.Read(text),
            Options(replications, threads),
            asked,
            [],
            null,
            TestContext.Current.CancellationToken);
        Complaints.None(diagnostics.Select(each => each.ToString()));
        return report!;
    }

    public static RunOptions Options(long replications, int threads = 1) =>
        new() { Replications = replications, Seed = 1, Threads = threads, Audited = true };

    /// <summary>"first +8 +8": later at the line, and delivered.</summary>
    public static string Shifts(Displacement moved) => string.Join('\n', moved.Others.Prepend(moved.Mover).Select(
        order => $"{order.Order} {Signed(order.FinishedLater.Value)} {Signed(order.DeliveredLater.Value)}"));

    /// <summary>"first day 3: 1 to 0".</summary>
    public static string Chances(Displacement moved) => string.Join('\n',
        from order in moved.Others.Prepend(moved.Mover)
        from due in order.Due
        let day = due.By - Rehearsal.First + 1
        select FormattableString.Invariant(
            $"{order.Order} day {day}: {due.Chance.Planned.Value} to {due.Chance.Moved.Value}"));

    private static string Signed(double value) => FormattableString.Invariant($"{value:+0.###;-0.###;0}");
}
