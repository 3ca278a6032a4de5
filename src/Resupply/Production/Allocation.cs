using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Production;

/// <summary>Who gets the items that a line has finished, one after the other.</summary>
public sealed class Allocation
{
    private readonly ProductionModel model;
    private readonly int[][] inOrder;
    private readonly (bool IsAgreed, double Since)[] standing;
    private readonly int[] partFrom;
    private readonly int[] turn;
    private readonly int[] opens;
    private readonly int[][] givenTo;
    private readonly int[] givenToCount;
    private readonly bool[] isGiven;
    private readonly long[][] due;
    private readonly bool[] isBelow;
    private readonly bool[] isKept;
    private readonly bool isAnyAhead;
    private readonly bool[] isByTurns;
    private readonly Allocation? unmoved;
    private int daysLeft;

    public Allocation(ProductionModel model)
    {
        this.model = model;
        isKept = new bool[model.Orders.Length];
        foreach (var kept in model.Orders.SelectMany(order => order.MovedAhead?.Keeping ?? [])) isKept[kept] = true;
        isAnyAhead = Array.Exists(model.Orders, order => order.MovedAhead is not null);
        if (Array.Exists(isKept, kept => kept)) unmoved = new Allocation(Unmoved(model));
        isByTurns = [.. model.Lines.Select(IsByTurns)];
        inOrder = [.. model.Lines.Select(line => line.Orders.ToArray())];
        standing = new (bool, double)[model.Orders.Length];
        partFrom = new int[model.Orders.Length];
        turn = new int[model.Lines.Length];
        opens = new int[model.Lines.Length];
        givenTo = [.. model.Lines.Select(line => new int[line.Orders.Length])];
        givenToCount = new int[model.Lines.Length];
        isGiven = new bool[model.Orders.Length];
        isBelow = new bool[model.Orders.Length];
        due = [.. model.Orders.Select(order => new long[order.Due.Length])];
        Quantity = new long[model.Orders.Length];
        Filled = new long[model.Orders.Length];
        UnitDays = new long[model.Orders.Length];
    }

    /// <summary>Units ordered, by order.</summary>
    public long[] Quantity { get; }

    /// <summary>Units that were finished for it so far.</summary>
    public long[] Filled { get; }

    /// <summary>One for each unit that was finished for it and each day of the calendar from its 00:00 on.</summary>
    public long[] UnitDays { get; }

    /// <summary>Units due in all until the end of a day.</summary>
    public long DueBy(int order, int day)
    {
        var dates = model.Orders[order].Due;
        var units = 0L;
        for (var i = 0; i < dates.Length && dates[i].Day <= day; i++) units = due[order][i];
        return units;
    }

    /// <summary>
    /// What is due and not delivered, summed over the days from the first up to but not including the end: unit-days.
    /// </summary>
    public long Lateness(int order, int first, int end, long delivered)
    {
        var dates = model.Orders[order].Due;
        var sum = 0L;
        for (var i = 0; i < dates.Length && dates[i].Day < end; i++)
        {
            var from = Math.Max(first, dates[i].Day);
            var until = i + 1 < dates.Length ? Math.Min(end, dates[i + 1].Day) : end;
            if (until > from) sum += Math.Max(0, due[order][i] - delivered) * (until - from);
        }

        return sum;
    }

    public void Begin(double[] once)
    {
        Array.Clear(Filled);
        Array.Clear(UnitDays);
        Array.Fill(opens, -1);
        Array.Clear(givenToCount);
        Array.Clear(isGiven);
        foreach (var order in model.Orders)
        {
            Quantity[order.Index] = Rounding.Count(once[order.Quantity]);
            Filled[order.Index] = Math.Min(Quantity[order.Index], order.ReceivedBy(-1));
            UnitDays[order.Index] = Filled[order.Index] * model.Days;
            standing[order.Index] = Standing(order, once);
            partFrom[order.Index] = DayOf(standing[order.Index].Since);
            for (var i = 0; i < order.Due.Length; i++)
            {
                // More than was ordered is never owed.
                due[order.Index][i] = Math.Min(Quantity[order.Index], Rounding.Count(once[order.Due[i].Units]));
            }
        }

        for (var line = 0; line < inOrder.Length; line++) Rank(line);
        unmoved?.Begin(once);
    }

