using System.Collections.Immutable;
using Resupply.Evidence;

namespace Resupply.Answers;

/// <summary>What others said, to stand beside an answer.</summary>
public static class Statements
{
    /// <summary>Each claim's statement, of those that were known: who said it, in which words.</summary>
    public static IReadOnlyDictionary<string, Statement> Of(EvidencePlan evidence) =>
        evidence.Claims.ToDictionary(
            claim => claim.Name,
            claim => new Statement(
                claim.Name, evidence.SourceOf(claim)?.Title ?? claim.Source, claim.Quote ?? claim.Name));

    /// <summary>Those on one question, in file order.</summary>
    public static ImmutableArray<Statement> On(
        Question question, IReadOnlyDictionary<string, Statement> statements) =>
    [
        .. from claim in question.Claimed
           let statement = statements.GetValueOrDefault(claim)
           where statement is not null
           select statement with
           {
               Given = question.Given.FirstOrDefault(given => given.Claim == claim)?.Probability,
           },
    ];
}
