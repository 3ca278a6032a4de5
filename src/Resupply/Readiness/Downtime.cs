using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>Why a member is down: of several reasons, the first of these.</summary>
public enum DownFor
{
    /// <summary>A part that is in no stock and not on its way to the one where it is waited for.</summary>
    PartInNoStock,

    /// <summary>A part that is on its way there.</summary>
    PartInTransit,

    /// <summary>A team that is free.</summary>
    Team,

    /// <summary>The work itself.</summary>
    Work,

    /// <summary>The next shift of the team that has the job.</summary>
    Shift,
}

/// <summary>
/// Where the time goes in which members are down: each tick of each member goes to one reason, exactly. It listens to
/// members, lines and teams; where nobody asks for it, nobody listens.
/// </summary>
public sealed class Downtime
{
    public const int Reasons = 5;

    private readonly Members members;
    private readonly Spares spares;
    private readonly Teams teams;
    private readonly SupplyLedger ledger;
    private readonly Timeline timeline;
    private readonly int[] stocks;
    private readonly long[][] ticks;
    private Spell[] spells = new Spell[16];
    private bool[] isUnderWay = new bool[64];

    public Downtime(ReadinessModel model, Members members, SupplyLedger ledger, Timeline timeline)
    {
        (this.members, this.ledger, this.timeline) = (members, ledger, timeline);
        (spares, teams) = (members.Spares, members.Teams);
        stocks = [.. model.Fleets.SelectMany(fleet => fleet.Places).Select(place => place.Stock).Distinct()];
        ticks = [.. model.Fleets.Select(_ => new long[Reasons])];
        members.Changed = Look;
        spares.Changed = LookAtLine;
        teams.Started = LookAtJob;
    }

    /// <summary>Before anything of a replication happens.</summary>
    public void Begin()
    {
        foreach (var counts in ticks) Array.Clear(counts);
        Array.Clear(spells);
        Array.Clear(isUnderWay);
    }

    /// <summary>What has left for a stock, or come to it, at 00:00 is looked at when all of it is done.</summary>
    public void LookAtLines()
    {
        foreach (var stock in stocks) LookAtLine(stock);
    }

    /// <summary>The time members of a fleet were down until now, in ticks by <see cref="DownFor"/>.</summary>
    public ReadOnlySpan<long> Of(int fleet)
    {
        var owned = members.Of(fleet);
        for (var i = 0; i < owned.Count; i++) Count(owned[i]);
        return ticks[fleet];
    }

    /// <summary>Looks at everything again, and adds everything up.</summary>
    /// <exception cref="InvalidOperationException">It does not agree: a mistake of this program.</exception>
    public void Audit(Day day)
    {
        foreach (var stock in stocks)
        {
            var left = ledger.Inbound[stock];
            for (var link = spares.First(stock); link >= 0; link = spares.Next(link), left--)
            {
                if (spares.PlaceOf(link) is >= 0 and var place && isUnderWay[place] != left > 0)
                    throw Broken(day, "a place does not know whether its part is on the way");
            }
        }

        for (var fleet = 0; fleet < ticks.Length; fleet++)
        {
            foreach (var member in members.Of(fleet))
            {
                var known = member < spells.Length ? spells[member] : default;
                if ((known.For, known.Crew) != ReasonOf(member)) throw Broken(day, "a member is down for another");
            }

            var sum = 0L;
            foreach (var part in Of(fleet)) sum += part;
            var down = members.Counts.MemberTicks(fleet, timeline.Now) -
                members.Counts.AvailableTicks(fleet, timeline.Now);
            if (sum != down) throw Broken(day, $"{sum} ticks of {down} have one");
        }
    }

    private static InvalidOperationException Broken(Day day, string what) =>
        new($"every tick of a member that is down has one reason, but at the end of {day} {what}");

    /// <summary>The first of those in line wait for what is on its way, the rest for what is nowhere.</summary>
    private void LookAtLine(int stock)
    {
        var left = ledger.Inbound[stock];
        for (var link = spares.First(stock); link >= 0; link = spares.Next(link), left--)
        {
            var place = spares.PlaceOf(link);
            if (place < 0) continue;
            if (place >= isUnderWay.Length) Array.Resize(ref isUnderWay, Math.Max(place + 1, isUnderWay.Length * 2));
            if (isUnderWay[place] == left > 0) continue;
            isUnderWay[place] = left > 0;
            Look(members.MemberOf(place));
        }
    }

    private void LookAtJob(int job)
    {
        if (members.MemberOfJob(job) is >= 0 and var member) Look(member);
    }

    private void Look(int member)
    {
        Count(member);
        (spells[member].For, spells[member].Crew) = ReasonOf(member);
    }

    /// <summary>What has passed since the member was last looked at goes to the reason that held.</summary>
    private void Count(int member)
    {
        if (member >= spells.Length) Array.Resize(ref spells, Math.Max(member + 1, spells.Length * 2));
        ref var spell = ref spells[member];
        var (since, now) = (spell.Since, timeline.Now);
        spell.Since = now;
        if (spell.For is not { } reason || since == now) return;
        var counts = ticks[members.FleetOf(member)];
        if (reason != DownFor.Work)
        {
            counts[(int)reason] += now - since;
            return;
        }

        var worked = spell.Crew < 0
            ? now - since
            : teams.HoursOf(spell.Crew).Until(now) - teams.HoursOf(spell.Crew).Until(since);
        counts[(int)DownFor.Work] += worked;
        counts[(int)DownFor.Shift] += now - since - worked;
    }

    /// <summary>Null: it is not down; with the crew that works on it, -1 where no team is needed.</summary>
    private (DownFor? For, int Crew) ReasonOf(int member)
    {
        if (!members.IsDown(member)) return default;
        if (members.LackOf(member) > 0)
            return (IsAnyNowhere(member) ? DownFor.PartInNoStock : DownFor.PartInTransit, 0);
        if (members.SlowestWorkOn(member) is not { } work) return (DownFor.Work, -1);
        return work.StartedAt < 0 ? (DownFor.Team, 0) : (DownFor.Work, work.Crew);
    }

    private bool IsAnyNowhere(int member)
    {
        var first = members.FirstPlaceOf(member);
        var end = first + members.PartsOf(member).Length;
        for (var place = first; place < end; place++)
        {
            if (members.StateOf(place) == PlaceState.Waiting && !(place < isUnderWay.Length && isUnderWay[place]))
                return true;
        }

        return false;
    }

    private struct Spell
    {
        public long Since;
        public DownFor? For;
        public int Crew;
    }
}
