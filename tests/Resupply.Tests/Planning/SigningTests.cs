using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Planning;
using Resupply.Reports;
using Resupply.Tests.Supply;
using Resupply.Values;

namespace Resupply.Tests.Planning;

/// <summary>What a permission is worth, by hand: day 1 of a rehearsal is 1 January 2025.</summary>
public class SigningTests
{
    private const string Shipment = """
        calendar: { from: day 1, to: day 30 }
        stocks: { base: { a: 10 } }
        demands: { use: { at: base, served-by: [a], per-day: 1 } }
        releases: { permission: { granted: 50% chance of day 5..day 25, by: somebody } }
        shipments: { waits: { to: base, contents: { a: 10 }, arrives: day 4, needs: permission } }

        """;

    private const string Line = """
        calendar: { from: day 1, to: day 30 }
        lines: { line: { item: a, at: depot, per-day: 2 } }
        releases: { permission: { granted: never } }
        orders:
          held: { line: line, to: base, quantity: 10, agreed: day 1, due: { day 8: 10 }, needs: permission }
          next: { line: line, to: donor, quantity: 10, agreed: day 1, due: { day 12: 10 } }

        """;

    /// <summary>Ten on hand last to day 10; ten more, if they come by day 11, to day 20.</summary>
    [Fact]
    public void A_shipment_that_waits_is_of_use_until_the_stock_runs_out()
    {
        var answer = Only(Shipment + "questions: { lasts: { covered: use, until: day 20 } }\n");
        Assert.Equal(Day(11), answer.LastDay!.Day);
        Assert.Equal(Day(11), answer.LastTold!.Day);
        Assert.Equal((0, 1), (Value(answer.Never), Value(answer.LastDay.Answer)));
        Assert.Equal(1, answer.LastDay.Change!.Value.Value);
        Assert.True(answer.Shrinks);
    }

    /// <summary>A need of a day after the stock is gone is lost: granted on day 11 + k, k of them are.</summary>
    [Fact]
    public void A_quantity_changes_by_a_share_of_its_greater_side()
    {
        var answer = Only(Shipment + "questions: { unmet: { unmet: use, until: day 30 } }\n");
        Assert.Equal((20, 10), (Value(answer.Never), Value(answer.Days[0].Answer)));
        Assert.Equal(0.2, answer.MoreThan, 12);
        Assert.Equal(Day(30), answer.LastDay!.Day);
        Assert.Equal(-1, answer.LastDay.Change!.Value.Value);
        var tenth = Only(Shipment + "questions: { unmet: { unmet: use, until: day 30 } }\n", moreThan: 0.1);
        Assert.Equal((Day(28), -3), (tenth.LastDay!.Day, tenth.LastDay.Change!.Value.Value));
        Assert.Equal(Day(30), tenth.LastTold!.Day);
    }

    [Fact]
    public void A_date_and_a_ratio_are_told_too()
    {
        var report = Find(Shipment +
            "questions: { short: { shortage: use }, met: { met: use, until: day 30 } }\n", every: "5d");
        var (never, atOnce) = (report.Questions[1].Never, report.Questions[1].Days[0].Answer);
        Assert.Equal((10.0 / 30, 20.0 / 30), (Value(never), Value(atOnce)));
        Assert.Equal(Day(29), Only(Shipment + "questions: { met: { met: use, until: day 30 } }\n", moreThan: 0.04)
            .LastDay!.Day);
        var shortage = report.Questions[0];
        Assert.Equal((0, null), (shortage.Days[0].Change!.Value.Value, shortage.LastTold)); // it is short by day 21
        Assert.False(shortage.Days[0].IsSame); // but later
        Assert.EndsWith(
            " The median day is 11 January 2025 if it is never granted, 21 January 2025 if granted at once.",
            SignatureSentence.Of(shortage, report.Card));
    }

    /// <summary>Held items are finished on day 5 and enter on the day of the grant; ten are due on day 8.</summary>
    [Fact]
    public void An_order_held_at_the_line_is_delivered_when_it_is_released()
    {
        var report = Find(Line + """
            questions:
              half: { delivered: held, by: day 12, at-least: 50% }
              late: { late: held, until: day 12 }
              next: { delivered: next, by: day 12 }

            """);
        Assert.Equal(["half", "late"], report.Questions.Select(each => each.Question.Name));
        Assert.Equal(Day(12), report.Questions[0].LastDay!.Day);
        Assert.Equal((50, 0), (Value(report.Questions[1].Never), Value(report.Questions[1].Days[0].Answer)));
        Assert.Equal((Day(12), -10), (
            report.Questions[1].LastDay!.Day, report.Questions[1].LastDay!.Change!.Value.Value));
        Assert.Equal("next", Assert.Single(report.Unmoved).Name);
        Assert.Equal(["order held"], report.Waiting);
        Assert.True(report.Questions[0].AsWritten.IsSame, "the file says never");
    }

