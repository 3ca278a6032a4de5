namespace Resupply.Values;

/// <summary>Parts of whole numbers, exact to the last unit.</summary>
public static class Proportion
{
    /// <summary>number × times / over, towards zero; the product may be as large as 128 bits hold.</summary>
    /// <remarks>Nearly always 64 bits do, and a division of 128 takes twenty times as long.</remarks>
    public static long Of(long number, long times, long over)
    {
        var high = Math.BigMul(number, times, out var low);
        return high == low >> 63 ? low / over : (long)((Int128)number * times / over);
    }
}
