using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Resupply.Answers;
using Resupply.Planning;
using Resupply.Values;

namespace Resupply.Reports;

/// <summary>What binds, as JSON: the fields are in the manual page of `resupply binds`; shares, all digits.</summary>
public static class BindingJson
{
    public static string Write(BindingReport report) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        JsonReport.WriteCard(json, report.Card);
        json.WriteStartObject("fleets");
        foreach (var fleet in report.Fleets) WriteFleet(json, fleet);
        json.WriteEndObject();
        json.WriteStartArray("left-out");
        foreach (var each in report.LeftOut)
        {
            json.WriteStartObject();
            WriteRelief(json, each.Relief);
            json.WriteString("because", each.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonReport.WriteDiagnostics(json, report.Diagnostics);
        json.WriteEndObject();
    });

    /// <summary>The words of the contract for what binds.</summary>
    internal static string WordFor(Bound bound) => bound switch
    {
        Bound.Parts => "parts",
        Bound.People => "people",
        Bound.Either => "either",
        Bound.Nothing => "nothing",
        _ => throw new UnreachableException(),
    };

    /// <summary>2025-01.</summary>
    internal static string MonthOf(Day day) => day.ToString()[..7];

    private static void WriteFleet(Utf8JsonWriter json, FleetBinding fleet)
    {
        json.WriteStartObject(fleet.Fleet);
        json.WriteString("sentence", BindingSentence.Of(fleet));
        WriteChange(json, "available", fleet.Available);
        json.WriteStartArray("reliefs");
        foreach (var effect in fleet.Effects) WriteEffect(json, effect, fleet.Months);
        json.WriteEndArray();
        json.WriteStartArray("months");
        foreach (var month in fleet.Months) WriteMonth(json, month);
        json.WriteEndArray();
        json.WriteNumber("comparisons", fleet.Comparisons);
        json.WriteEndObject();
    }

    private static void WriteEffect(Utf8JsonWriter json, ReliefEffect effect, ImmutableArray<MonthBinding> months)
    {
        json.WriteStartObject();
        WriteRelief(json, effect.Relief);
        WriteChange(json, "change", effect.Change);
        json.WriteStartObject("by-month");
        for (var i = 0; i < months.Length; i++) WriteChange(json, MonthOf(months[i].From), effect.ByMonth[i]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMonth(Utf8JsonWriter json, MonthBinding month)
    {
        json.WriteStartObject();
        json.WriteString("month", MonthOf(month.From));
        json.WriteString("from", month.From.ToString());
        json.WriteString("to", month.To.ToString());
        WriteChange(json, "available", month.Available);
        json.WriteString("binds", WordFor(month.Bound));
        json.WriteString("spare", month.Spare?.Relief.Name);
        json.WriteString("team", month.Team?.Relief.Name);
        WriteChange(json, "spare-less-team", month.Difference);
        json.WriteEndObject();
    }

    private static void WriteRelief(Utf8JsonWriter json, Relief relief)
    {
        json.WriteString("relief", relief.Name);
        json.WriteString("kind", relief switch
        {
            Relief.Spare => "spare",
            Relief.Team => "team",
            _ => "earlier",
        });
        json.WriteString("path", relief.Path);
    }

    private static void WriteChange(Utf8JsonWriter json, string name, Estimate? change)
    {
        if (change is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        JsonReport.WriteEstimate(json, "estimate", known);
        json.WriteNumber("error", known.Error);
        json.WriteEndObject();
    }
}
