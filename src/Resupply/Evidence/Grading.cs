using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Evidence;

/// <summary>A shipment that comes with the probability that the scenario states for the grade of its claims.</summary>
/// <param name="Grade">`B2`.</param>
/// <param name="Claims">Those that stand.</param>
/// <param name="Probability">As written under `grades`.</param>
public sealed record GradedValue(string Shipment, string Grade, ImmutableArray<string> Claims, string Probability);

/// <summary>
/// `confirmed: graded`. Grades are ordinal: that B2 is better than C3 says nothing of by how much, so the probability
/// is what the scenario states, or none. Several claims count only if they are of one grade: how many make a better one
/// nobody has said.
/// </summary>
internal static class Grading
{
    private const string NoDefault = "grades are an order, not numbers; there is no honest default";

    /// <summary>The form with numbers in the place of `graded`; where there is none, a diagnostic says why.</summary>
    public static (Form.Fields Form, EvidencePlan Plan) Apply(
        Form.Fields scenario, EvidencePlan plan, Knowledge? known, Diagnostics diagnostics)
    {
        if (scenario["shipments"] is not Form.Map shipments) return (scenario, plan);
        var table = scenario.MapAt("grades")
            .Where(entry => entry.Form is Form.Single)
            .ToDictionary(entry => entry.Name, entry => ((Form.Single)entry.Form).Value, StringComparer.Ordinal);
        var graded = ImmutableArray.CreateBuilder<GradedValue>();
        var entries = shipments.Entries.Select(Read).ToImmutableArray();
        var form = scenario.With("shipments", shipments with { Entries = entries });
        return (form, plan with { Graded = graded.ToImmutable() });

        Form.Named Read(Form.Named shipment)
        {
            if (shipment.Form is not Form.Fields fields || fields["confirmed"] is not Form.Word word) return shipment;
            if (ClaimsOf(word, plan, known, diagnostics) is not { } claims) return shipment;
            if (GradeOf(word, claims, plan, table, diagnostics) is not { } grade) return shipment;
            graded.Add(new GradedValue(
                shipment.Name, grade, [.. claims.Select(claim => claim.Name)], table[grade].Text));
            var value = table[grade] with
            {
                Path = word.Path,
                Text = $"{table[grade].Text}, graded {grade}",
                At = word.At,
                Support = word.Support,
            };
            return shipment with { Form = fields.With("confirmed", new Form.Single(value)) };
        }
    }

    /// <summary>The claims that stand; null, with a diagnostic, where there is none.</summary>
    private static Claim[]? ClaimsOf(Form.Word word, EvidencePlan plan, Knowledge? known, Diagnostics diagnostics)
    {
        var named = word.Support.Claims;
        var claims = named.Distinct().Select(plan.ClaimNamed).OfType<Claim>().Where(plan.Stands).ToArray();
        if (claims.Length > 0) return claims;
        var by = known is { } knowledge ? $" by {knowledge.Day}" : "";
        if (named.IsEmpty)
        {
            diagnostics.Error(
                word.At,
                "`graded` takes the grade of a claim, and none is named here",
                "write confirmed: { value: graded, claims: [a-claim] }");
        }
        else
        {
            diagnostics.Error(
                word.At,
                $"`graded` takes the grade of a claim that stands, and{by} none of {Nearest.Listed(named)} does",
                "state the probability here, or name another claim");
        }

        return null;
    }

    private static string? GradeOf(
        Form.Word word, Claim[] claims, EvidencePlan plan, Dictionary<string, Value> table, Diagnostics diagnostics)
    {
        foreach (var claim in claims)
        {
            if (plan.GradeOf(claim) is not null) continue;
            var lacks = claim.Credibility is null
                ? $"claim `{claim.Name}` states no credibility"
                : plan.SourceOf(claim) is { } source
                    ? $"source `{source.Name}` of claim `{claim.Name}` states no reliability"
                    : $"claim `{claim.Name}` has no source";
            diagnostics.Error(
                word.At, $"`graded` needs a grade: {lacks}", "F6 says that neither can be judged, and is a grade too");
            return null;
        }

        var grades = claims.GroupBy(plan.GradeOf, claim => $"`{claim.Name}`").ToArray();
        if (grades.Length > 1)
        {
            var told = string.Join("; ", grades.Select(each => $"{each.Key}: {string.Join(", ", each)}"));
            diagnostics.Error(
                word.At,
                $"its claims are of several grades ({told}), and `graded` adds none up",
                "name the one that counts: confirmed: { value: graded, claims: [a-claim] }");
            return null;
        }

        var grade = grades[0].Key!;
        if (table.ContainsKey(grade)) return grade;
        diagnostics.Error(
            word.At,
            $"`grades` states no probability for {grade}, the grade of {string.Join(", ", grades[0])}",
            $"{NoDefault}: write grades: {{ {grade}: 90% }} with your own number");
        return null;
    }
}
