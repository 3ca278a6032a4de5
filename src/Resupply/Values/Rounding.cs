namespace Resupply.Values;

/// <summary>How numbers become whole: halves go up.</summary>
public static class Rounding
{
    /// <summary>The nearest whole number, halves up, still as a double; `never` stays never.</summary>
    public static double Whole(double value)
    {
        // Not Floor(value + 0.5): that sum rounds 0.49999999999999994 up to 1.
        var floor = Math.Floor(value);
        return value - floor >= 0.5 ? floor + 1 : floor;
    }

    /// <summary>
    /// The nearest whole number, halves up; what does not fit, and `never`, ends at the limit of a long.
    /// </summary>
    public static long HalfUp(double value)
    {
        var whole = Whole(value);
        if (whole >= 9.2233720368547758e18) return long.MaxValue;
        if (whole <= -9.2233720368547758e18) return long.MinValue;
        return unchecked((long)whole); // it fits: a checked conversion is a call
    }

    /// <summary>A count: the nearest whole number, halves up, and never below 0.</summary>
    public static long Count(double value) => Math.Max(0, HalfUp(value));
}
