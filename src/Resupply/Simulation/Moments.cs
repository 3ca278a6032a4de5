using System.Numerics;

namespace Resupply.Simulation;

/// <summary>
/// Sums of pairs (x, y) and of their squares and product: enough for a mean, a ratio of means and their errors.
/// Everything is an integer, so adding in any order gives the same bits.
/// </summary>
public struct Moments : IEquatable<Moments>
{
    private WideSum x;
    private WideSum xx;
    private WideSum y;
    private WideSum yy;
    private WideSum xy;

    public Moments(long count, Int128 x, Int128 xx, Int128 y, Int128 yy, Int128 xy)
    {
        Count = count;
        (this.x, this.xx, this.y) = (new WideSum(x), new WideSum(xx), new WideSum(y));
        (this.yy, this.xy) = (new WideSum(yy), new WideSum(xy));
    }

    public long Count { get; private set; }

    public readonly Int128 X => x.Value;

    public readonly Int128 XX => xx.Value;

    public readonly Int128 Y => y.Value;

    public readonly Int128 YY => yy.Value;

    public readonly Int128 XY => xy.Value;

    public void Add(long ofX)
    {
        Count++;
        x.Add(ofX);
        xx.AddProduct(ofX, ofX);
    }

    public void Add(long ofX, long ofY)
    {
        Add(ofX);
        y.Add(ofY);
        yy.AddProduct(ofY, ofY);
        xy.AddProduct(ofX, ofY);
    }

    public void Add(in Moments other)
    {
        Count += other.Count;
        x.Add(other.X);
        xx.Add(other.XX);
        y.Add(other.Y);
        yy.Add(other.YY);
        xy.Add(other.XY);
    }

    /// <summary>The mean of x; NaN of nothing.</summary>
    public readonly double Mean => (double)X / Count;

    /// <summary>The standard error of the mean of x; 0 where there is one replication or none.</summary>
    public readonly double MeanError
    {
        get
        {
            if (Count < 2) return 0;
            BigInteger n = Count;
            var spread = (n * (BigInteger)XX) - ((BigInteger)X * (BigInteger)X); // n² times the variance with divisor n
            return Math.Sqrt((double)spread / ((double)Count * Count * (Count - 1)));
        }
    }

    /// <summary>The mean of x − y; NaN of nothing.</summary>
    public readonly double MeanDifference => (double)(X - Y) / Count;

    /// <summary>
    /// The standard error of the mean of x − y, which is small where the two go together; 0 where there is one pair
    /// or none.
    /// </summary>
    public readonly double MeanDifferenceError
    {
        get
        {
            if (Count < 2) return 0;
            BigInteger difference = X - Y;
            var squares = (BigInteger)XX - (2 * (BigInteger)XY) + YY; // of the differences
            var spread = (Count * squares) - (difference * difference);
            return Math.Sqrt((double)spread / ((double)Count * Count * (Count - 1)));
        }
    }

    /// <summary>Sum of x over sum of y; 1 where nothing was to be had: nothing needed counts as all of it.</summary>
    public readonly double Ratio => Y == 0 ? 1 : (double)X / (double)Y;

    /// <summary>
    /// The standard error of the ratio by the delta method (Cochran 1977, eq. 6.4 without the finite population).
    /// </summary>
    public readonly double RatioError
    {
        get
        {
            if (Count < 2 || Y == 0) return 0;
            var scale = (double)Y * (double)Y;
            return Math.Sqrt(Math.Max(0, RatioResidual / (Count - 1) / scale * Count));
        }
    }

    /// <summary>The sum of (x − Ratio × y)² over the replications; where y is always 1, that of (x − mean)².</summary>
    public readonly double RatioResidual
    {
        get
        {
            if (Y == 0) return 0;
            BigInteger a = X, b = Y;
            var residuals = ((BigInteger)XX * b * b) - (2 * a * b * (BigInteger)XY) + (a * a * (BigInteger)YY);
            return (double)residuals / ((double)Y * (double)Y);
        }
    }

    public readonly bool Equals(Moments other) =>
        Count == other.Count && X == other.X && XX == other.XX && Y == other.Y && YY == other.YY && XY == other.XY;

    public readonly override bool Equals(object? obj) => obj is Moments other && Equals(other);

    public readonly override int GetHashCode() => HashCode.Combine(Count, X, XX, Y, YY, XY);

    public static bool operator ==(Moments a, Moments b) => a.Equals(b);

    public static bool operator !=(Moments a, Moments b) => !a.Equals(b);
}
