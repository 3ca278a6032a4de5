using System.Runtime.CompilerServices;

namespace Resupply.Simulation;

/// <summary>
/// A sum of 128 bits in two halves, two's complement. The upper half hardly ever changes: to add to an `Int128`, with
/// its check for overflow, takes several times as many instructions.
/// </summary>
internal struct WideSum(Int128 value)
{
    private ulong lower = unchecked((ulong)value);
    private long upper = (long)(value >> 64);

    public readonly Int128 Value => new(unchecked((ulong)upper), lower);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long number)
    {
        var carry = Add(ref lower, number);
        if (carry != 0) upper += carry;
    }

    /// <summary>Adds to a lower half.</summary>
    /// <returns>What is carried to the upper one: -1, 0 or 1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Add(ref ulong lower, long number)
    {
        var before = lower;
        lower = unchecked(before + (ulong)number);
        return (number >> 63) + (lower < before ? 1 : 0);
    }

    /// <summary>Of numbers of 32 bits, as nearly all are, a product has 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(long x, long y)
    {
        if (unchecked((int)x) == x && unchecked((int)y) == y) Add(unchecked(x * y));
        else AddWideProduct(x, y);
    }

    public void Add(Int128 number) => this = new WideSum(Value + number);

    /// <summary>A call, so that the others do not make room for what it needs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddWideProduct(long x, long y) => Add(Math.BigMul(x, y));
}