    /// <summary>Gives so many items, finished on a day, to orders; what is left nobody ordered.</summary>
    public long Give(int line, long units, int day)
    {
        var orders = inOrder[line];
        daysLeft = model.Days - 1 - day;
        if (unmoved is not null) units -= GiveKept(unmoved, line, units, day);
        if (isAnyAhead) units -= GiveAhead(orders, units, day);
        if (model.Lines[line].Sequence == Sequence.Share) return GiveByShare(orders, units, day);
        while (units > 0 && Next(line, day) is { Order: >= 0 } next)
            units -= Fill(next.Order, Math.Min(units, next.Units));
        return units;
    }

    /// <summary>
    /// Whether the line's items go to one order after the other, which <see cref="Next"/> tells. Else it takes all that
    /// is finished on a day to tell who gets it.
    /// </summary>
    public bool GoesByTurns(int line) => isByTurns[line];

    /// <summary>Who gets the next items of a line, finished on a day not before the last one.</summary>
    public Turn Next(int line, int day)
    {
        if (day >= opens[line]) LookAnew(line, day);
        if (model.Lines[line].Sequence == Sequence.Due) return NextByDue(inOrder[line], day, opens[line]);
        var orders = inOrder[line];
        ref var at = ref turn[line];
        while (at < orders.Length && !IsOpen(orders[at], day)) at++;
        return at < orders.Length
            ? new Turn(orders[at], Quantity[orders[at]] - Filled[orders[at]], opens[line])
            : new Turn(-1, 0, opens[line]);
    }

    /// <summary>To the order whose turn it is, not more than it gets in turn.</summary>
    public void Give(int order, in Batch batch)
    {
        Filled[order] += batch.Units;
        UnitDays[order] += batch.UnitDays;
    }

    /// <summary>Orders of a line to which items of a day were given since this was last asked.</summary>
    public ReadOnlySpan<int> TakeGiven(int line)
    {
        var taken = givenTo[line].AsSpan(0, givenToCount[line]);
        foreach (var order in taken) isGiven[order] = false;
        givenToCount[line] = 0;
        return taken;
    }

    private static ProductionModel Unmoved(ProductionModel model) =>
        model with { Orders = [.. model.Orders.Select(order => order with { MovedAhead = null })] };

    /// <summary>
    /// Those that are kept get the very items that they get where nobody is moved. The others then get as many in all
    /// as they get there, so that nothing is left that would not be left there.
    /// </summary>
    private long GiveKept(Allocation unmoved, int line, long units, int day)
    {
        unmoved.Give(line, units, day);
        var given = 0L;
        foreach (var order in inOrder[line])
        {
            if (isKept[order]) given += Fill(order, unmoved.Filled[order] - Filled[order]);
        }

        return given;
    }

    private long GiveAhead(int[] orders, long units, int day)
    {
        var given = 0L;
        foreach (var order in orders)
        {
            if (model.Orders[order].MovedAhead is { } ahead && day >= Math.Max(ahead.From, partFrom[order]))
                given += Fill(order, Math.Min(units - given, ahead.Units - Filled[order]));
        }

        return given;
    }

    private bool IsByTurns(LineModel line) =>
        line.Sequence != Sequence.Share
        && !Array.Exists(line.Orders, order => isKept[order] || model.Orders[order].MovedAhead is not null);

    /// <summary>Others take part from this day on: whoever was passed over may have its turn.</summary>
    private void LookAnew(int line, int day)
    {
        turn[line] = 0;
        opens[line] = int.MaxValue;
        foreach (var order in inOrder[line])
        {
            if (partFrom[order] > day) opens[line] = Math.Min(opens[line], partFrom[order]);
        }
    }

    private int DayOf(double since) =>
        double.IsNegativeInfinity(since) ? 0 : CalendarDays.Of(since, model.From, model.Days);

    private long Fill(int order, long units)
    {
        var filled = Math.Clamp(units, 0, Quantity[order] - Filled[order]);
        Filled[order] += filled;
        UnitDays[order] += filled * daysLeft;
        if (filled > 0) NoteGiven(order);
        return filled;
    }

    private void NoteGiven(int order)
    {
        if (isGiven[order]) return;
        isGiven[order] = true;
        var line = model.Orders[order].Line;
        givenTo[line][givenToCount[line]++] = order;
    }

    private bool IsOpen(int order, int day) =>
        partFrom[order] <= day && Filled[order] < Quantity[order] && !isKept[order];

