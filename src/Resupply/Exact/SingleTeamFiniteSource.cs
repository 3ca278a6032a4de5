namespace Resupply.Exact;

/// <summary>A fleet without spares and with one team, whose repairs have any law; in the long run.</summary>
/// <remarks>
/// Takács, Introduction to the Theory of Queues, 1962, ch. 5: with φ(s) = E[e^(−sT)] and the odds
/// C(j) = Π φ(iλ) / (1 − φ(iλ)), i = 1 … j, the team is busy r / (1 + r) of the time, where
/// r = N λ E[T] Σ binom(N − 1, j) / C(j), j = 0 … N − 1. For repairs of one length: Ashcroft, "The productivity of
/// several machines under the care of one operator", Journal of the Royal Statistical Society B 12, 1950.
/// </remarks>
/// <param name="Places">Units, all of which operate unless failed.</param>
/// <param name="FailureRate">Of an operating unit, per day; lives are exponential.</param>
/// <param name="MeanRepair">Days.</param>
/// <param name="Transform">φ, its argument per day; 1 at 0.</param>
public sealed record SingleTeamFiniteSource(
    int Places, double FailureRate, double MeanRepair, Func<double, double> Transform)
{
    /// <summary>Null where the law's Laplace transform has no closed form.</summary>
    public static SingleTeamFiniteSource? Of(int places, double failureRate, RepairTime repair) =>
        repair.Transform(failureRate) is null
            ? null
            : new SingleTeamFiniteSource(places, failureRate, repair.Mean, s => repair.Transform(s)!.Value);

    /// <summary>Share of the time that the team works.</summary>
    public double TeamBusy
    {
        get
        {
            var load = FailureRate * MeanRepair * Places;
            var (sum, term) = (1.0, 1.0);
            for (var j = 1; j < Places; j++)
            {
                var phi = Transform(j * FailureRate);
                term *= (double)(Places - j) / j * ((1 - phi) / phi);
                sum += term;
            }

            // The sum may pass all bounds: the team then always works.
            return load == 0 ? 0 : 1 / (1 + (1 / (load * sum)));
        }
    }

    public double Operating => FailureRate * MeanRepair == 0 ? Places : TeamBusy / (FailureRate * MeanRepair);

    public double Availability => Operating / Places;

    /// <summary>Failures of the fleet per day.</summary>
    public double Failures => Operating * FailureRate;

    /// <summary>Days from failure until serviceable.</summary>
    public double MeanTurnaround => (Places - Operating) / Failures;
}
