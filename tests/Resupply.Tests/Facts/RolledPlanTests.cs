using Resupply.Supply;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Facts;

/// <summary>What holds of every plan that is rolled forward.</summary>
public class RolledPlanTests
{
    /// <summary>Where all went as planned, today changes nothing of what is still to come.</summary>
    [Fact]
    public void Facts_as_planned_leave_the_answers_as_they_were() => Property.Holds(
        forAny: RandomFacts.Any,
        that: facts =>
        {
            var before = RandomFacts.Answers(facts.Plan, facts.Asked);
            var after = RandomFacts.Answers(facts.Rolled(), facts.Asked);
            return before.AsSpan().SequenceEqual(after);
        },
        cases: 60);

    [Fact]
    public void The_need_of_a_day_is_the_same_draw_whichever_day_is_today()
    {
        string Text(int today) =>
            $$"""
            calendar: { from: day 1, to: day 20 }
            today: day {{today}}
            counts: { base: { a: { day {{today - 1}}: {{1000 - (5 * (today - 1))}} } } }
            stocks: { base: { a: 1000 } }
            demands: { use: { at: base, served-by: [a], per-day: 4..6 } }
            questions: { left: { on-hand: a, at: base, when: day 20 } }
            """;
        Assert.Equal(LastNeeds(Text(2)), LastNeeds(Text(20)));
    }

    /// <summary>Nothing is lost, on any day of any plan rolled forward whatever is drawn.</summary>
    [Fact]
    public void Nothing_is_lost_of_a_plan_that_is_rolled_forward() => Property.Holds(
        forAny: RandomScenario.UnderWay,
        that: text => Rehearsal.Report(text, replications: 40).Card.Replications == 40,
        cases: 60);

    /// <summary>The units of the last day's need, replication by replication.</summary>
    private static int[] LastNeeds(string text)
    {
        var model = Model.Compile(Rehearsal.Read(text), seed: 4);
        var (need, room) = (model.Supply.Demands[0].Need, new NeedRoom(model.Supply.Days, model.Supply.Demands));
        return
        [
            .. Enumerable.Range(0, 50).Select(number =>
            {
                var needs = new int[model.Supply.Days];
                need.Draw(number, [], needs, room);
                return needs[^1];
            }),
        ];
    }
}
