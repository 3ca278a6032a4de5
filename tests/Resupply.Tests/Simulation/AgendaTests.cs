using Resupply.Simulation;

namespace Resupply.Tests.Simulation;

public class AgendaTests
{
    private const int Cases = 400;

    [Fact]
    public void Events_are_taken_in_order_of_time_and_of_scheduling() => Property.Holds(
        forAny: draws => AgendaScript.Of(draws, pending: draws.OneOf(1, 2, 7, 40, 300, 2_000), steps: 3_000),
        that: script => script.AgreesWithReference(new Agenda()),
        Cases);

    [Fact]
    public void Lanes_for_delays_known_beforehand_change_no_order() => Property.Holds(
        forAny: draws => AgendaScript.Of(draws, pending: draws.OneOf(1, 7, 40, 300), steps: 3_000),
        that: script => script.AgreesWithReference(new Agenda(0, 3_600, 7_200, 4, 10_800)),
        Cases);

    [Fact]
    public void The_most_frequent_delays_have_lanes()
    {
        var script = AgendaScript.Of(Draws.Of(5), pending: 300, steps: 2_000);
        var delays = script.Steps.SelectMany(step => step.Delays).CountBy(delay => delay)
            .OrderByDescending(each => each.Value).Select(each => each.Key).ToArray();
        Assert.True(script.AgreesWithReference(new Agenda(delays)));
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(100_000)]
    public void A_great_many_events_keep_their_order(int pending) => Property.Holds(
        forAny: draws => AgendaScript.Of(draws, pending, steps: 2 * pending),
        that: script => script.AgreesWithReference(new Agenda()),
        cases: 6);

    [Fact]
    public void What_was_scheduled_before_clearing_changes_nothing()
    {
        var kept = new Agenda();
        Property.Holds(
            forAny: draws => AgendaScript.Of(draws, pending: draws.OneOf(1, 30, 1_000), steps: draws.Whole(0, 2_000)),
            that: script => script.AgreesWithReference(kept),
            Cases);
    }

    [Fact]
    public void Ties_are_taken_in_the_order_of_scheduling_even_between_takings()
    {
        var agenda = new Agenda();
        for (var i = 0; i < 1_000; i++) agenda.Schedule(5, i, 0);
        for (var i = 0; i < 3_000; i++)
        {
            Assert.True(agenda.TakeBefore(6, out var next));
            Assert.Equal(new Agenda.Entry(5, i, i < 1_000 ? 0 : 1), next);
            if (i < 2_000) agenda.Schedule(5, i + 1_000, 1);
        }

        Assert.Equal(0, agenda.Count);
    }

    [Fact]
    public void What_is_at_the_end_is_not_before_it()
    {
        var agenda = new Agenda();
        agenda.Schedule(100, 1, 0);
        Assert.False(agenda.TakeBefore(100, out _));
        Assert.True(agenda.TakeBefore(101, out var next));
        Assert.Equal(new Agenda.Entry(100, 1, 0), next);
        Assert.False(agenda.TakeBefore(Agenda.TimeLimit, out _));
    }

    [Fact]
    public void An_end_that_was_reached_does_not_bind_what_is_scheduled_later()
    {
        var agenda = new Agenda();
        agenda.Schedule(10, 1, 0);
        agenda.Schedule(1_000_000, 2, 0);
        Assert.True(agenda.TakeBefore(500, out _));
        Assert.False(agenda.TakeBefore(500, out _));
        agenda.Schedule(10, 3, 0);
        agenda.Schedule(499, 4, 0);
        Assert.Equal([3, 4, 2], Taken(agenda, Agenda.TimeLimit).Select(entry => entry.What));
    }

    [Fact]
    public void The_last_tick_is_as_good_as_any()
    {
        var agenda = new Agenda();
        for (var i = 0; i < 200; i++) agenda.Schedule(i % 2 == 0 ? Agenda.TimeLimit - 1 : 0, i, 0);
        Assert.Equal(
            Enumerable.Range(0, 200).OrderByDescending(i => i % 2),
            Taken(agenda, Agenda.TimeLimit).Select(entry => entry.What));
    }

    [Fact]
    public void A_time_that_has_passed_or_never_comes_is_refused()
    {
        var agenda = new Agenda();
        agenda.Schedule(10, 0, 0);
        agenda.TakeBefore(20, out _);
        Assert.Throws<ArgumentOutOfRangeException>(() => agenda.Schedule(9, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => agenda.Schedule(Agenda.TimeLimit, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => agenda.Schedule(-1, 0, 0));
        Assert.Equal(0, agenda.Count);
    }

    [Theory]
    [InlineData]
    [InlineData(0L, 3_600L)]
    public void Nothing_is_allocated_once_warm(params long[] delays)
    {
        var agenda = new Agenda(delays);
        var script = AgendaScript.Of(Draws.Of(3), pending: 2_000, steps: 20_000);
        script.Replay(agenda);
        script.Replay(agenda);
        var before = GC.GetAllocatedBytesForCurrentThread();
        script.Replay(agenda);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static IEnumerable<Agenda.Entry> Taken(Agenda agenda, long end)
    {
        while (agenda.TakeBefore(end, out var next)) yield return next;
    }
}
