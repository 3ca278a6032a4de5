using System.Numerics;

namespace Resupply.Simulation;

/// <summary>
/// Sums of products of one world's x and y with another's, over the same replications: whole numbers, so that adding in
/// any order gives the same bits.
/// </summary>
public struct CrossMoments : IEquatable<CrossMoments>
{
    /// <summary>The first world's x by the second's; then x by y, y by x, y by y.</summary>
    public Int128 XX;
    public Int128 XY;
    public Int128 YX;
    public Int128 YY;

    public void Add(long x1, long y1, long x2, long y2)
    {
        XX += Math.BigMul(x1, x2);
        XY += Math.BigMul(x1, y2);
        YX += Math.BigMul(y1, x2);
        YY += Math.BigMul(y1, y2);
    }

    public void Add(in CrossMoments other)
    {
        XX += other.XX;
        XY += other.XY;
        YX += other.YX;
        YY += other.YY;
    }

    public readonly bool Equals(CrossMoments other) =>
        XX == other.XX && XY == other.XY && YX == other.YX && YY == other.YY;

    public readonly override bool Equals(object? obj) => obj is CrossMoments other && Equals(other);

    public readonly override int GetHashCode() => HashCode.Combine(XX, XY, YX, YY);

    public static bool operator ==(CrossMoments a, CrossMoments b) => a.Equals(b);

    public static bool operator !=(CrossMoments a, CrossMoments b) => !a.Equals(b);
}

/// <summary>Two worlds' ratios of the sum of x to the sum of y, over the same replications.</summary>
public readonly record struct RatioPairs(Moments First, Moments Second, CrossMoments Cross)
{
    /// <summary>In one of the worlds there was nothing to be had: its ratio is 1.</summary>
    public bool IsOfNothing => First.Y == 0 || Second.Y == 0;

    /// <summary>The first ratio less the second.</summary>
    public double Difference => First.Ratio - Second.Ratio;

    /// <summary>
    /// Its standard error by the delta method (Oehlert 1992), from residuals as of one ratio (Cochran 1977, eq. 6.4
    /// without the finite population): with A, B, C, D the sums of x₁, y₁, x₂, y₂ over n replications,
    /// u = (x₁B − Ay₁) / B² and v = (x₂D − Cy₂) / D², the variance is n / (n − 1) times the sum of (u − v)². A ratio of
    /// nothing has no error. 0 where there is one replication or none.
    /// </summary>
    public double DifferenceError
    {
        get
        {
            var n = First.Count;
            if (n < 2 || (First.Y == 0 && Second.Y == 0)) return 0;
            if (First.Y == 0) return Second.RatioError;
            if (Second.Y == 0) return First.RatioError;
            BigInteger b2 = BigInteger.Pow(First.Y, 2), d2 = BigInteger.Pow(Second.Y, 2);
            var squares = (d2 * d2 * Squares(First)) - (2 * b2 * d2 * Products()) + (b2 * b2 * Squares(Second));
            var (b, d) = ((double)b2, (double)d2);
            return Math.Sqrt(Math.Max(0, (double)squares / b / d / b / d * n / (n - 1)));
        }
    }

    /// <summary>The sum of u², times B⁴.</summary>
    private static BigInteger Squares(in Moments own)
    {
        BigInteger x = own.X, y = own.Y;
        return (y * y * own.XX) - (2 * x * y * own.XY) + (x * x * own.YY);
    }

    /// <summary>The sum of uv, times B²D².</summary>
    private BigInteger Products()
    {
        BigInteger a = First.X, b = First.Y, c = Second.X, d = Second.Y;
        return (b * d * Cross.XX) - (b * c * Cross.XY) - (a * d * Cross.YX) + (a * c * Cross.YY);
    }
}
