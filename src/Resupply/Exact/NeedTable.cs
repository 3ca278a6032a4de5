using Resupply.Values;

namespace Resupply.Exact;

/// <summary>A day's need with what follows from it for each number of units that can be met.</summary>
internal sealed class NeedTable
{
    private readonly Pmf need;
    private readonly double total;
    private readonly double[] exceeds;
    private readonly double[] unmet;

    public NeedTable(Pmf need)
    {
        this.need = need;
        (exceeds, unmet) = (new double[need.Weights.Length], new double[need.Weights.Length]);
        for (var i = need.Weights.Length - 2; i >= 0; i--)
        {
            exceeds[i] = exceeds[i + 1] + need.Weights[i + 1];
            unmet[i] = unmet[i + 1] + exceeds[i];
        }

        total = exceeds[0] + need.Weights[0];
        Mean = need.Mean;
    }

    public long First => need.First;
    public long Last => need.Last;
    public ReadOnlySpan<double> Weights => need.Weights;
    public double Mean { get; }

    /// <summary>The probability that the need exceeds so many units.</summary>
    public double Exceeds(long units) => units >= Last ? 0 : units < First ? total : exceeds[units - First];

    /// <summary>E[(need − units)⁺].</summary>
    public double Unmet(long units) =>
        units >= Last ? 0 : units < First ? unmet[0] + ((First - units) * total) : unmet[units - First];
}
