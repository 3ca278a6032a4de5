using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Answers;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>How ready each fleet is, where its time went, and which parts hold it up.</summary>
internal static class ReadinessFigures
{
    /// <summary>More bars than this are drawn by quarters or years.</summary>
    private const int BarsMax = 36;

    private static readonly (string, string)[] ReadyLegend =
    [
        ("line", "available at 24:00, median"), ("most", "8 of 10"), ("line day", "available, mean over the day"),
        ("edge", "members there are, mean"), ("reason-0", "lack a part (NMCS), mean over the day"),
        ("reason-2", "in maintenance (NMCM), mean over the day"),
    ];

    public static IEnumerable<Figure> Of(RunReport report) =>
        report.Fleets.SelectMany((fleet, index) => OfFleet(fleet, index, report.Card));

    private static IEnumerable<Figure> OfFleet(FleetChart fleet, int index, RunCard card)
    {
        if (!(fleet.Whole.Owned > 0)) yield break;
        int[] kept = [.. Series.Kept(fleet.Available.Length, i => fleet.Available[i].Day, card.Deadlines)];
        yield return new Figure(
            Figure.IdOf("ready", index),
            $"{fleet.Fleet}: members available",
            $"Members of {fleet.Fleet} at {fleet.Site} that can be used at the end of each day, and on average over " +
            "its hours; below, why the others cannot. " +
            $"{FanFigures.AtDeadlines(fleet.Available, card, "members")} Over all the calendar " +
            $"{ReadinessWords.Availability(fleet.Whole)}; {ReadinessWords.Causes(fleet.Whole)}.",
            ReadyLegend,
            json => WriteReady(json, fleet, kept),
            ReadyTableOf(fleet, kept));
        var periods = PeriodsOf(fleet.Months);
        yield return new Figure(
            Figure.IdOf("downtime", index),
            $"{fleet.Fleet}: why members are down",
            Totals(fleet),
            [
                .. ReadinessWords.Reasons(fleet.Whole)
                    .Select((reason, number) => (Figure.IdOf("reason", number), reason.Name)),
            ],
            json => WriteDowntime(json, periods),
            DowntimeTableOf(fleet, periods))
        {
            Open = fleet.Parts.IsEmpty ? null : PartsOf(fleet),
        };
    }

    private static string Totals(FleetChart fleet)
    {
        var whole = fleet.Whole;
        if (!(whole.Down > 0)) return $"No member of {fleet.Fleet} is ever down.";
        var split = string.Join(
            ", ", ReadinessWords.Reasons(whole).Where(reason => reason.Days > 0).Select(reason =>
                $"{reason.Name} {Shown.Amount(reason.Days, "")} ({ReadinessWords.Percent(reason.Days, whole.Down)})"));
        return $"Members of {fleet.Fleet} that are down, on average in each month, by what keeps them down. Of " +
            $"{Shown.Amount(whole.Owned, "")} member-days {Shown.Amount(whole.Down, "")} were lost: {split}. Where " +
            "several reasons hold, the first of these counts; the first two are NMCS, the others NMCM.";
    }

    /// <summary>Months, or where there are too many, quarters or years.</summary>
    private static ImmutableArray<DowntimeSplit> PeriodsOf(ImmutableArray<DowntimeSplit> months)
    {
        var size = months.Length <= BarsMax ? 1 : months.Length <= BarsMax * 3 ? 3 : 12;
        return
        [
            .. months.GroupBy(month => ((month.From.Year * 12) + month.From.Month - 1) / size)
                .Select(period => DowntimeSplit.Sum([.. period])),
        ];
    }

    private static void WriteReady(Utf8JsonWriter json, FleetChart fleet, int[] kept)
    {
        json.WriteString("type", "ready");
        json.WriteStartObject("available");
        Series.Write(json, [.. kept.Select(i => fleet.Available[i])]);
        json.WriteEndObject();
        Series.WriteArray(json, "owned", kept.Select(i => fleet.Days[i].Owned));
        Series.WriteArray(json, "allDay", kept.Select(i => fleet.Days[i].AllDay.Available));
        Series.WriteArray(json, "nmcs", kept.Select(i => fleet.Days[i].AllDay.Nmcs));
        Series.WriteArray(json, "nmcm", kept.Select(i => fleet.Days[i].AllDay.Nmcm));
    }

