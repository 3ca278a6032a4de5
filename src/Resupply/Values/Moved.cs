namespace Resupply.Values;

/// <summary>A date so many days later than it would be, or earlier: all draws stay as they were.</summary>
/// <param name="By">Days; below 0, earlier.</param>
/// <param name="NotBefore">It is not moved to before this day number.</param>
public readonly record struct Moved(double By, double NotBefore)
{
    /// <summary>Never stays never; what lies before that day stays.</summary>
    public double Of(double date) => Math.Max(date + By, Math.Min(date, NotBefore));
}
