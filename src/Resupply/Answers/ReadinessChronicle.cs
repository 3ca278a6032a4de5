using Resupply.Readiness;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>Keeps, for the report, how ready fleets were, why not, and how busy crews were.</summary>
public sealed class ReadinessChronicle : Process
{
    private readonly ReadinessChartPlan plan;
    private readonly ReadinessProcess readiness;
    private readonly Downtime downtime;
    private readonly SupplyLedger ledger;
    private readonly int[] chartedDay;
    private readonly int[] monthEnding;
    private readonly int[][] partOf;
    private readonly long[] series;
    private readonly long[] sums;
    private readonly long[][] monthBefore;
    private readonly long[][] dayBefore;
    private readonly long[] busyBefore;
    private readonly long[] presentBefore;
    private readonly long[] waitedBefore;
    private readonly long calendarTicks;
    private long chartedUntil;

    public ReadinessChronicle(ChartPlan charts, ReadinessModel model, ReadinessProcess readiness, SupplyLedger ledger)
    {
        (plan, this.readiness, this.ledger) = (charts.Readiness, readiness, ledger);
        downtime = readiness.Downtime!;
        chartedDay = Index(model.Days, charts.Days);
        monthEnding = Index(model.Days, [.. plan.Months.Select(month => month.Last)]);
        calendarTicks = Clock.At(model.Days);
        partOf = [.. model.Fleets.Take(plan.Fleets).Select(PartsOf)];
        series = new long[plan.Series];
        sums = new long[plan.Sums];
        monthBefore = [.. Enumerable.Range(0, plan.Fleets).Select(_ => new long[ReadinessChartPlan.SumsOfMonth])];
        dayBefore = [.. Enumerable.Range(0, plan.Fleets).Select(_ => new long[3])];
        (busyBefore, presentBefore, waitedBefore) =
            (new long[plan.Crews], new long[plan.Crews], new long[plan.Crews]);
    }

    public override void Begin(Replication replication)
    {
        Array.Clear(sums);
        foreach (var counts in monthBefore) Array.Clear(counts);
        foreach (var counts in dayBefore) Array.Clear(counts);
        foreach (var counts in (ReadOnlySpan<long[]>)[busyBefore, presentBefore, waitedBefore]) Array.Clear(counts);
        chartedUntil = 0;
    }

    public override void Close(int day)
    {
        if (chartedDay[day] is >= 0 and var at) Chart(at, Clock.At(day + 1));
        if (monthEnding[day] is >= 0 and var month) EndMonth(month, Clock.At(day + 1));
    }

    public override void End(Record record)
    {
        for (var part = 0; part < plan.Parts.Length; part++)
        {
            var waited = (Int128)ledger.WaitedTicks(plan.Parts[part].Stock, calendarTicks);
            SumOfPart(part, 4) = (long)(waited * ReadinessChartPlan.BackorderUnit / calendarTicks);
        }

        for (var i = 0; i < series.Length; i++) record.Series[plan.FirstSeries + i].Add(series[i]);
        for (var i = 0; i < sums.Length; i++) record.Counters[plan.FirstSum + i] += sums[i];
    }

    /// <summary>By day: where it stands in a list of days; -1: it does not.</summary>
    private static int[] Index(int days, int[] listed)
    {
        var index = new int[days];
        Array.Fill(index, -1);
        for (var i = 0; i < listed.Length; i++) index[listed[i]] = i;
        return index;
    }

    /// <summary>By kind: where it stands among the parts of the plan; -1: no member has a place for it.</summary>
    private int[] PartsOf(FleetModel fleet) =>
    [
        .. Enumerable.Range(0, fleet.Places.Select(place => place.Kind + 1).DefaultIfEmpty(0).Max()).Select(kind =>
            Array.FindIndex(plan.Parts, part => part.Fleet == fleet.Index && part.Kind == kind)),
    ];

    private ref long SumOfPart(int part, int number) =>
        ref sums[plan.FirstPart + (part * ReadinessChartPlan.SumsOfPart) + number];

