using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>The times of a Poisson stream in one replication: intervals are exponential, numbered from 0.</summary>
public sealed class PoissonTimes
{
    private RandomStream stream;
    private double perDay;
    private double days;

    /// <summary>How many times came before the one that is next.</summary>
    public int Number { get; private set; }

    public void Begin(RandomStream draws, double rate)
    {
        (stream, perDay, days) = (draws, rate, 0);
        Number = -1;
    }

    /// <summary>
    /// The next tick. What is rounded is the time itself and not the interval, so nothing adds up.
    /// </summary>
    public long Next()
    {
        Number++;
        if (!(perDay > 0)) return DrawnTicks.Never;
        days += -DeterministicMath.Log1p(-stream.Uniform(Number)) / perDay;
        return DrawnTicks.Ticks(days);
    }
}
