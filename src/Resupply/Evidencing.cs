using System.Collections.Immutable;
using Resupply.Evidence;
using Resupply.Language;
using Resupply.Planning;

namespace Resupply;

/// <summary>What the numbers of a scenario are made of, and how much of each answer hangs on what.</summary>
public static class Evidencing
{
    /// <summary>Enough to tell what moves an answer from what hardly does.</summary>
    public const long ReplicationsDefault = 500;

    /// <param name="silentAfter">Days without a word after which a claim has gone silent.</param>
    /// <param name="diagnostics">Of reading the scenario; they come back with those that are found here.</param>
    /// <returns>No report where a diagnostic says why not.</returns>
    public static (EvidenceReport? Report, ImmutableArray<Diagnostic> Diagnostics) Find(
        Scenario scenario,
        RunOptions options,
        int silentAfter,
        ImmutableArray<Diagnostic> diagnostics,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        _ = progress;
        _ = cancellation;
        ImmutableArray<Coverage> coverage =
        [
            .. Enum.GetValues<Basis>().Select(basis => new Coverage(
                basis,
                [.. scenario.Values.Where(value => value.Support.Basis == basis).Select(value => value.Path)],
                null)),
        ];
        return (
            new EvidenceReport(
                Reporting.CardOf(scenario, options.Seed, options.Replications),
                scenario.EvidenceSeen(silentAfter),
                coverage,
                [],
                diagnostics),
            diagnostics);
    }
}
