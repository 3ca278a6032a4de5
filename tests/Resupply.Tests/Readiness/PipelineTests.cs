using System.Globalization;
using Resupply.Tests.Exact;

namespace Resupply.Tests.Readiness;

/// <summary>
/// Removals without a fleet: what waits at a stock is what is in repair above what there was, by simulation against
/// queues and Palm's theorem.
/// </summary>
public class PipelineTests
{
    /// <summary>
    /// A crew of one and no stock: whoever removes a unit waits until one is repaired, so that the backorders are the
    /// number in system. A unit of time is 12 h. The queue forgets its empty start by a factor e every
    /// 1 / (1 - √0.8)², 90 units (Kleinrock 1975, section 2.12 gives the rate); 3,000 are left out.
    /// </summary>
    [Fact]
    public void A_crew_of_one_is_the_queue_with_one_server()
    {
        var expected = Oracle.Read("queue_mm1.json").GetProperty("expected");
        Simulated.Run(
            """
            calendar: { from: day 1, to: day 9000 }
            items: { a: { removals: { base: 1.6 per day }, repair: { at: here, crew: one, takes: exponential(12 h) } } }
            crews: { one: { at: base, teams: 1 } }
            questions:
              waiting: { backorders: a, at: base, between: [day 1501, day 9000] }
              busy: { busy: one, between: [day 1501, day 9000] }
            """,
            replications: 100)
            .Close("waiting", expected.GetProperty("L").GetDouble())
            .Close("busy", expected.GetProperty("rho").GetDouble())
            .Done();
    }

    /// <summary>Each law has an item, a stream of removals and a crew of its own.</summary>
    [Fact]
    public void A_crew_of_one_waits_as_Pollaczek_and_Khinchine_say()
    {
        (string Law, string Text)[] laws =
        [
            ("deterministic", "12 h"),
            ("uniform(0,2)", "uniform(0 h; 24 h)"),
            ("exponential", "exponential(12 h)"),
            ("erlang4", "gamma(12 h; 6 h)"),
            ("lognormal_cv2", "lognormal(12 h; 24 h)"),
            ("gamma_cv0.5", "gamma(12 h; 6 h)"),
            ("hyperexp", "exponential(discrete(6 h=9; 66 h=1))"),
        ];
        var items = laws.Select((law, i) => $"  i{i}: {{ removals: {{ base: 1.4 per day }}, " +
            $"repair: {{ at: here, crew: c{i}, takes: \"{law.Text}\" }} }}");
        var simulated = Simulated.Run(
            $$"""
            calendar: { from: day 1, to: day 5500 }
            items:
            {{string.Join('\n', items)}}
            crews:
            {{Lines(laws.Length, i => $"  c{i}: {{ teams: 1 }}")}}
            questions:
            {{Lines(laws.Length, i => $"  q{i}: {{ backorders: i{i}, at: base, between: [day 1501, day 5500] }}")}}
            """,
            replications: 30);
        var rows = Oracle.Read("queue_mg1_table.json").GetProperty("expected").GetProperty("rows").EnumerateArray();
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            Assert.Equal(laws[index].Law, row.GetProperty("dist").GetString());
            simulated.Close($"q{index}", row.GetProperty("L").GetDouble());
        }

        simulated.Done();
    }

    /// <summary>
    /// Palm (1938): with ample repair the number in repair is Poisson, for any law. Where a repair takes the same time
    /// always, that holds exactly once this time has passed; other laws are given twenty times their mean.
    /// </summary>
    /// <param name="mean">Of the number in repair, as the table has it.</param>
    [Theory]
    [InlineData("0.1", "2 d", 41, 4040, 60)]
    [InlineData("1", "lognormal(2 d; 2 d)", 41, 2040, 60)]
    [InlineData("3", "2 d", 41, 840, 40)]
    [InlineData("20", "exponential(2 d)", 41, 340, 40)]
    [InlineData("1000", "2 d", 3, 9, 30)]
    public void What_waits_where_repair_is_ample_is_as_Palm_says(
        string mean, string repair, int from, int to, int replications)
    {
        var rows = Oracle.Lines("palm_poisson_table.csv").Skip(1).Select(line => line.Split(','))
            .Where(row => row[0] == mean).ToArray();
        var perDay = (double.Parse(mean, CultureInfo.InvariantCulture) / 2).ToString(CultureInfo.InvariantCulture);
        var simulated = Simulated.Run(
            $$"""
            calendar: { from: day 1, to: day {{to}} }
            items:
            {{Lines(rows.Length, i => $"  i{i}: {{ removals: {{ base: {perDay} per day }}, " +
                $"repair: {{ at: here, takes: \"{repair}\" }} }}")}}
            stocks:
              base:
            {{Lines(rows.Length, i => $"    i{i}: {rows[i][2]}")}}
            questions:
            {{Lines(rows.Length, i => $"  q{i}: {{ backorders: i{i}, at: base, between: [day {from}, day {to}] }}")}}
            """,
            replications);

        // What is rarer is not seen often enough to have an error.
        var rare = 1e-3 * Math.Max(1, Number(mean));
        var compared = rows.Index().Where(row => Number(row.Item[3]) > rare).ToArray();
        foreach (var (index, row) in compared) simulated.Close($"q{index}", Number(row[3]));
        Assert.InRange(compared.Length, 2, rows.Length);
        simulated.Done();
    }

    /// <summary>A spare is at hand with P(X ≤ S - 1), and nobody waits with P(X ≤ S).</summary>
    [Fact]
    public void A_spare_is_at_hand_as_often_as_Palm_says()
    {
        var rows = Oracle.Lines("palm_poisson_table.csv").Skip(1).Select(line => line.Split(','))
            .Where(row => row[0] == "3").ToArray();
        var simulated = Simulated.Run(
            $$"""
            calendar: { from: day 1, to: day 5 }
            items:
            {{Lines(rows.Length, i => $"  i{i}: {{ removals: {{ base: 1.5 per day }}, " +
                "repair: { at: here, takes: 2 d } }")}}
            stocks:
              base:
            {{Lines(rows.Length, i => $"    i{i}: {rows[i][2]}")}}
            questions:
            {{Lines(rows.Length, i => $"  spare{i}: {{ on-hand: i{i}, at: base, when: day 3, at-least: 1 }}")}}
            {{Lines(rows.Length, i => $"  none{i}: " +
                $"{{ on-hand: i{i}, at: base, when: day 4, net: true, at-least: 0 }}")}}
            {{Lines(rows.Length, i => $"  there{i}: {{ on-hand: i{i}, at: base, when: day 5 }}")}}
            """,
            replications: 4000);
        foreach (var (index, row) in rows.Index())
        {
            if (Number(row[5]) is > 0.001 and < 0.999) simulated.Close($"spare{index}", Number(row[5]));
            if (Number(row[6]) is > 0.001 and < 0.999) simulated.Close($"none{index}", Number(row[6]));
            simulated.Close($"there{index}", Number(row[7]));
        }

        simulated.Done();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Lines(int number, Func<int, string> line) =>
        string.Join('\n', Enumerable.Range(0, number).Select(line));
}
