using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>One fleet, day by day at 24:00, and where its time went.</summary>
/// <param name="Available">Members that are available (mission capable).</param>
/// <param name="Days">As many as bands.</param>
/// <param name="Months">By calendar month, the first and the last as far as the calendar goes.</param>
/// <param name="Parts">Its kinds of part, those first that most often were the only thing missing.</param>
public sealed record FleetChart(
    string Fleet,
    string Site,
    ImmutableArray<Band> Available,
    ImmutableArray<FleetDay> Days,
    ImmutableArray<DowntimeSplit> Months,
    ImmutableArray<PartChart> Parts)
{
    /// <summary>The months in one.</summary>
    public DowntimeSplit Whole => DowntimeSplit.Sum(Months.AsSpan());
}

/// <summary>Members at 24:00, means over replications.</summary>
/// <param name="Owned">Members there are.</param>
/// <param name="Share">Of the members there are, the share that is available; null where there never is one.</param>
/// <param name="Nmcs">Members down for want of a part (not mission capable, supply).</param>
/// <param name="Nmcm">Members down for or in maintenance only (not mission capable, maintenance).</param>
/// <param name="AllDay">The same over all the time since the charted day before.</param>
public readonly record struct FleetDay(double Owned, double? Share, double Nmcs, double Nmcm, AllDay AllDay);

/// <summary>
/// Members on average over all hours of a day: work that begins at 00:00 and is done by evening shows here alone.
/// </summary>
public readonly record struct AllDay(double Available, double Nmcs, double Nmcm);

/// <summary>Where a fleet's time went between two days, both included: member-days, means over replications.</summary>
/// <param name="PartInNoStock">Down for a part that is in no stock, nor on its way.</param>
/// <param name="PartInTransit">Down for a part that is on its way.</param>
/// <param name="Team">Down for a team.</param>
/// <param name="Work">In work.</param>
/// <param name="Shift">Taken up by a team that is off duty.</param>
public sealed record DowntimeSplit(
    Day From,
    Day To,
    double Owned,
    double PartInNoStock,
    double PartInTransit,
    double Team,
    double Work,
    double Shift)
{
    public double Nmcs => PartInNoStock + PartInTransit;

    public double Nmcm => Team + Work + Shift;

    public double Down => Nmcs + Nmcm;

    public static DowntimeSplit Sum(ReadOnlySpan<DowntimeSplit> months)
    {
        var sum = months[0];
        foreach (var month in months[1..])
        {
            sum = new DowntimeSplit(
                sum.From,
                month.To,
                sum.Owned + month.Owned,
                sum.PartInNoStock + month.PartInNoStock,
                sum.PartInTransit + month.PartInTransit,
                sum.Team + month.Team,
                sum.Work + month.Work,
                sum.Shift + month.Shift);
        }

        return sum;
    }
}

/// <summary>One kind of part of a fleet: means over replications and over the charted days.</summary>
/// <param name="Site">Whose stock the spares come from.</param>
/// <param name="MissingAlone">Members of the fleet that lack this kind and no other, at 24:00.</param>
/// <param name="Missing">Members of the fleet that lack this kind, at 24:00.</param>
/// <param name="InRepair">Units of the item in or awaiting repair anywhere, at 24:00.</param>
/// <param name="InTransit">Units of the item on any way, at 24:00.</param>
/// <param name="Backorders">Units waited for at the stock, by whomever; the average over all the time.</param>
public sealed record PartChart(
    string Item,
    string Site,
    double MissingAlone,
    double Missing,
    double InRepair,
    double InTransit,
    double Backorders);

/// <summary>One crew, day by day.</summary>
/// <param name="Teams">There at 24:00; one that leaves and still finishes a job counts.</param>
/// <param name="Waiting">
/// Jobs that wait for it, on average since the charted day before, also where another crew might do.
/// </param>
/// <param name="Busy">
/// Working time in use since the charted day before, of that of the teams there; null where there was none.
/// </param>
public sealed record CrewChart(
    string Crew, ImmutableArray<Band> Teams, ImmutableArray<Band> Waiting, ImmutableArray<double?> Busy);
