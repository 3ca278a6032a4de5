namespace Resupply.Forecasting;

/// <summary>What one file of series may hold. The reader enforces it; all loops and arrays rely on it.</summary>
public static class SeriesLimits
{
    public const long FileBytesMax = 64 * 1024 * 1024;

    public const int SeriesMax = 20_000;

    /// <summary>Of one series: 54 years of days.</summary>
    public const int PeriodsMax = 20_000;

    /// <summary>Units needed in one period.</summary>
    public const long CountMax = 1_000_000_000;
}