    private void Chart(int at, long tick)
    {
        var counts = readiness.Members.Counts;
        for (var fleet = 0; fleet < plan.Fleets; fleet++)
        {
            var (up, owned) = (counts.Up(fleet), counts.Owned[fleet]);
            var index = (fleet * plan.Days) + at;
            series[index] = up;
            var sum = sums.AsSpan(index * ReadinessChartPlan.SumsOfDay, ReadinessChartPlan.SumsOfDay);
            sum[0] = owned;
            sum[1] = counts.LackParts[fleet];
            sum[2] = owned == 0 ? 0 : up * FleetCounts.ShareUnit / owned;
            sum[3] = owned == 0 ? 0 : 1;
            AddSince(sum[4..], fleet, tick);
            if (counts.LackParts[fleet] > 0) LookForParts(fleet);
        }

        for (var part = 0; part < plan.Parts.Length; part++)
        {
            SumOfPart(part, 2) += ledger.InRepair[plan.Parts[part].Item];
            SumOfPart(part, 3) += ledger.InTransit[plan.Parts[part].Item];
        }

        for (var crew = 0; crew < plan.Crews; crew++) ChartCrew(crew, (crew * plan.Days) + at, tick);
        chartedUntil = tick;
    }

    /// <summary>Ticks owned, available and NMCS since the charted day before.</summary>
    private void AddSince(Span<long> sum, int fleet, long tick)
    {
        var counts = readiness.Members.Counts;
        var down = downtime.Of(fleet);
        ReadOnlySpan<long> now =
        [
            counts.MemberTicks(fleet, tick), counts.AvailableTicks(fleet, tick),
            down[(int)DownFor.PartInNoStock] + down[(int)DownFor.PartInTransit],
        ];
        for (var i = 0; i < now.Length; i++) sum[i] = now[i] - dayBefore[fleet][i];
        now.CopyTo(dayBefore[fleet]);
    }

    /// <summary>Of each member that lacks parts: which, and whether it lacks only one kind.</summary>
    private void LookForParts(int fleet)
    {
        var owned = readiness.Members.Of(fleet);
        for (var i = 0; i < owned.Count; i++)
        {
            var member = owned[i];
            if (readiness.Members.LackOf(member) == 0) continue;
            var (first, places) = (readiness.Members.FirstPlaceOf(member), readiness.Members.PartsOf(member));
            var (last, kinds) = (-1, 0);
            for (var place = 0; place < places.Length; place++)
            {
                var kind = places[place].Kind;
                if (kind == last || readiness.Members.StateOf(first + place) != PlaceState.Waiting) continue;
                (last, kinds) = (kind, kinds + 1);
                SumOfPart(partOf[fleet][kind], 1)++;
            }

            if (kinds == 1) SumOfPart(partOf[fleet][last], 0)++;
        }
    }

    private void ChartCrew(int crew, int index, long tick)
    {
        var teams = readiness.Teams;
        series[plan.FirstTeams + index] = teams.Present(crew);
        var waited = readiness.Queues!.WaitedTicks(crew);
        series[plan.FirstQueue + index] = Rounding.HalfUp(
            (waited - waitedBefore[crew]) * ReadinessChartPlan.QueueUnit / (double)(tick - chartedUntil));
        waitedBefore[crew] = waited;
        var (busy, present) = (teams.BusyTicks(crew, tick), teams.PresentTicks(crew, tick));
        var first = plan.FirstLoad + (index * ReadinessChartPlan.SumsOfLoad);
        (sums[first], sums[first + 1]) = (busy - busyBefore[crew], present - presentBefore[crew]);
        (busyBefore[crew], presentBefore[crew]) = (busy, present);
    }

    private void EndMonth(int month, long tick)
    {
        for (var fleet = 0; fleet < plan.Fleets; fleet++)
        {
            var first = plan.FirstMonth
                + (((fleet * plan.Months.Length) + month) * ReadinessChartPlan.SumsOfMonth);
            var until = monthBefore[fleet];
            sums[first] = readiness.Members.Counts.MemberTicks(fleet, tick) - until[0];
            until[0] += sums[first];
            var down = downtime.Of(fleet);
            for (var reason = 0; reason < down.Length; reason++)
            {
                sums[first + 1 + reason] = down[reason] - until[1 + reason];
                until[1 + reason] = down[reason];
            }
        }
    }
}
