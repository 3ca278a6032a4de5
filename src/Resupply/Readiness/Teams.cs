using System.Runtime.CompilerServices;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Readiness;

public enum JobKind
{
    Repair,
    Fitting,
    Inspection,
    Upkeep,
}

/// <summary>
/// Teams and the jobs that ask for them: first come, first served over everything that asks for a crew.
/// </summary>
public sealed class Teams
{
    private readonly ReadinessModel model;
    private readonly Timeline timeline;
    private readonly CrewState[] crews;
    private readonly int[][] crewsOf; // by choice
    private readonly int[][] choicesOf; // by crew
    private readonly Ring<int>[] waiting;
    private Job[] jobs = new Job[64];
    private int used;
    private int free = -1;
    private long asked;

    public Teams(ReadinessModel model, Timeline timeline)
    {
        (this.model, this.timeline) = (model, timeline);
        crews = new CrewState[model.Crews.Length];
        crewsOf = [.. model.Choices.Select(choice => choice.Crews)];
        choicesOf = [.. model.Crews.Select(crew => crew.Choices)];
        waiting = [.. model.Choices.Select(_ => new Ring<int>())];
    }

    /// <summary>Told of each job that a team takes up after it had to wait; null: nobody listens.</summary>
    public Action<int>? Started { get; set; }

    /// <summary>
    /// Told of each list of crews for which one job more, or one fewer, waits; null: nobody listens.
    /// </summary>
    public Action<int, int>? Queued { get; set; }

    public ref readonly Job this[int job] => ref jobs[job];

    /// <summary>Jobs that wait for this crew, also where another might do.</summary>
    public int Waiting(int crew) => crews[crew].Waiting;

    /// <summary>Working time in use until this tick, over all teams.</summary>
    public long BusyTicks(int crew, long tick) => crews[crew].BusyTicks(tick);

    /// <summary>Working time of the teams that are there; one that still finishes a job counts as there.</summary>
    public long PresentTicks(int crew, long tick) => crews[crew].PresentTicks(tick);

    public WorkingHours HoursOf(int crew) => crews[crew].Hours;

    /// <summary>The teams of a crew; one that leaves and still finishes a job counts.</summary>
    public long Present(int crew) => crews[crew].Present;

    public void Begin(ReadOnlySpan<double> once)
    {
        (used, free, asked) = (0, -1, 0);
        foreach (var queue in waiting) queue.Clear();
        foreach (var crew in model.Crews)
        {
            var works = crew.Works < 0 ? 1 : once[crew.Works];
            var hours = new WorkingHours(Math.Min(Clock.TicksPerDay, DrawnTicks.Ticks(works)));
            var there = (int)Math.Min(int.MaxValue / 2, Rounding.Count(once[crew.Teams]));
            crews[crew.Index] = new CrewState(hours, there);
        }
    }

    /// <summary>So many teams more, or fewer, as long as there are any: those that are on a job finish it.</summary>
    public void Change(int crew, long more)
    {
        ref var of = ref crews[crew];
        of.SetThere((int)Math.Clamp(of.There + more, 0, int.MaxValue / 2), timeline.Now);
        if (of.CanStart) StartWaiting(crew);
    }

    /// <summary>Asks for a team, or none; the work begins at once where one is free.</summary>
    /// <param name="choice">The crews that may do it; -1: never short.</param>
    /// <param name="work">Working time, ticks.</param>
    /// <param name="lane">Of work that is never short of a team and always takes so long.</param>
    public int Ask(JobKind kind, int subject, int choice, long work, int lane = Agenda.NoLane)
    {
        var job = NewJob();
        ref var entry = ref jobs[job];
        entry.Kind = kind;
        entry.Subject = subject;
        entry.Choice = choice;
        entry.Work = work;
        entry.Crew = -1;
        entry.StartedAt = -1;
        entry.Asked = NextInLine();
        entry.Stamp++;
        if (choice < 0)
        {
            StartAlone(job, lane);
            return job;
        }

        if (FreeOf(choice) is >= 0 and var crew) Start(job, crew);
        else Wait(job, choice);
        return job;
    }

    private void Wait(int job, int choice)
    {
        waiting[choice].Add(job);
        Queue(choice, 1);
    }

