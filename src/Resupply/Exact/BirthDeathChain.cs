using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Exact;

/// <summary>A chain in continuous time on 0, 1, …, n that moves one up or one down.</summary>
/// <param name="Up">Rates per day from 0 to 1, from 1 to 2, …</param>
/// <param name="Down">Rates per day from 1 to 0, from 2 to 1, …, as many.</param>
public sealed record BirthDeathChain(ImmutableArray<double> Up, ImmutableArray<double> Down)
{
    // What a distribution may be off by, in sum, where the rest of the jumps is left out.
    private const double StationaryWithin = 5e-14;

    // The chain also stays where it is, so that it cannot swing for ever between two halves of its states.
    private const double JumpMargin = 1.05;
    private const int StepsBetweenChecks = 16;
    private const long WorkMax = 500_000_000;
    private const double RescaleAt = 1e200;

    public int States => Up.Length + 1;

    /// <summary>The law in the long run; of states that do not reach one another, that of a start in 0.</summary>
    /// <remarks>
    /// p(n + 1) = p(n) Up(n) / Down(n): Feller, An Introduction to Probability Theory and Its Applications 1, 1968,
    /// sec. XVII.7. Scaled down where it grows, and divided by its sum.
    /// </remarks>
    public Pmf Stationary()
    {
        var weights = new double[States];
        weights[0] = 1;
        for (var n = 0; n < Up.Length; n++)
        {
            if (Down[n] == 0 && Up[n] > 0) Array.Clear(weights, 0, n + 1);
            weights[n + 1] = Down[n] > 0 ? weights[n] * Up[n] / Down[n] : Up[n] > 0 ? 1 : 0;
            if (weights[n + 1] > RescaleAt) Divide(weights.AsSpan(0, n + 2), RescaleAt);
        }

        Divide(weights, new Pmf(0, weights).Total);
        return new Pmf(0, weights);
    }

    /// <summary>The law after so many days; null where it would take some 1e9 multiplications.</summary>
    /// <remarks>
    /// Uniformisation: the law after a Poisson number of jumps of a chain in discrete time. Jensen, "Markoff chains as
    /// an aid in the study of Markoff processes", Skandinavisk Aktuarietidskrift 36, 1953; all terms are positive.
    /// </remarks>
    public Pmf? After(double days, Pmf start)
    {
        var jumps = JumpRate * days;
        if (jumps == 0) return Spread(start);
        if (CountPmf.Poisson(jumps) is not { } number) return null;
        var more = new NeedTable(number);
        return Mixed(start, number.Last, number.At, k => more.Exceeds(k - 1));
    }

    /// <summary>The law averaged over the first so many days; null as `After`.</summary>
    /// <remarks>
    /// ∫ P(k jumps by u) du over u ≤ t is P(more than k jumps by t) over the rate of the jumps: Grassmann, "Transient
    /// solutions in Markovian queueing systems", Computers &amp; Operations Research 4, 1977.
    /// </remarks>
    public Pmf? Average(double days, Pmf start)
    {
        var jumps = JumpRate * days;
        if (jumps == 0) return Spread(start);
        if (CountPmf.Poisson(jumps) is not { } number) return null;
        var more = new NeedTable(number);
        return Mixed(start, number.Last, k => more.Exceeds(k) / more.Mean, k => more.Unmet(k) / more.Mean);
    }

    private double JumpRate => JumpMargin * Enumerable.Range(0, States).Max(
        n => (n < Up.Length ? Up[n] : 0) + (n > 0 ? Down[n - 1] : 0));

    /// <summary>The laws after 0, 1, 2, … jumps, weighted.</summary>
    /// <param name="start">Before the first jump.</param>
    /// <param name="last">No weight beyond so many jumps.</param>
    /// <param name="weight">Of so many jumps; the weights sum to 1.</param>
    /// <param name="rest">The weight of so many jumps and more.</param>
    private Pmf? Mixed(Pmf start, long last, Func<long, double> weight, Func<long, double> rest)
    {
        var (law, stationary, mixed) = (Spread(start).Weights, Stationary().Weights, new double[States]);
        var (up, down) = (Chances(Up), Chances(Down));
        for (var k = 0L; k <= last; k++)
        {
            if (k * States > WorkMax) return null;
            if (k % StepsBetweenChecks == 0)
            {
                // The distance to the law in the long run never grows from jump to jump.
                Divide(law, new Pmf(0, law).Total);
                if (Distance(law, stationary) < StationaryWithin)
                {
                    PmfAlgebra.AddScaled(mixed, stationary, rest(k));
                    break;
                }
            }

            if (weight(k) is > 0 and var share) PmfAlgebra.AddScaled(mixed, law, share);
            Jump(law, up, down);
        }

        Divide(mixed, new Pmf(0, mixed).Total);
        return new Pmf(0, mixed);
    }

    private double[] Chances(ImmutableArray<double> rates)
    {
        var all = JumpRate;
        return [.. rates.Select(rate => rate / all)];
    }

    /// <summary>Moves the net flow over each edge, so that nothing is lost to rounding.</summary>
    private static void Jump(double[] law, double[] up, double[] down)
    {
        var here = law[0];
        for (var n = 0; n < up.Length; n++)
        {
            var above = law[n + 1];
            var flow = (here * up[n]) - (above * down[n]);
            law[n] -= flow;
            law[n + 1] += flow;
            here = above;
        }
    }

    private static double Distance(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var n = 0; n < a.Length; n++) sum += Math.Abs(a[n] - b[n]);
        return sum;
    }

    private static void Divide(Span<double> weights, double by)
    {
        for (var n = 0; n < weights.Length; n++) weights[n] /= by;
    }

    /// <summary>Over all states; a start outside them is an error of the caller's.</summary>
    private Pmf Spread(Pmf start)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start.First, nameof(start));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start.Last, Up.Length, nameof(start));
        var law = new double[States];
        start.Weights.CopyTo(law, start.First);
        return new Pmf(0, law);
    }
}
