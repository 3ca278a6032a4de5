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
    private readonly WorkingHours[] hours;
    private readonly int[] there;
    private readonly long[] busyTicks;
    private readonly long[] presentTicks;
    private readonly long[] countedUntil;
    private readonly Ring<int>[] waiting;
    private readonly int[] waitingJobs;
    private Job[] jobs = new Job[64];
    private int used;
    private int free = -1;
    private long asked;

    public Teams(ReadinessModel model, Timeline timeline)
    {
        (this.model, this.timeline) = (model, timeline);
        hours = new WorkingHours[model.Crews.Length];
        there = new int[model.Crews.Length];
        Busy = new int[model.Crews.Length];
        busyTicks = new long[model.Crews.Length];
        presentTicks = new long[model.Crews.Length];
        countedUntil = new long[model.Crews.Length];
        waiting = [.. model.Choices.Select(_ => new Ring<int>())];
        waitingJobs = new int[model.Choices.Length];
    }

    /// <summary>Teams that are on a job, by crew.</summary>
    public int[] Busy { get; }

    /// <summary>Told of each job that a team takes up after it had to wait; null: nobody listens.</summary>
    public Action<int>? Started { get; set; }

    /// <summary>
    /// Told of each list of crews for which one job more, or one fewer, waits; null: nobody listens.
    /// </summary>
    public Action<int, int>? Queued { get; set; }

    public ref readonly Job this[int job] => ref jobs[job];

    /// <summary>Jobs that wait for this crew, also where another might do.</summary>
    public int Waiting(int crew)
    {
        var sum = 0;
        foreach (var choice in model.Crews[crew].Choices) sum += waitingJobs[choice];
        return sum;
    }

    /// <summary>Working time in use until this tick, over all teams.</summary>
    public long BusyTicks(int crew, long tick) =>
        busyTicks[crew] + (Busy[crew] * (hours[crew].Until(tick) - countedUntil[crew]));

    /// <summary>Working time of the teams that are there; one that still finishes a job counts as there.</summary>
    public long PresentTicks(int crew, long tick) =>
        presentTicks[crew] + (Present(crew) * (hours[crew].Until(tick) - countedUntil[crew]));

    public WorkingHours HoursOf(int crew) => hours[crew];

    /// <summary>The teams of a crew; one that leaves and still finishes a job counts.</summary>
    public long Present(int crew) => Math.Max(there[crew], Busy[crew]);

    public void Begin(ReadOnlySpan<double> once)
    {
        (used, free, asked) = (0, -1, 0);
        foreach (var queue in waiting) queue.Clear();
        Array.Clear(waitingJobs);
        Array.Clear(Busy);
        Array.Clear(busyTicks);
        Array.Clear(presentTicks);
        foreach (var crew in model.Crews)
        {
            var works = crew.Works < 0 ? 1 : once[crew.Works];
            hours[crew.Index] = new WorkingHours(Math.Min(Clock.TicksPerDay, DrawnTicks.Ticks(works)));
            there[crew.Index] = (int)Math.Min(int.MaxValue / 2, Rounding.Count(once[crew.Teams]));
            countedUntil[crew.Index] = hours[crew.Index].Until(0);
        }
    }

    /// <summary>So many teams more, or fewer, as long as there are any: those that are on a job finish it.</summary>
    public void Change(int crew, long more)
    {
        Count(crew);
        there[crew] = (int)Math.Clamp(there[crew] + more, 0, int.MaxValue / 2);
        StartWaiting(crew);
    }

    /// <summary>Asks for a team, or none; the work begins at once where one is free.</summary>
    /// <param name="choice">The crews that may do it; -1: never short.</param>
    /// <param name="work">Working time, ticks.</param>
    public int Ask(JobKind kind, int subject, int choice, long work)
    {
        var job = NewJob();
        ref var entry = ref jobs[job];
        entry = new Job(kind, subject, choice, work, -1, -1, asked++, entry.Stamp + 1);
        if (choice < 0)
        {
            entry = entry with { StartedAt = timeline.Now };
            timeline.After(work, EventKind.JobDone, job, entry.Stamp);
            return job;
        }

        foreach (var crew in model.Choices[choice].Crews)
        {
            if (Busy[crew] >= there[crew]) continue;
            Start(job, crew);
            return job;
        }

        waiting[choice].Add(job);
        Queue(choice, 1);
        return job;
    }

    /// <summary>Whether a job that was said to be done still is that job.</summary>
    public bool IsCurrent(int job, int stamp) => jobs[job].Stamp == stamp;

    /// <summary>A job is done, or is no longer wanted: its team, if it had one, is free.</summary>
    public void Release(int job)
    {
        ref var entry = ref jobs[job];
        var crew = entry.Crew;
        if (entry.IsWaiting)
        {
            Queue(entry.Choice, -1);
            entry = entry with { Choice = Dropped };
            return;
        }

        entry = entry with { Stamp = entry.Stamp + 1, Subject = free };
        free = job;
        if (crew < 0) return;
        Count(crew);
        Busy[crew]--;
        StartWaiting(crew);
    }

    private const int Dropped = -2;

    private void Queue(int choice, int more)
    {
        waitingJobs[choice] += more;
        Queued?.Invoke(choice, more);
    }

    private void Count(int crew)
    {
        var now = hours[crew].Until(timeline.Now);
        var worked = now - countedUntil[crew];
        busyTicks[crew] += Busy[crew] * worked;
        presentTicks[crew] += Present(crew) * worked;
        countedUntil[crew] = now;
    }

    private void Start(int job, int crew)
    {
        Count(crew);
        Busy[crew]++;
        ref var entry = ref jobs[job];
        entry = entry with { Crew = crew, StartedAt = timeline.Now };
        var end = hours[crew].EndOf(timeline.Now, entry.Work);
        timeline.After(end - timeline.Now, EventKind.JobDone, job, entry.Stamp);
    }

    private void StartWaiting(int crew)
    {
        while (Busy[crew] < there[crew] && OldestFor(crew) is >= 0 and var choice)
        {
            var job = waiting[choice].Head;
            waiting[choice].RemoveHead();
            Queue(choice, -1);
            Start(job, crew);
            Started?.Invoke(job);
        }
    }

    private int OldestFor(int crew)
    {
        var (oldest, since) = (-1, long.MaxValue);
        foreach (var choice in model.Crews[crew].Choices)
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
        jobs[job] = jobs[job] with { Subject = free };
        free = job;
    }

    private int NewJob()
    {
        if (free >= 0)
        {
            var job = free;
            free = jobs[job].Subject;
            return job;
        }

        if (used == jobs.Length) Array.Resize(ref jobs, used * 2);
        return used++;
    }

    /// <param name="Subject">What it is about, by kind.</param>
    /// <param name="Crew">Whose team is on it; -1: none.</param>
    /// <param name="StartedAt">When a team took it up, or it began without one; -1: it waits.</param>
    /// <param name="Asked">Its place in line.</param>
    public readonly record struct Job(
        JobKind Kind, int Subject, int Choice, long Work, int Crew, long StartedAt, long Asked, int Stamp)
    {
        public bool IsWaiting => StartedAt < 0;
    }
}
