using Resupply.Values;

namespace Resupply.Forecasting.Models;

/// <summary>Blocks of recent periods, laid end to end: what followed on another does so again.</summary>
/// <remarks>
/// Circular block bootstrap: Künsch, "The jackknife and the bootstrap for general stationary observations", Annals of
/// Statistics 17 (1989); Politis &amp; Romano (1992). Periods not known are left out before the blocks are cut.
/// </remarks>
/// <param name="window">How many of the last periods are drawn from.</param>
/// <param name="block">Periods that stay together.</param>
public sealed class Bootstrap(string name, int window, int block)
    : NeedModel(name, "blocks of recent periods (Künsch 1989)")
{
    public override Forecast? Fit(History history) =>
        history.LastKnown(window) is { Length: > 0 } recent ? new Blocks(recent, block, history.Step) : null;

    private sealed class Blocks(long[] recent, int block, PeriodStep step) : Forecast
    {
        public override void Sample(RandomStream random, Span<long> path)
        {
            var draws = new Draws(random);
            for (var i = 0; i < path.Length;)
            {
                var start = draws.Below(recent.Length);
                for (var j = 0; j < block && i < path.Length; j++, i++) path[i] = recent[(start + j) % recent.Length];
            }
        }

        public override NeedBlock? Block(int horizon) => LawBlock.Of(
            CountLaw.Of(recent), step, block > 1 ? "that what followed on another does so again" : "");
    }
}
