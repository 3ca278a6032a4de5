using Resupply.Values;

namespace Resupply.Forecasting;

/// <summary>A fitted model: what it says of the periods to come, as a law over their whole course.</summary>
public abstract class Forecast
{
    /// <summary>
    /// Draws one course of the need: `path[0]` is the period after the last one known. What the days share (how large
    /// the need has become, how often a raid comes) is drawn once for the whole course.
    /// </summary>
    /// <param name="random">The same stream gives the same course.</param>
    /// <param name="path">Filled with units per period.</param>
    public abstract void Sample(RandomStream random, Span<long> path);

    /// <summary>How a scenario says it; null where the language has no words for it.</summary>
    /// <param name="horizon">The periods over which it is to hold.</param>
    public abstract NeedBlock? Block(int horizon);
}
