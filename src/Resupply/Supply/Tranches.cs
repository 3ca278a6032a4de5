using Resupply.Values;

namespace Resupply.Supply;

/// <summary>How a quantity is cut into tranches.</summary>
public static class Tranches
{
    /// <summary>So many tranches a shipment may have where their number is drawn.</summary>
    public const int DrawnMax = 400;

    /// <summary>So many tranches a shipment may have.</summary>
    public const int Max = 100_000;

    /// <summary>Units in the first i of n tranches: round(Q·i/n), halves up.</summary>
    public static long Upto(long quantity, int i, int n) => quantity <= int.MaxValue
        ? ((quantity * i * 2) + n) / (2L * n) // a fifth of the time, and nearly always enough
        : (long)((((Int128)quantity * i * 2) + n) / (2 * (Int128)n));
}

/// <summary>How many whole days a journey takes.</summary>
public static class Journeys
{
    /// <summary>Draws a journey, rounded to whole days, halves up; at most one day beyond `longest`.</summary>
    public static int Days(Expression journey, ReadOnlySpan<double> once, RandomStream draws, int longest)
    {
        var days = journey.Evaluate(once, draws);
        return days >= longest + 1 ? longest + 1 : (int)Rounding.Count(days);
    }
}
