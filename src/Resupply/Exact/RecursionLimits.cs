using System.Globalization;

namespace Resupply.Exact;

/// <summary>How far a recursion may grow before it gives up. Past a limit it answers with a reason instead.</summary>
/// <param name="StatesMax">Joint states of stock and shipments held at once, scratch included; 8 bytes each.</param>
/// <param name="MultiplyAddsMax">Work: products added to a sum, some 3e9 a second.</param>
public sealed record RecursionLimits(long StatesMax, long MultiplyAddsMax)
{
    public static readonly RecursionLimits Usual = new(StatesMax: 2_000_000, MultiplyAddsMax: 20_000_000_000);
}

/// <summary>Counts the states held and the work done, and says so once a limit would be passed.</summary>
/// <remarks>It counts, and asks no clock: the same problem always gets the same answer.</remarks>
internal sealed class WorkMeter(RecursionLimits limits)
{
    private long states;
    private long multiplyAdds;

    /// <summary>Which limit would have been passed; null while within both.</summary>
    public string? Exceeded { get; private set; }

    public bool Hold(long more)
    {
        if (more > limits.StatesMax - states)
            GiveUp($"more than {Count(limits.StatesMax)} joint states of stock and shipments");
        if (Exceeded is not null) return false;
        states += more;
        return true;
    }

    /// <summary>Whether so many windows could be held. An empty one takes about as much room as eight states.</summary>
    public bool Fits(long windows)
    {
        if (!Hold(8 * windows)) return false;
        Release(8 * windows);
        return true;
    }

    public void GiveUp(string reason) => Exceeded ??= reason;

    public void Release(long fewer) => states -= fewer;

    public bool Multiply(long times)
    {
        if (times > limits.MultiplyAddsMax - multiplyAdds)
            GiveUp($"more than {Count(limits.MultiplyAddsMax)} multiplications");
        if (Exceeded is not null) return false;
        multiplyAdds += times;
        return true;
    }

    private static string Count(long limit) => limit.ToString("N0", CultureInfo.InvariantCulture);
}
