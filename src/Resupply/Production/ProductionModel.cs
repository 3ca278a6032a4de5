using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Production;

/// <summary>
/// A production plan made ready to run: names are indexes, values are slots among those drawn once (-1: not stated),
/// days count from the calendar's first.
/// </summary>
public sealed record ProductionModel(int Days, Day From, LineModel[] Lines, OrderModel[] Orders)
{
    /// <summary>Days of the calendar before the first that is simulated.</summary>
    public int DaysBefore { get; init; }

    public bool IsEmpty => Lines.Length == 0;

    /// <summary>It brings to that stock.</summary>
    public bool UsesStock(int stock) =>
        Array.Exists(Lines, line => line.Stock == stock) || Array.Exists(Orders, order => order.Stock == stock);
}

/// <param name="Stock">At the line: what nobody ordered enters it.</param>
/// <param name="Rate">The slot of the output ...</param>
/// <param name="DaysOfRate">... in so many days.</param>
/// <param name="Orders">Of this line, in file order.</param>
public sealed record LineModel(
    int Index,
    string Name,
    int Item,
    int Stock,
    int Rate,
    double DaysOfRate,
    LevelCurve Level,
    Sequence Sequence,
    int[] Orders);

/// <param name="Stock">Where it is delivered.</param>
/// <param name="Agreed">The slot of the day of the agreement, from which it takes part; -1: none.</param>
/// <param name="Requested">
/// The slot of the day from which it takes part where there is no agreement, or none comes; -1: not stated.
/// </param>
/// <param name="Lane">The lane it leaves over; -1: no journey.</param>
/// <param name="Granted">The slot of the day on which it is released; -1: it needs no release.</param>
/// <param name="Priority">1 is first; infinite: last.</param>
public sealed record OrderModel(
    int Index,
    string Name,
    int Line,
    int Stock,
    int Quantity,
    int Agreed,
    int Requested,
    DueModel[] Due,
    int Lane,
    RandomStream JourneyStream,
    int Granted,
    double Priority,
    AheadModel? MovedAhead)
{
    /// <summary>What came before the first day.</summary>
    public ReceivedModel[] Received { get; init; } = [];

    /// <summary>Days added to each journey.</summary>
    public int LaterBy { get; init; }

    /// <summary>Units that came until the end of a day, of those before the first.</summary>
    public long ReceivedBy(int day)
    {
        var units = 0L;
        foreach (var received in Received)
        {
            if (received.Day <= day) units += received.Units;
        }

        return units;
    }
}

/// <param name="Day">Before the first.</param>
public readonly record struct ReceivedModel(int Day, long Units);

/// <param name="Day">Of the calendar; it may lie outside.</param>
/// <param name="Units">The slot of the units in all until then.</param>
public readonly record struct DueModel(int Day, int Units);

/// <summary>It goes before all others up to so many units, from a day on.</summary>
/// <param name="Keeping">Orders that get what they would get if nobody were moved.</param>
public sealed record AheadModel(long Units, int From, int[] Keeping);
