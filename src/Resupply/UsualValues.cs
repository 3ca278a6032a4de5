using Resupply.Language;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply;

/// <summary>What a value usually is: the median of what is drawn.</summary>
public sealed class UsualValues(Scenario scenario, DrawnOnce once, ulong seed)
{
    private const int Draws = 201;

    private readonly Lazy<double[][]> unknowns = new(() => UnknownsOf(scenario, once));

    /// <summary>In base units; a date as its day number.</summary>
    public double Of(Value value)
    {
        if (value.Fixed is { } number) return number;
        var stream = RandomStream.For(seed, value.Path);
        var drawn = new double[Draws];
        for (var i = 0; i < Draws; i++) drawn[i] = value.Expression.Evaluate(unknowns.Value[i], stream.At(i));
        Array.Sort(drawn);
        return drawn[Draws / 2];
    }

    private static double[][] UnknownsOf(Scenario scenario, DrawnOnce once)
    {
        var into = new double[once.Count];
        var all = new double[Draws][];
        for (var i = 0; i < Draws; i++)
        {
            once.Draw(i, into);
            all[i] = into[..scenario.Unknowns.Length];
        }

        return all;
    }
}
