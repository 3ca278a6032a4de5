using System.Runtime.CompilerServices;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>What is drawn for the members of a fleet, whichever group they are of, in one replication.</summary>
internal sealed class FleetDraws(FleetModel model, Timeline timeline)
{
    private const double HoursPerDay = 24;

    private readonly DrawnTicks?[] since =
        [.. model.Inspections.Select(each => each.Since is { } time ? new DrawnTicks(time) : null)];

    public FleetModel Model => model;

    /// <summary>The part of the time in which an available member operates.</summary>
    public double Duty { get; private set; }

    /// <summary>Ticks of available time between two inspections, by inspection.</summary>
    public long[] Every { get; } = new long[model.Inspections.Length];

    /// <summary>Working time for a unit of operating time.</summary>
    public double UpkeepPerHour { get; private set; }

    /// <summary>Working time, by inspection; null: none.</summary>
    public DrawnTicks?[] Takes { get; } =
        [.. model.Inspections.Select(each => each.Work.Takes is { } time ? new DrawnTicks(time) : null)];

    /// <summary>By place.</summary>
    public DrawnTicks?[] Fittings { get; } =
        [.. model.Places.Select(place => place.Fitting?.Takes is { } takes ? new DrawnTicks(takes, timeline) : null)];

    /// <summary>The places, by their offset from a member's first, where parts age by operating.</summary>
    public int[] PlacesThatOperate { get; } =
        [.. Enumerable.Range(0, model.Places.Length).Where(offset => !model.Places[offset].AgesAlways)];

    /// <summary>Nothing of it ages or is due by operating.</summary>
    public bool NothingByOperating => model.Inspections.Length == 0 && PlacesThatOperate.Length == 0;

    public void Begin(Replication replication)
    {
        foreach (var draws in Takes) draws?.Begin(replication);
        foreach (var draws in since) draws?.Begin(replication);
        foreach (var draws in Fittings) draws?.Begin(replication);
        Duty = model.Operates < 0 ? 1 : replication.Once[model.Operates];
        UpkeepPerHour = model.Upkeep is { } upkeep ? replication.Once[upkeep.PerHour] * HoursPerDay : 0;
        for (var i = 0; i < Every.Length; i++)
            Every[i] = Math.Max(1, DrawnTicks.Ticks(replication.Once[model.Inspections[i].Every], Duty));
    }

    /// <summary>Ticks of available time since the last inspection, at the start.</summary>
    /// <param name="ordinal">Of the member among those that came together, whose draws these are.</param>
    public long Since(int inspection, RandomStream draws, int ordinal) =>
        since[inspection]?.Draw(draws.At(ordinal).Key, Duty) ?? 0;
}

/// <summary>What is drawn for members that came together.</summary>
/// <param name="places">Of a member.</param>
/// <param name="failures">By kind of part: makes a number of its own of each failure.</param>
internal sealed class GroupDraws(GroupModel model, PartPlace[] places, RandomStream[] failures)
{
    private readonly DrawnTicks?[] ages = [.. model.Ages.Select(age => age is null ? null : new DrawnTicks(age))];
    private RandomStream[] numbers = []; // by member and place

    public GroupModel Model => model;

    /// <summary>By kind of part; null: it never fails.</summary>
    public DrawnTicks?[] Lives { get; } =
        [.. model.Lives.Select(life => life is null ? null : new DrawnTicks(life))];

    /// <summary>Where its members' places begin among those of all groups.</summary>
    public int FirstPart { get; set; }

    public void Begin(Replication replication)
    {
        foreach (var life in Lives) life?.Begin(replication);
        foreach (var age in ages) age?.Begin(replication);
    }

    /// <summary>
    /// The numbers of the failures at a member's place: no replication changes them, so they are worked out once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RandomStream NumbersAt(int ordinal, int offset)
    {
        var at = (ordinal * places.Length) + offset;
        if (at >= numbers.Length) AddNumbers(at);
        return numbers[at];
    }

    private void AddNumbers(int upTo)
    {
        var known = numbers.Length;
        Array.Resize(ref numbers, Math.Max(upTo + 1, known * 2));
        for (var at = known; at < numbers.Length; at++)
        {
            var (ordinal, offset) = Math.DivRem(at, places.Length);
            numbers[at] = failures[places[offset].Kind].At(ordinal).At(places[offset].Ordinal);
        }
    }

    /// <summary>What remains of the life of a part fitted at the start, in ticks of available time.</summary>
    public long FirstLife(int kind, ulong of, double share) => (Lives[kind], ages[kind]) switch
    {
        (null, _) => DrawnTicks.Never,
        ({ } life, null) => life.Draw(of, share),
        ({ } life, { } age) => life.DrawRemaining(of, age.Draw(of), share),
    };
}
