using Resupply.Values;

namespace Resupply.Forecasting;

/// <summary>The weights of a linear pool that would have had the least CRPS so far.</summary>
/// <remarks>
/// The CRPS of a pool is w'c - w'Dw/2, with c the mean distance of each member to what came and D that of two members
/// to one another (Gneiting &amp; Raftery, 2007, eq. 21): convex, and minimised over the simplex by exponentiated
/// gradient steps (Kivinen &amp; Warmuth, Information and Computation 132, 1997). A pool optimal for its score: Hall
/// &amp; Mitchell, "Combining density forecasts", IJF 23 (2007); weights drawn to what all series of the file say, and
/// to equal ones, as long as little is known (Diebold &amp; Pauly, IJF 6, 1990).
/// </remarks>
internal sealed class PoolWeights(int members)
{
    /// <summary>What all the series say counts as much as this many forecasts of one's own.</summary>
    private const double Prior = 12;

    /// <summary>How strongly weights are drawn to one another, relative to the mean distance.</summary>
    private const double Ridge = 0.05;

    private const double WeightMin = 0.02;
    private const int Steps = 200;

    private readonly double[] distance = new double[members];
    private readonly double[,] between = new double[members, members];
    private double count;

    public void Add(PoolWeights other)
    {
        for (var i = 0; i < members; i++)
        {
            distance[i] += other.distance[i];
            for (var j = 0; j < members; j++) between[i, j] += other.between[i, j];
        }

        count += other.count;
    }

    /// <summary>Adds one forecast whose outcome is known.</summary>
    public void Add(double[] toOutcome, double[,] toOthers, double scale)
    {
        for (var i = 0; i < members; i++)
        {
            distance[i] += toOutcome[i] / scale;
            for (var j = 0; j < members; j++) between[i, j] += toOthers[i, j] / scale;
        }

        count++;
    }

    /// <summary>The weights by the past of this series and of all of them.</summary>
    public double[] Solve(PoolWeights all)
    {
        var weights = new double[members];
        Array.Fill(weights, 1.0 / members);
        if (all.count == 0 && count == 0) return weights;
        var ofAll = all.count > 0 ? Prior / all.count : 0;
        var total = count + (all.count > 0 ? Prior : 0);
        var c = new double[members];
        var d = new double[members, members];
        for (var i = 0; i < members; i++)
        {
            c[i] = (distance[i] + (ofAll * all.distance[i])) / total;
            for (var j = 0; j < members; j++) d[i, j] = (between[i, j] + (ofAll * all.between[i, j])) / total;
        }

        Descend(weights, c, d);
        var sum = 0.0;
        for (var i = 0; i < members; i++) sum += weights[i] = weights[i] < WeightMin ? 0 : weights[i];
        for (var i = 0; i < members; i++) weights[i] /= sum;
        return weights;
    }

    private void Descend(double[] weights, double[] c, double[,] d)
    {
        var mean = c.Sum() / members;
        if (mean <= 0) return;
        var gradient = new double[members];
        for (var step = 0; step < Steps; step++)
        {
            for (var i = 0; i < members; i++)
            {
                gradient[i] = (c[i] / mean) + (Ridge * members * weights[i]);
                for (var j = 0; j < members; j++) gradient[i] -= d[i, j] / mean * weights[j];
            }

            var sum = 0.0;
            for (var i = 0; i < members; i++) sum += weights[i] *= DeterministicMath.Exp(-0.7 * gradient[i]);
            for (var i = 0; i < members; i++) weights[i] /= sum;
        }
    }
}
