using Resupply.Simulation;

namespace Resupply.Tests.Simulation;

/// <summary>
/// What is asked of an agenda, drawn beforehand: first many events, then takings up to some end, each of which may
/// schedule more; some go on until nothing is left. How far ahead follows laws that change on the way, so that no
/// layout suits for long.
/// </summary>
internal sealed record AgendaScript(long[] First, AgendaScript.Step[] Steps, bool Drains)
{
    /// <summary>Take what is before an end so far ahead; then schedule what comes after these delays.</summary>
    public readonly record struct Step(long EndAhead, long[] Delays);

    public static AgendaScript Of(Draws draws, int pending, int steps)
    {
        var law = Law(draws);
        var first = new long[draws.Whole(1, pending)];
        for (var i = 0; i < first.Length; i++) first[i] = law(draws);
        var script = new Step[steps];
        for (var i = 0; i < steps; i++)
        {
            if (draws.Chance(3.0 / steps)) law = Law(draws);
            // One in, one out, on average.
            var delays = draws.Whole(0, 9) switch { 0 => new long[2], 1 => [], _ => new long[1] };
            for (var j = 0; j < delays.Length; j++) delays[j] = law(draws);
            script[i] = new Step(draws.Chance(0.1) ? draws.Whole(0, 5_000) : Agenda.TimeLimit, delays);
        }

        return new AgendaScript(first, script, draws.Chance(0.5));
    }

    /// <summary>Plays the script on the agenda and on a sorted reference; false: they differ somewhere.</summary>
    public bool AgreesWithReference(Agenda agenda)
    {
        agenda.Clear();
        var reference = new PriorityQueue<Agenda.Entry, (long Time, int Number)>();
        var (now, number) = (0L, 0);
        foreach (var time in First) Schedule(time);
        foreach (var step in Steps)
        {
            var end = Math.Min(now + step.EndAhead, Agenda.TimeLimit);
            if (!SameIsTaken(end)) return false;
            foreach (var delay in step.Delays) Schedule(now + delay, agenda.LaneFor(delay));
            if (agenda.Count != reference.Count) return false;
        }

        if (!Drains) return true;
        while (reference.Count > 0)
        {
            if (!SameIsTaken(Agenda.TimeLimit)) return false;
        }

        return agenda.Count == 0 && !agenda.TakeBefore(Agenda.TimeLimit, out _);

        void Schedule(long time, int lane = Agenda.NoLane)
        {
            if (time >= Agenda.TimeLimit) (time, lane) = (Agenda.TimeLimit - 1, Agenda.NoLane);
            if (lane == Agenda.NoLane) agenda.Schedule(time, number, ~number);
            else agenda.ScheduleInLane(lane, time, number, ~number);
            reference.Enqueue(new Agenda.Entry(time, number, ~number), (time, number++));
        }

        bool SameIsTaken(long end)
        {
            var expected = reference.TryPeek(out var first, out _) && first.Time < end;
            if (agenda.TakeBefore(end, out var taken) != expected) return false;
            if (!expected) return true;
            now = taken.Time;
            return taken == reference.Dequeue();
        }
    }

    /// <summary>Plays the script without looking.</summary>
    public void Replay(Agenda agenda)
    {
        agenda.Clear();
        foreach (var time in First) agenda.Schedule(time, 0, 0);
        var now = 0L;
        foreach (var step in Steps)
        {
            if (agenda.TakeBefore(Math.Min(now + step.EndAhead, Agenda.TimeLimit), out var taken)) now = taken.Time;
            foreach (var delay in step.Delays)
            {
                if (now + delay < Agenda.TimeLimit && agenda.LaneFor(delay) is not Agenda.NoLane and var lane)
                    agenda.ScheduleInLane(lane, now + delay, 0, 0);
                else
                    agenda.Schedule(Math.Min(now + delay, Agenda.TimeLimit - 1), 0, 0);
            }
        }
    }

    /// <summary>How a script is told from others when it fails.</summary>
    public override string ToString() => $"{First.Length} events, {Steps.Length} steps";

    private static Func<Draws, long> Law(Draws draws)
    {
        var mean = Math.Exp(draws.Between(0, 14));
        return draws.Whole(0, 6) switch
        {
            0 => _ => 0,
            1 => _ => (long)mean,
            2 => next => next.Whole(0, 3) * 3_600,
            3 => next => (long)(-mean * Math.Log(next.Uniform())),
            4 => next => (long)Math.Min(mean * Math.Pow(next.Uniform(), -1.5), Agenda.TimeLimit), // has no mean
            5 => next => next.Chance(0.01) ? (long)(1_000 * mean) : next.Whole(0, 10),
            _ => next => (long)(2 * mean * next.Uniform()),
        };
    }
}
