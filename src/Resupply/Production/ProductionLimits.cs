namespace Resupply.Production;

/// <summary>What production may hold. The checks enforce what is fixed, the run what is drawn.</summary>
public static class ProductionLimits
{
    /// <summary>
    /// Units of one order, and items that a line makes in a day: no sum over fifty years of days comes near the end of
    /// a long.
    /// </summary>
    public const long UnitsMax = 1_000_000_000;
}
