namespace Resupply.Readiness;

/// <summary>What readiness may hold. The checks enforce what is fixed, the run what is drawn.</summary>
public static class ReadinessLimits
{
    /// <summary>
    /// Parts fitted to the members of all fleets together, with those that join, and units unserviceable at the start;
    /// a member without parts counts as one. More than a large army has, and about 100 MB for each thread.
    /// </summary>
    public const long PartsMax = 1_000_000;

    /// <summary>Teams of one crew, with those that join.</summary>
    public const long TeamsMax = 1_000_000;
}
