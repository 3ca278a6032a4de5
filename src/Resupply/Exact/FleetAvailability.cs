using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Exact;

/// <summary>A kind of part in a fleet; its failures do not depend on how many members are down.</summary>
/// <param name="Pipeline">Units in repair or on order.</param>
/// <param name="Stock">Spares, with those that are in the pipeline.</param>
/// <param name="PerMember">Places for it in each member.</param>
public sealed record FittedPart(Pmf Pipeline, long Stock, int PerMember = 1)
{
    public double Backorders => FillRates.Of(Stock, Pipeline, Pmf.Certainly(1)).Backorders;
}

/// <summary>The share of a fleet that lacks no part, from the backorders of its parts.</summary>
/// <param name="Members">Owned, at least 1.</param>
/// <param name="Parts">Independent of one another.</param>
public sealed record FleetAvailability(int Members, ImmutableArray<FittedPart> Parts)
{
    /// <summary>As if holes fell on the members by chance: Π (1 − EBO / (N Z))^Z. An approximation.</summary>
    /// <remarks>Sherbrooke, Optimal Inventory Modeling of Systems, 2004, ch. 2.</remarks>
    public double Product => Parts.Aggregate(1.0, (product, part) =>
    {
        var empty = Math.Min(1, part.Backorders / Members / part.PerMember);
        return product * DeterministicMath.Pow(1 - empty, part.PerMember);
    });

    /// <summary>As if no member lacked two parts: 1 − Σ EBO / N, the least that it can be.</summary>
    public double Linear => Math.Max(0, 1 - (Parts.Sum(part => part.Backorders) / Members));

    /// <summary>Probability that no member lacks a part, however they are shared.</summary>
    public double NoneDown => AtMostDown(0);

    /// <summary>
    /// Probability that at most so many members are down where all holes are gathered in as few members as can be, at
    /// once: Π P(X ≤ s + n Z).
    /// </summary>
    /// <remarks>Hillestad, Dyna-METRIC, RAND R-2785, 1982: full cannibalisation.</remarks>
    public double AtMostDown(int members) => members >= Members ? 1 : Parts.Aggregate(1.0, (product, part) =>
        product * part.Pipeline.Cdf(part.Stock + ((long)members * part.PerMember)));

    /// <summary>Expected members down under full cannibalisation.</summary>
    public double CannibalisedDown
    {
        get
        {
            var sum = 0.0;
            for (var members = 0; members < Members; members++) sum += 1 - AtMostDown(members);
            return sum;
        }
    }

    /// <summary>The share available under full cannibalisation: the most that it can be.</summary>
    public double Cannibalised => 1 - (CannibalisedDown / Members);
}
