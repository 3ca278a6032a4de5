using Resupply.Values;

namespace Resupply.Exact;

/// <summary>What a stock with one-for-one replenishment does in the long run, seen by an order that arrives.</summary>
/// <param name="Unit">Share of units filled at once, where an order may be filled in part.</param>
/// <param name="CompleteOrder">Share of orders filled whole at once.</param>
/// <param name="Ready">Probability that something is on hand.</param>
/// <param name="OnHand">Expected items on hand.</param>
/// <param name="Backorders">Expected units waiting.</param>
/// <param name="BackorderVariance">Its variance, units².</param>
/// <param name="NoBackorders">Probability that nothing waits.</param>
public sealed record FillRates(
    double Unit,
    double CompleteOrder,
    double Ready,
    double OnHand,
    double Backorders,
    double BackorderVariance,
    double NoBackorders)
{
    /// <summary>
    /// Feeney &amp; Sherbrooke 1966: with compound Poisson orders and any lead times, independent for each order, the
    /// units on order have the law of the units needed in a lead time, and an order that arrives sees that law
    /// (Palm 1938; Wolff 1982).
    /// </summary>
    /// <param name="stock">The level S, items.</param>
    /// <param name="pipeline">Units on order.</param>
    /// <param name="orderSize">Units of one order, at least 1.</param>
    public static FillRates Of(long stock, Pmf pipeline, Pmf orderSize)
    {
        var size = new NeedTable(orderSize);
        var (filled, complete, ready, onHand, none) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (backorders, squares) = (0.0, 0.0);
        for (var i = 0; i < pipeline.Weights.Length; i++)
        {
            var (weight, left) = (pipeline.Weights[i], stock - pipeline.First - i);
            if (left >= 0) none += weight;
            if (left > 0)
            {
                ready += weight;
                onHand += weight * left;
                filled += weight * (size.Mean - size.Unmet(left));
                complete += weight * (1 - size.Exceeds(left));
            }
            else
            {
                backorders -= weight * left;
                squares += weight * left * left;
            }
        }

        var variance = squares - (backorders * backorders);
        return new FillRates(filled / size.Mean, complete, ready, onHand, backorders, variance, none);
    }
}
