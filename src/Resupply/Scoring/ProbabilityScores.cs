using Resupply.Values;

namespace Resupply.Scoring;

/// <summary>How good a probability was, now that it is known what came. Smaller is better.</summary>
public static class ProbabilityScores
{
    /// <summary>A claim is held to this much less than certainty by the logarithmic score, and by no other.</summary>
    /// <remarks>"Almost certain" begins at 95 and ends at 99 in 100: Intelligence Community Directive 203, 2015.
    /// </remarks>
    public const double ClaimMargin = 0.01;

    private const double BitsPerNat = 1.4426950408889634;

    /// <summary>The squared distance of the probability from what came, 0 or 1.</summary>
    /// <remarks>Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78 (1950)
    /// 1–3; half of his eq. (2), which sums over both classes.</remarks>
    public static double Brier(double probability, bool happened)
    {
        var distance = probability - (happened ? 1 : 0);
        return distance * distance;
    }

    /// <summary>Minus the logarithm to base 2 of the probability that was given to what came: an even chance has 1.
    /// </summary>
    /// <remarks>Good, "Rational decisions", Journal of the Royal Statistical Society B 14 (1952) 107–114.</remarks>
    public static double Log(double probability, bool happened)
    {
        var given = happened ? probability : 1 - probability;
        return given switch
        {
            <= 0 => double.PositiveInfinity,
            >= 1 => 0,
            _ => -DeterministicMath.Log(given) * BitsPerNat,
        };
    }

    /// <summary>
    /// What so many replications support: seen in none of n is not never. An exact probability stays as it is.
    /// </summary>
    /// <remarks>(k + 1/2) / (n + 1): Krichevsky &amp; Trofimov, "The performance of universal encoding", IEEE
    /// Transactions on Information Theory 27 (1981) 199–207.</remarks>
    public static double Supported(double probability, bool isExact, long replications) =>
        isExact ? probability : ((probability * replications) + 0.5) / (replications + 1.0);

    /// <summary>What a claim's probability counts as, in the logarithmic score.</summary>
    public static double OfClaim(double probability) => Math.Clamp(probability, ClaimMargin, 1 - ClaimMargin);
}
