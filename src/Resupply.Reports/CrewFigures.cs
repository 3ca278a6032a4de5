using System.Text.Json;
using Resupply.Answers;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>How busy each crew is, against the teams that come and go.</summary>
internal static class CrewFigures
{
    private static readonly (string, string)[] Legend =
    [
        ("line", "median; of working time the mean"), ("most", "8 of 10"),
    ];

    public static IEnumerable<Figure> Of(RunReport report) => report.Crews.Select((crew, index) =>
    {
        int[] kept = [.. Series.Kept(crew.Teams.Length, i => crew.Teams[i].Day, report.Card.Deadlines)];
        return new Figure(
            Figure.IdOf("crew", index),
            $"{crew.Crew}: teams and their load",
            "Teams at the end of each day, how much of their working time is in use, and jobs that wait for one, " +
            "also where another crew might do, on average over the day. " +
            $"{TeamsOf(crew)} In all {ReadinessWords.Load(crew)}.",
            Legend,
            json => Write(json, crew, kept),
            TableOf(crew, kept));
    });

    private static string TeamsOf(CrewChart crew)
    {
        var (first, last) = (crew.Teams[0], crew.Teams[^1]);
        var teams = first.P50 == 1 ? "team" : "teams";
        var number = first.P50 == 0 ? "No" : Short(first.P50);
        return first.P50 == last.P50
            ? $"{number} {teams} on the first day and on the last."
            : $"{number} {teams} on the first day, {Short(last.P50)} on the last (medians).";
    }

    private static void Write(Utf8JsonWriter json, CrewChart crew, int[] kept)
    {
        json.WriteString("type", "crew");
        json.WriteStartObject("teams");
        Series.Write(json, [.. kept.Select(i => crew.Teams[i])]);
        json.WriteEndObject();
        json.WriteStartObject("waiting");
        Series.Write(json, [.. kept.Select(i => crew.Waiting[i])]);
        json.WriteEndObject();
        json.WriteStartArray("busy");
        foreach (var i in kept)
        {
            if (crew.Busy[i] is { } share) json.WriteNumberValue(share);
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static Markup TableOf(CrewChart crew, int[] kept) => Figure.TableOf(
        $"{crew.Crew}: teams, working time in use, jobs that wait",
        [
            "Day, at 24:00", "teams, mean", "10%", "90%", "working time in use", "jobs that wait, mean", "10%",
            "median", "90%",
        ],
        kept.Select(i => (crew.Teams[i], crew.Waiting[i], crew.Busy[i]))
            .Select(((Band Teams, Band Waiting, double? Busy) day) => new[]
            {
                day.Teams.Day.ToString(), Short(day.Teams.Mean), Short(day.Teams.P10), Short(day.Teams.P90),
                day.Busy is { } share ? Invariant($"{share * 100:0.0}%") : "", Short(day.Waiting.Mean),
                Short(day.Waiting.P10), Short(day.Waiting.P50), Short(day.Waiting.P90),
            }));

    private static string Short(double value) => Shown.Amount(value, "");
}