    /// <summary>The first crew on the list of which a team is free; -1: none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FreeOf(int choice)
    {
        foreach (var crew in crewsOf[choice])
        {
            if (crews[crew].HasFree) return crew;
        }

        return -1;
    }

    /// <summary>The place in line of whatever asks now, for a team or not.</summary>
    public long NextInLine() => asked++;

    /// <summary>A job comes to its end, and its team is free.</summary>
    /// <returns>What it was about; -1: it is no longer that job.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int End(int job, int stamp)
    {
        ref var entry = ref jobs[job];
        if (entry.Stamp != stamp) return -1;
        var subject = entry.Subject;
        Free(job);
        return subject;
    }

    /// <summary>A job is no longer wanted: its team, if it had one, is free.</summary>
    public void Release(int job)
    {
        ref var entry = ref jobs[job];
        if (!entry.IsWaiting)
        {
            Free(job);
            return;
        }

        Queue(entry.Choice, -1);
        entry.Choice = Dropped;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Free(int job)
    {
        ref var entry = ref jobs[job];
        var crew = entry.Crew;
        entry.Stamp++;
        entry.Subject = free;
        free = job;
        if (crew < 0) return;
        ref var of = ref crews[crew];
        of.End(of.Hours.Until(timeline.Now));
        if (of.CanStart) StartWaiting(crew);
    }

    private const int Dropped = -2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Queue(int choice, int more)
    {
        foreach (var crew in crewsOf[choice]) crews[crew].Waiting += more;
        Queued?.Invoke(choice, more);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Start(int job, int crew)
    {
        var now = timeline.Now;
        ref var of = ref crews[crew];
        var worked = of.Hours.Until(now);
        of.Begin(worked);
        ref var entry = ref jobs[job];
        entry.Crew = crew;
        entry.StartedAt = now;
        timeline.At(of.Hours.EndOf(now, worked, entry.Work), End(entry.Kind), job, entry.Stamp);
    }

    /// <summary>No team is needed.</summary>
    private void StartAlone(int job, int lane)
    {
        ref var entry = ref jobs[job];
        entry.StartedAt = timeline.Now;
        timeline.After(entry.Work, End(entry.Kind), job, entry.Stamp, lane);
    }

    private static EventKind End(JobKind kind) => EventKind.RepairDone + (int)kind;

    private void StartWaiting(int crew)
    {
        while (crews[crew].CanStart)
        {
            var choice = OldestFor(crew);
            var job = waiting[choice].Head;
            waiting[choice].RemoveHead();
            Queue(choice, -1);
            Start(job, crew);
            Started?.Invoke(job);
        }
    }

    /// <summary>The list of crews for which the job stands that has waited longest of this crew's; one waits.</summary>
    private int OldestFor(int crew)
    {
        var (oldest, since) = (-1, long.MaxValue);
        foreach (var choice in choicesOf[crew])
        {
            var queue = waiting[choice];
            while (queue.Count > 0 && jobs[queue.Head].Choice == Dropped) Forget(queue);
            if (queue.Count == 0 || jobs[queue.Head].Asked >= since) continue;
            (oldest, since) = (choice, jobs[queue.Head].Asked);
        }

        return oldest;
    }

    private void Forget(Ring<int> queue)
    {
        var job = queue.Head;
        queue.RemoveHead();
        jobs[job].Subject = free;
        free = job;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NewJob()
    {
        var job = free;
        if (job < 0) return AnotherJob();
        free = jobs[job].Subject;
        return job;
    }

    private int AnotherJob()
    {
        if (used == jobs.Length) Array.Resize(ref jobs, used * 2);
        return used++;
    }

    /// <summary>What somebody has asked for.</summary>
    public struct Job
    {
        public JobKind Kind;

        /// <summary>What it is about, by kind.</summary>
        public int Subject;

        public int Choice;

        /// <summary>Whose team is on it; -1: none.</summary>
        public int Crew;

        public int Stamp;
        public long Work;

        /// <summary>When a team took it up, or it began without one; -1: it waits.</summary>
        public long StartedAt;

        /// <summary>Its place in line.</summary>
        public long Asked;

        public readonly bool IsWaiting => StartedAt < 0;
    }
}
