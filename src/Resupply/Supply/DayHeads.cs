using System.Numerics;

namespace Resupply.Supply;

/// <summary>The first entry of each day's list, and which day is the next that has one.</summary>
/// <remarks>
/// A bit says whether a day has a list: 64 days are looked at at once, where searching ten thousand days for each
/// stretch of 28 took three fifths of a run.
/// </remarks>
internal readonly struct DayHeads(int days)
{
    public const int None = -1;

    private readonly int[] heads = new int[days];
    private readonly ulong[] inUse = new ulong[(days + 63) / 64];

    /// <summary>The first entry of the day; -1: there is none.</summary>
    public int this[int day] => (inUse[day >> 6] & (1UL << day)) == 0 ? None : heads[day];

    public void Put(int day, int head)
    {
        heads[day] = head;
        inUse[day >> 6] |= 1UL << day;
    }

    public void Clear() => Array.Clear(inUse);

    public void Remove(int day) => inUse[day >> 6] &= ~(1UL << day);

    /// <summary>The next day, from this one on, that has an entry; the number of days: none has.</summary>
    public int Next(int day)
    {
        if (day >= heads.Length) return heads.Length;
        var word = day >> 6;
        var left = inUse[word] & (ulong.MaxValue << day);
        while (left == 0)
        {
            if (++word == inUse.Length) return heads.Length;
            left = inUse[word];
        }

        return (word << 6) + BitOperations.TrailingZeroCount(left);
    }
}
