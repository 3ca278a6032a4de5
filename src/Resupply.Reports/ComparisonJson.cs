using System.Text.Json;
using Resupply.Answers;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>Options side by side, as JSON: the fields are in the manual page of `resupply compare`.</summary>
public static class ComparisonJson
{
    public static string Write(ComparisonReport report) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        JsonReport.WriteCard(json, report.Card);
        json.WriteString("against", report.Against);
        json.WriteNumber("comparisons", report.Comparisons);
        json.WriteStartObject("questions");
        foreach (var question in report.Questions) WriteQuestion(json, question);
        json.WriteEndObject();
        JsonReport.WriteDiagnostics(json, report.Diagnostics);
        json.WriteEndObject();
    });

    private static void WriteQuestion(Utf8JsonWriter json, ComparedQuestion question)
    {
        json.WriteStartObject(question.Question.Name);
        json.WriteString("asks", question.Question.InWords);
        json.WriteString("better", question.MoreIsBetter switch { true => "more", false => "less", _ => null });
        json.WriteBoolean("unmoved", question.IsUnmoved);
        json.WriteStartObject("worlds");
        foreach (var world in question.Worlds)
        {
            json.WriteStartObject(world.World);
            json.WriteString("best", world.Best);
            json.WriteStartObject("options");
            foreach (var option in world.Options) WriteOption(json, option);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteOverWorlds(json, question);
        json.WriteEndObject();
    }

    private static void WriteOption(Utf8JsonWriter json, ComparedOption option)
    {
        json.WriteStartObject(option.Option);
        JsonReport.WriteNumbers(json, option.Answer);
        JsonReport.WriteChange(json, option.Change, () =>
        {
            json.WriteBoolean("same", option.IsSame);
            json.WriteBoolean("told", option.IsTold);
            if (option.Needed is { } needed and < long.MaxValue) json.WriteNumber("needed", (long)Math.Ceiling(needed));
            else json.WriteNull("needed");
        });

        json.WriteEndObject();
    }

    private static void WriteOverWorlds(Utf8JsonWriter json, ComparedQuestion question)
    {
        if (question.OverWorlds.IsEmpty) return;
        json.WriteStartObject("over-worlds");
        foreach (var option in question.OverWorlds)
        {
            json.WriteStartObject(option.Option);
            if (option.Worst is { } worst)
            {
                json.WriteNumber("worst", Answering.Level(worst.Answer)!.Value);
                json.WriteString("worst-in", worst.World);
            }

            if (option.Regret is { } regret)
            {
                json.WriteNumber("regret", regret.Short.Value);
                json.WriteNumber("regret-error", regret.Short.Error);
                json.WriteString("regret-in", regret.World);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