    private static void WriteDowntime(Utf8JsonWriter json, ImmutableArray<DowntimeSplit> periods)
    {
        json.WriteString("type", "downtime");
        json.WriteStartArray("reasons");
        foreach (var (name, _) in ReadinessWords.Reasons(periods[0])) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteStartArray("periods");
        foreach (var period in periods)
        {
            json.WriteStartObject();
            json.WriteNumber("from", Series.Number(period.From));
            json.WriteNumber("to", Series.Number(period.To));
            Series.WriteArray(
                json,
                "members",
                ReadinessWords.Reasons(period).Select(reason => ReadinessWords.MembersOf(period, reason.Days)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Markup ReadyTableOf(FleetChart fleet, int[] kept) => Figure.TableOf(
        $"{fleet.Fleet}: members available and down",
        [
            "Day, at 24:00", "members, mean", "available, mean", "10%", "median", "90%", "share available",
            "lack a part (NMCS)", "in maintenance (NMCM)", "mean over the day: available", "lack a part",
            "in maintenance",
        ],
        kept.Select(i => (fleet.Available[i], fleet.Days[i])).Select(((Band Up, FleetDay All) day) => new[]
        {
            day.Up.Day.ToString(), Short(day.All.Owned), Short(day.Up.Mean), Short(day.Up.P10), Short(day.Up.P50),
            Short(day.Up.P90), day.All.Share is { } share ? Invariant($"{share * 100:0.0}%") : "",
            Short(day.All.Nmcs), Short(day.All.Nmcm), Short(day.All.AllDay.Available),
            Short(day.All.AllDay.Nmcs), Short(day.All.AllDay.Nmcm),
        }));

    private static Markup DowntimeTableOf(FleetChart fleet, ImmutableArray<DowntimeSplit> periods) => Figure.TableOf(
        $"{fleet.Fleet}: member-days by what they went to",
        ["From", "to", "owned", "down", .. ReadinessWords.Reasons(periods[0]).Select(reason => reason.Name)],
        periods.Select(period => (string[])
        [
            period.From.ToString(), period.To.ToString(), Short(period.Owned), Short(period.Down),
            .. ReadinessWords.Reasons(period).Select(reason => Short(reason.Days)),
        ]));

    /// <summary>Ranked; where nothing is ever missing, it says so by its noughts.</summary>
    private static Markup PartsOf(FleetChart fleet) => Markup.Of(table =>
    {
        var title = $"{fleet.Fleet}: problem parts";
        table.Add($"<h4>{title}</h4>");
        table.Add($"<p>One spare more helps first the members that lack this part and no other. Averages over all ");
        table.Add($"days; waited for at {fleet.Parts[0].Site} by any fleet, in repair and in transit anywhere.</p>");
        table.Add($"""<div class="scroll" tabindex="0" role="region" aria-label="{title}">""");
        table.Add($"""
            {Figure.TableOf(
                "On average: members that lack the part, and units of it",
                ["Part", "lack it alone", "of all that lack parts", "lack it", "waited for", "in repair", "in transit"],
                fleet.Parts.Select(part => new[]
                {
                    part.Item, Fixed(part.MissingAlone), ReadinessWords.Percent(part.MissingAlone, Lacking(fleet)),
                    Fixed(part.Missing), Fixed(part.Backorders), Fixed(part.InRepair), Fixed(part.InTransit),
                }))}
            """);
        table.Add($"</div>");
    });

    private static double Lacking(FleetChart fleet) => fleet.Days.Average(day => day.Nmcs);

    private static string Fixed(double value) => Invariant($"{value:N2}");

    private static string Short(double value) => Shown.Amount(value, "");
}
