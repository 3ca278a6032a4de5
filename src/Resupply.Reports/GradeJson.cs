using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>What the grades move, as JSON: `grades` of the answer, only where something is graded.</summary>
internal static class GradeJson
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<GradeEffect> grades)
    {
        if (grades.IsEmpty) return;
        json.WriteStartArray("grades");
        foreach (var grade in grades)
        {
            json.WriteStartObject();
            json.WriteString("grade", grade.Grade);
            json.WriteString("probability", grade.Probability);
            JsonReport.WriteNames(json, "shipments", grade.Shipments);
            JsonReport.WriteNames(json, "claims", grade.Claims);
            json.WriteNumber("replications", grade.Replications);
            json.WriteStartObject("moved");
            foreach (var moved in grade.Moved) WriteMoved(json, moved);
            json.WriteEndObject();
            JsonReport.WriteNames(json, "unmoved", grade.Unmoved);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMoved(Utf8JsonWriter json, MovedAnswer moved)
    {
        json.WriteStartObject(moved.Paired.Question.Name);
        WriteAnswer(json, "graded", moved.Paired.Other);
        WriteAnswer(json, "certain", moved.Paired.Base);
        json.WriteStartObject("change");
        JsonReport.WriteEstimate(json, "estimate", moved.Paired.Change);
        json.WriteEndObject();
        json.WriteBoolean("told", moved.IsTold);
        json.WriteEndObject();
    }

    private static void WriteAnswer(Utf8JsonWriter json, string name, Answer answer)
    {
        json.WriteStartObject(name);
        JsonReport.WriteNumbers(json, answer);
        json.WriteEndObject();
    }
}
