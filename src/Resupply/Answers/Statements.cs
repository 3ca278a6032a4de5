using System.Collections.Immutable;
using Resupply.Evidence;

namespace Resupply.Answers;

/// <summary>What others said, to stand beside an answer.</summary>
public static class Statements
{
    /// <summary>Each claim's statement, of those that were known: who said it, in which words.</summary>
    public static ImmutableDictionary<string, Statement> Of(EvidencePlan evidence) =>
        evidence.Claims.ToImmutableDictionary(
            claim => claim.Name,
            claim => new Statement(
                claim.Name, evidence.SourceOf(claim)?.Title ?? claim.Source, claim.Quote ?? claim.Name));

    /// <summary>Those on one question, in file order.</summary>
    public static ImmutableArray<Statement> On(
        Question question, ImmutableDictionary<string, Statement> statements) =>
    [
        .. from claim in question.Claimed
           let statement = statements.GetValueOrDefault(claim)
           where statement is not null
           select question.Given.TryGetValue(claim, out var given) ? statement with { Given = given } : statement,
    ];
}
