using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Answers;

/// <summary>What others said, to stand beside an answer.</summary>
public static class Statements
{
    /// <summary>Each claim's statement: who said it, in which words.</summary>
    public static ImmutableDictionary<string, Statement> Of(Form.Fields scenario)
    {
        var titles = scenario.MapAt("sources").ToDictionary(
            source => source.Name, source => (source.Form as Form.Fields)?.TextAt("title") ?? source.Name);
        return scenario.MapAt("claims").ToImmutableDictionary(
            claim => claim.Name,
            claim =>
            {
                var fields = claim.Form as Form.Fields;
                var source = fields?.TextAt("source") ?? "";
                return new Statement(
                    claim.Name, titles.GetValueOrDefault(source, source), fields?.TextAt("quote") ?? claim.Name);
            });
    }
}
