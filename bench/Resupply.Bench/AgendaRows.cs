using System.Globalization;

namespace Resupply.Bench;

/// <summary>
/// The agenda beside two heaps, in the hold model (Vaucher &amp; Duval 1975): the earliest event is taken and another
/// scheduled, over and over, so that the same number is pending all the time.
/// </summary>
public static class AgendaRows
{
    private const int Holds = 500_000;
    private const long End = 1L << 30;

    private static readonly int[] Pending = [5, 50, 500, 5_000, 50_000, 500_000];

    public static IEnumerable<Row> Measure(string root, int rounds) => Pending.Select(pending => Row(pending, rounds));

    /// <summary>What is taken, mixed into one number: the same for all that keep the order.</summary>
    /// <param name="delays">In ticks, used in turn; as many as a power of two.</param>
    public static ulong Hold<T>(T events, int pending, int[] delays, int holds)
        where T : struct, IFutureEvents
    {
        var (mixed, next, taken) = (0UL, 0, 0);
        while (taken < holds)
        {
            events.Clear();
            for (var i = 0; i < pending; i++) events.Schedule(Delay(), i);
            while (taken < holds && events.TakeBefore(End, out var time, out var what))
            {
                mixed = unchecked((mixed * 31) + (ulong)time + (ulong)what);
                events.Schedule(time + Delay(), what);
                taken++;
            }
        }

        return mixed;

        long Delay() => delays[next++ & (delays.Length - 1)];
    }

    /// <summary>
    /// As in W1: four of five are days, each fifth months. With many pending they are as much longer, so that a time
    /// holds few of them.
    /// </summary>
    public static int[] DelaysLikeW1(int pending)
    {
        var draws = new PlainDraws(seed: 7);
        var day = 2_000.0 * Math.Sqrt(pending);
        return [.. Enumerable.Range(0, 1 << 16).Select(_ => Delay())];

        int Delay()
        {
            var mean = draws.Exponential() < Math.Log(1.25) ? 100 * day : 3 * day; // one in five: e^-log(1.25) is 0.8
            return (int)Math.Min(mean * draws.Exponential(), End / 4);
        }
    }

    private static Row Row(int pending, int rounds)
    {
        var delays = DelaysLikeW1(pending);
        (string Name, Func<ulong> Hold)[] all =
        [
            ("wheel", Contender(new EngineAgenda(), pending, delays)),
            ("heap", Contender(new FourWayHeap(), pending, delays)),
            ("framework", Contender(new FrameworkQueue(), pending, delays)),
        ];
        var mixed = all.Select(contender => contender.Hold()).Distinct().Count(); // also warms them up
        Thread.Sleep(200);
        foreach (var (_, hold) in all) hold();
        var times = all.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < all.Length; i++)
                times[i].Add(Stopwatches.UserSeconds(() => all[i].Hold()) * 1e9 / Holds);
        }

        var (wheel, heap, framework) =
            (Stopwatches.Median(times[0]), Stopwatches.Median(times[1]), Stopwatches.Median(times[2]));
        var more = string.Create(CultureInfo.InvariantCulture, $"heap {heap:0.0} framework {framework:0.0}");
        var mistake = mixed == 1 ? null : "they differ in the order of events";
        return new Row($"agenda pending={pending}", wheel, null, "ns/hold", null, more, mistake);
    }

    private static Func<ulong> Contender<T>(T events, int pending, int[] delays)
        where T : struct, IFutureEvents => () => Hold(events, pending, delays, Holds);
}
