namespace Resupply.Simulation;

/// <summary>What one replication is: its number and all that is drawn once in it.</summary>
public sealed class Replication(int onceValues)
{
    public long Number { get; set; }

    /// <summary>The values drawn once, by slot; unknowns first.</summary>
    public double[] Once { get; } = new double[onceValues];
}

/// <summary>
/// One capability's part of a replication, called in the order of the day. A process keeps its state in arrays sized
/// from the model and allocates nothing once warm.
/// </summary>
public abstract class Process
{
    /// <summary>Before the first day: back to the start, and what is drawn once.</summary>
    public abstract void Begin(Replication replication);

    /// <summary>00:00, first half: dated changes, what departs, what enters stock.</summary>
    public virtual void Open(int day)
    {
    }

    /// <summary>00:00, then: waiting needs and the day's needs are served.</summary>
    public virtual void Serve(int day)
    {
    }

    /// <summary>00:00, at last: replenishment orders are placed and shipped.</summary>
    public virtual void Order(int day)
    {
    }

    /// <summary>From 00:00 to 24:00: what happens at any time of the day.</summary>
    public virtual void Continue(int day)
    {
    }

    /// <summary>24:00: the day is recorded.</summary>
    public virtual void Close(int day)
    {
    }

    /// <summary>
    /// Days in a row, up to but not including the end, on which nobody else acts and nobody looks in between.
    /// </summary>
    public virtual void Pass(int first, int end)
    {
        for (var day = first; day < end; day++)
        {
            Open(day);
            Serve(day);
            Order(day);
            Continue(day);
            Close(day);
        }
    }

    /// <summary>After the last day: into the record.</summary>
    public virtual void End(Record record)
    {
    }
}
