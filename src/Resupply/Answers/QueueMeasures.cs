using System.Collections.Immutable;
using Resupply.Production;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>
/// What is measured of a queue, as places among a replication's measures: for each order the unit-days that it has had
/// (a unit counts once for each day at whose 24:00 it was finished, or delivered), and whether each due date is met;
/// then the sums over all orders.
/// </summary>
public sealed class QueueMeasures
{
    private const int PerOrder = 2;

    private readonly ILookup<int, int> dueOf;

    /// <param name="plan">Due dates in the calendar count; those in order of day.</param>
    /// <param name="orders">Which of its orders.</param>
    /// <param name="complete">An order and a day: has it all by then? Null: not asked.</param>
    /// <param name="withDue">Due dates are measured.</param>
    public QueueMeasures(
        ProductionPlan plan, Day from, Day to, ImmutableArray<int> orders, (int Order, Day By)? complete, bool withDue)
    {
        Orders = orders;
        Due =
        [
            .. from order in withDue ? orders : []
               from due in plan.Orders[order].Due
               where due.By >= @from && due.By <= to
               select new DueMeasure(order, due.By - @from, due.By, due.Units.Text),
        ];
        dueOf = Enumerable.Range(0, Due.Length).ToLookup(index => Due[index].Order);
        Complete = complete is { } asked ? (asked.Order, asked.By - from) : null;
    }

    /// <summary>Indexes in the plan.</summary>
    public ImmutableArray<int> Orders { get; }

    /// <summary>In the order of the orders.</summary>
    public ImmutableArray<DueMeasure> Due { get; }

    /// <summary>An order, and the day of the calendar by which it is to have all.</summary>
    public (int Order, int Day)? Complete { get; }

    /// <summary>At whose close somebody must look.</summary>
    public IEnumerable<int> Days => Due.Select(due => due.Day).Concat(Complete is { } asked ? [asked.Day] : []);

    public int Count => CompleteAt + 1;

    public int AllFinished => (Orders.Length * PerOrder) + Due.Length;

    public int AllDelivered => AllFinished + 1;

    /// <summary>Units of all orders that are not delivered at the calendar's end.</summary>
    public int AllUndelivered => AllFinished + 2;

    public int CompleteAt => AllFinished + 3;

    /// <summary>Unit-days of finished items, of the order with this place among the orders.</summary>
    public static int Finished(int place) => place * PerOrder;

    /// <summary>Unit-days of delivered items.</summary>
    public static int Delivered(int place) => (place * PerOrder) + 1;

    /// <summary>Whether it was met: 1 or 0.</summary>
    /// <param name="index">Among the due dates.</param>
    public int IsMet(int index) => (Orders.Length * PerOrder) + index;

    /// <summary>The due dates of the order with this place, as indexes among all.</summary>
    public IEnumerable<int> DueOf(int place) => dueOf[Orders[place]];
}

/// <param name="Order">Index in the plan.</param>
/// <param name="Day">Of the calendar.</param>
/// <param name="Units">In all by then, as the file has it.</param>
public sealed record DueMeasure(int Order, int Day, Day By, string Units);
