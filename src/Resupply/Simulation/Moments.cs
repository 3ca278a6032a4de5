using System.Numerics;
using System.Runtime.CompilerServices;

namespace Resupply.Simulation;

/// <summary>
/// Sums of pairs (x, y) and of their squares and product: enough for a mean, a ratio of means and their errors.
/// Everything is an integer, so adding in any order gives the same bits.
/// </summary>
public struct Moments : IEquatable<Moments>
{
    public long Count;
    public Int128 X;
    public Int128 XX;
    public Int128 Y;
    public Int128 YY;
    public Int128 XY;

    public void Add(long x)
    {
        Count++;
        X += x;
        AddProduct(ref XX, x, x);
    }

    public void Add(long x, long y)
    {
        Add(x);
        Y += y;
        AddProduct(ref YY, y, y);
        AddProduct(ref XY, x, y);
    }

    public void Add(in Moments other)
    {
        Count += other.Count;
        X += other.X;
        XX += other.XX;
        Y += other.Y;
        YY += other.YY;
        XY += other.XY;
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
            BigInteger x = X, y = Y;
            var residuals = ((BigInteger)XX * y * y) - (2 * x * y * (BigInteger)XY) + (x * x * (BigInteger)YY);
            return (double)residuals / ((double)Y * (double)Y);
        }
    }

    public readonly bool Equals(Moments other) =>
        Count == other.Count && X == other.X && XX == other.XX && Y == other.Y && YY == other.YY && XY == other.XY;

    public readonly override bool Equals(object? obj) => obj is Moments other && Equals(other);

    public readonly override int GetHashCode() => HashCode.Combine(Count, X, XX, Y, YY, XY);

    /// <summary>Of numbers of 32 bits, as nearly all are, it has 64: that takes a fifth of the instructions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddProduct(ref Int128 sum, long x, long y)
    {
        if (unchecked((int)x) == x && unchecked((int)y) == y) sum += unchecked(x * y);
        else AddWideProduct(ref sum, x, y);
    }

    /// <summary>A call, so that the others do not make room for what it needs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddWideProduct(ref Int128 sum, long x, long y) => sum += Math.BigMul(x, y);

    public static bool operator ==(Moments a, Moments b) => a.Equals(b);

    public static bool operator !=(Moments a, Moments b) => !a.Equals(b);
}