    /// <summary>What comes early is drawn on by others before the question looks: later is better.</summary>
    [Fact]
    public void A_change_that_grows_with_the_days_is_told_so()
    {
        var answer = Only(Shipment + "questions: { left: { on-hand: a, at: base, when: day 22 } }\n");
        Assert.False(answer.Shrinks);
        Assert.Equal(Day(22), answer.LastDay!.Day);
        Assert.Equal((0, 9), (Value(answer.Days[0].Answer), Value(answer.LastDay.Answer)));
    }

    [Fact]
    public void What_the_file_has_is_what_the_file_answers()
    {
        const string Text = Shipment + "questions: { lasts: { covered: use, until: day 20 } }\n";
        var answer = Only(Text);
        var run = Rehearsal.Run(Rehearsal.Read(Text), new RunOptions { Replications = 100, Threads = 1 });
        Assert.Equal(Value(run.Answers[0]), Value(answer.AsWritten.Answer));
        Assert.InRange(Value(answer.AsWritten.Answer), 0.05, 0.4); // 50 % × 7 days of 21
    }

    [Fact]
    public void No_day_may_change_an_answer_by_more()
    {
        var answer = Only(
            Shipment + "questions: { unmet: { unmet: use, until: day 30 } }\n", moreThan: 0.6);
        Assert.Null(answer.LastDay);
        Assert.Equal(Day(30), answer.LastTold!.Day);
        var few = Only(Shipment + "questions: { lasts: { covered: use, until: day 20 } }\n", replications: 29);
        Assert.Null(few.LastTold);
    }

    /// <summary>The day found by halving is what one looks up day by day.</summary>
    [Fact]
    public void Halving_finds_the_day()
    {
        const string Text = """
            calendar: { from: day 1, to: day 60 }
            stocks: { base: { a: 20 } }
            demands: { use: { at: base, served-by: [a], per-day: poisson(1) } }
            releases: { permission: { granted: never } }
            shipments: { waits: { to: base, contents: { a: 40 }, arrives: day 4, needs: permission } }
            questions: { lasts: { covered: use, until: day 50 } }

            """;
        var coarse = Only(Text, every: "1month", replications: 300);
        var fine = Only(Text, every: "1d", replications: 300);
        Assert.True(coarse.Shrinks && fine.Shrinks);
        Assert.Equal(fine.Days.Last(IsMore).Day, fine.LastDay!.Day);
        Assert.Equal(fine.LastDay.Change, fine.Days.Single(each => each.Day == fine.LastDay.Day).Change);
        Assert.InRange(coarse.LastDay!.Day!.Value - fine.LastDay.Day!.Value, 0, 3); // it is judged less strictly
        Assert.Equal(coarse.LastDay.Change, fine.Days.Single(each => each.Day == coarse.LastDay.Day).Change);
        static bool IsMore(SignedAnswer each) => each.IsTold && Math.Abs(each.Change!.Value.Value) > 0.01;
    }

    [Theory]
    [InlineData(0, "every day")]
    [InlineData(12, "every day")]
    [InlineData(60, "every week")]
    [InlineData(150, "every 2 weeks")]
    [InlineData(365, "on the 1st of every month")]
    [InlineData(700, "on the 1st, every 2 months")]
    [InlineData(30_000, "on the 1st, every 12 months")]
    public void Steps_make_about_a_dozen_dates(int days, string step) =>
        Assert.Equal(step, SigningStep.For(days).InWords);

    [Theory]
    [InlineData("1d", "every day")]
    [InlineData("2 w", "every 2 weeks")]
    [InlineData("10d", "every 10 days")]
    [InlineData("1month", "on the 1st of every month")]
    [InlineData("3 months", "on the 1st, every 3 months")]
    [InlineData("0d", null)]
    [InlineData("w", null)]
    [InlineData("1 year", null)]
    [InlineData("99999d", null)]
    public void A_step_is_read(string text, string? inWords) =>
        Assert.Equal(inWords, SigningStep.Parse(text)?.InWords);

    [Fact]
    public void Months_begin_on_their_first() => Assert.Equal(
        ["2024-11-09", "2024-12-01", "2025-01-01", "2025-01-31"],
        Permission.Days(Rehearsal.First + -53, Rehearsal.First + 30, new SigningStep(0, 1))
            .Select(day => day.ToString()));

    private static Day Day(int number) => Rehearsal.First + (number - 1);

    private static SignatureAnswer Only(
        string text, string every = "5d", double moreThan = 0.01, long replications = 100) =>
        Assert.Single(Find(text, every, moreThan, replications).Questions);

    private static SignatureReport Find(
        string text, string? every = null, double moreThan = 0.01, long replications = 100)
    {
        var step = every is null ? null : SigningStep.Parse(every);
        var (report, diagnostics) = Signing.Find(
            Rehearsal.Read(text),
            new RunOptions { Replications = replications, Threads = 1, Audited = true },
            new SigningTerms("permission", moreThan, step, ImmutableArray<string>.Empty),
            [],
            null,
            TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        return report!;
    }

    private static double Value(Answer answer) => answer switch
    {
        Answer.Probability probability => probability.Estimate.Value,
        Answer.Share share => share.Estimate.Value,
        Answer.Quantity quantity => quantity.Mean!.Value.Value,
        Answer.Date date => date.Estimate.Never,
        _ => double.NaN,
    };
}