    /// <summary>Ties stay in file order.</summary>
    private void Rank(int line)
    {
        var orders = inOrder[line];
        model.Lines[line].Orders.CopyTo(orders, 0);
        if (model.Lines[line].Sequence is Sequence.Due or Sequence.Share) return;
        for (var i = 1; i < orders.Length; i++)
        {
            var order = orders[i];
            var at = i;
            for (; at > 0 && IsBefore(order, orders[at - 1], model.Lines[line].Sequence); at--)
                orders[at] = orders[at - 1];
            orders[at] = order;
        }
    }

    private bool IsBefore(int order, int other, Sequence sequence)
    {
        if (sequence == Sequence.Priority) return model.Orders[order].Priority < model.Orders[other].Priority;
        var (one, two) = (standing[order], standing[other]);
        return one.IsAgreed == two.IsAgreed ? one.Since < two.Since : one.IsAgreed;
    }

    /// <summary>An agreement that does not come leaves the request; who states neither was always there.</summary>
    private static (bool IsAgreed, double Since) Standing(OrderModel order, double[] once)
    {
        var agreed = order.Agreed < 0 ? double.PositiveInfinity : once[order.Agreed];
        if (double.IsFinite(agreed)) return (true, agreed);
        if (order.Requested >= 0) return (false, once[order.Requested]);
        return (false, order.Agreed < 0 ? double.NegativeInfinity : agreed);
    }

    /// <summary>As many at once as its next due date asks for.</summary>
    private Turn NextByDue(int[] orders, int day, int until)
    {
        var (next, earliest, wanted) = (-1, int.MaxValue, 0L);
        foreach (var order in orders)
        {
            if (!IsOpen(order, day)) continue;
            var (by, more) = NextDue(order);
            if (next >= 0 && by >= earliest) continue;
            (next, earliest, wanted) = (order, by, Math.Min(more, Quantity[order] - Filled[order]));
        }

        return new Turn(next, wanted, until);
    }

    /// <summary>The first due date that is not met, and what it lacks; after the last, all the rest.</summary>
    private (int Day, long Units) NextDue(int order)
    {
        var dates = model.Orders[order].Due;
        for (var i = 0; i < dates.Length; i++)
        {
            if (due[order][i] > Filled[order]) return (dates[i].Day, due[order][i] - Filled[order]);
        }

        return (int.MaxValue, long.MaxValue);
    }

    private long GiveByShare(int[] orders, long units, int day)
    {
        units -= GiveSafeShares(orders, units, day);
        while (units > 0)
        {
            var least = -1;
            foreach (var order in orders)
            {
                if (IsOpen(order, day) && (least < 0 || IsLess(order, least))) least = order;
            }

            if (least < 0) break;
            units -= Fill(least, 1);
        }

        return units;
    }

    /// <summary>Exactly: a / b is less than c / d where a·d is less than c·b.</summary>
    private bool IsLess(int one, int other) =>
        (Int128)Filled[one] * Quantity[other] < (Int128)Filled[other] * Quantity[one];

    /// <summary>
    /// Many items at once, where each order would get at least so many one by one: up to the fraction that all of them
    /// come to, less one item an order. An order that is above that fraction already gets none of these, and the
    /// others come to less without it; so it goes until none is above.
    /// </summary>
    private long GiveSafeShares(int[] orders, long units, int day)
    {
        var (count, filled, quantity) = (0, 0L, 0L);
        foreach (var order in orders)
        {
            isBelow[order] = IsOpen(order, day);
            if (!isBelow[order]) continue;
            count++;
            filled += Filled[order];
            quantity += Quantity[order];
        }

        if (count == 0 || units <= 2 * count) return 0;
        units -= count;
        for (var before = -1; before != count;)
        {
            before = count;
            foreach (var order in orders)
            {
                if (!isBelow[order] || Filled[order] <= SafeUpTo(order, filled + units, quantity)) continue;
                isBelow[order] = false;
                count--;
                filled -= Filled[order];
                quantity -= Quantity[order];
            }
        }

        var (sum, total) = (0L, filled + units);
        foreach (var order in orders)
        {
            if (isBelow[order]) sum += Fill(order, SafeUpTo(order, total, quantity) - Filled[order]);
        }

        return sum;
    }

    private long SafeUpTo(int order, long total, long quantity) =>
        Math.Min(Quantity[order], Proportion.Of(Quantity[order], total, quantity));
}

/// <summary>Whose items are the next.</summary>
/// <param name="Order">-1: nobody's.</param>
/// <param name="Units">So many, before it is another's turn.</param>
/// <param name="Until">The day from which on it may be another's turn all the same.</param>
public readonly record struct Turn(int Order, long Units, int Until);
