using System.Globalization;
using Resupply.Reports;
using Resupply.Tests.Supply;
using Record = Resupply.Simulation.Record;

namespace Resupply.Tests.Promises;

/// <summary>The first promise: same scenario, same seed, same bytes.</summary>
public class SameBytesTests
{
    public static TheoryData<string> All => Examples.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Any_number_of_threads_gives_the_same_bytes(string example)
    {
        var model = Examples.Model(example);
        var alone = Examples.Bytes(Examples.Run(model, 0, 1500));
        Assert.Equal(alone, Examples.Bytes(Examples.Run(model, 0, 1500, threads: 2)));
        Assert.Equal(alone, Examples.Bytes(Examples.Run(model, 0, 1500, threads: 5)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Blocks_merge_to_the_same_bytes_in_any_order(string example)
    {
        var model = Examples.Model(example);
        var whole = Examples.Bytes(Examples.Run(model, 0, 900));
        (long First, long End)[] blocks = [(0, 1), (1, 256), (256, 700), (700, 900)];
        foreach (var order in (int[][])[[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]])
        {
            var merged = new Record(model.Layout);
            foreach (var block in order) merged.Add(Examples.Run(model, blocks[block].First, blocks[block].End));
            Assert.Equal(whole, Examples.Bytes(merged));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_record_that_was_written_and_read_is_the_same(string example)
    {
        var model = Examples.Model(example);
        var record = Examples.Run(model, 0, 300);
        var bytes = Examples.Bytes(record);
        var read = Record.Read(new MemoryStream(bytes));
        Assert.Equal(bytes, Examples.Bytes(read));

        // It goes on as the one that was never written would have.
        read.Add(Examples.Run(model, 300, 400));
        Assert.Equal(Examples.Bytes(Examples.Run(model, 0, 400)), Examples.Bytes(read));
    }

    [Fact]
    public void Another_seed_is_another_future() => Assert.NotEqual(
        Examples.Bytes(Examples.Run(Model.Compile(Examples.Read("five-lines"), seed: 1), 0, 100)),
        Examples.Bytes(Examples.Run(Model.Compile(Examples.Read("five-lines"), seed: 2), 0, 100)));

    [Theory]
    [MemberData(nameof(All))]
    public void The_machines_culture_changes_nothing(string example)
    {
        var usual = Everything(example);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Foreign();
            Assert.Equal(usual, Everything(example));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void The_order_of_sections_and_of_keys_changes_no_answer()
    {
        const string sections =
            """
            unknowns: { gap: 1..3, all: 20..40 }
            stocks:
              depot: { b: { on-hand: 9, order-up-to: 12, takes: 1 d..4 d } }
              base: { a: { order-quantity: 7, on-hand: 5..9, from-site: depot, reorder-point: 4 }, b: 8 }
            lanes: { road: { takes: 1 d..2 d, from: depot, to: base, lift: 6 per day } }
            demands:
              use: { at: base, served-by: [a, b], per-day: poisson(3), weekly: { sat: 2, mon: 0.5 }, unmet: waits }
              other: { share: 40%, at: base, served-by: [b], priority: 1, arrivals: poisson(1), size: 1..3 }
            authorities: { fund: { expires: day 8, amount: 60..100 } }
            shipments:
              truck: { contents: { b: rest, a: 5 }, to: base, total: all, arrives: day 2 + gap * 1 d,
                       tranches: 3, every: 1 d, lost-on-the-way: 20%, funded-by: fund }
            """;
        const string questions =
            """
            questions:
              q1: { met: [use, other], until: day 9 }
              q2: { on-hand: b, at: base, when: day 8 }
              q3: { left: fund, by: day 8 }
              q4: { backorders: a, at: depot, between: [day 2, day 9] }
            """;
        const string turned =
            """
            shipments:
              truck: { funded-by: fund, lost-on-the-way: 20%, every: 1 d, tranches: 3, arrives: day 2 + gap * 1 d,
                       total: all, to: base, contents: { a: 5, b: rest } }
            authorities: { fund: { amount: 60..100, expires: day 8 } }
            demands:
              use: { unmet: waits, weekly: { mon: 0.5, sat: 2 }, per-day: poisson(3), served-by: [a, b], at: base }
              other: { size: 1..3, arrivals: poisson(1), priority: 1, served-by: [b], at: base, share: 40% }
            lanes: { road: { lift: 6 per day, to: base, from: depot, takes: 1 d..2 d } }
            stocks:
              base: { b: 8, a: { reorder-point: 4, from-site: depot, on-hand: 5..9, order-quantity: 7 } }
              depot: { b: { takes: 1 d..4 d, order-up-to: 12, on-hand: 9 } }
            unknowns: { all: 20..40, gap: 1..3 }
            """;
        Assert.Equal(
            Rehearsal.AnswersAsJson(sections + "\n" + questions, replications: 500),
            Rehearsal.AnswersAsJson(questions + "\n" + turned, replications: 500));
    }

    /// <summary>Every text that a run can write, in one.</summary>
    private static string Everything(string example)
    {
        var options = new RunOptions { Replications = 200, Threads = 1, Charts = true };
        var report = Rehearsal.Run(Examples.Read(example), options);
        using var terminal = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        TerminalReport.Write(report, terminal, 80);
        return string.Join(
            "\n\n",
            JsonReport.Write(report),
            CsvReport.Answers(report),
            CsvReport.Series(report),
            CsvReport.Shipments(report),
            terminal.ToString(),
            HtmlReport.Write(report));
    }

    /// <summary>A culture in which nothing is written as here: 1.234,5 and −1 and days before months.</summary>
    private static CultureInfo Foreign()
    {
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NumberGroupSeparator = ".";
        foreign.NumberFormat.NegativeSign = "−";
        foreign.NumberFormat.PercentDecimalSeparator = ",";
        foreign.NumberFormat.PositiveInfinitySymbol = "unendlich";
        foreign.DateTimeFormat.ShortDatePattern = "dd'.'MM'.'yyyy";
        foreign.DateTimeFormat.DateSeparator = ".";
        return foreign;
    }
}
