using Resupply.Simulation;

namespace Resupply.Supply;

/// <summary>
/// What makes units: at 00:00 they enter stock or leave over a lane, after the shipments of the day. It looks at no
/// stock, so that supply may pass over the days on which it does nothing; before it puts units into one, the stock is
/// settled (<see cref="Serving.Settle"/>).
/// </summary>
public abstract class Producer
{
    /// <summary>Back to the start, and what is drawn once.</summary>
    public abstract void Begin(Replication replication);

    /// <summary>What was made until this 00:00 goes where it belongs.</summary>
    public abstract void Deliver(int day);

    /// <summary>The next day on which anything is delivered; beyond the calendar: none any more.</summary>
    public abstract int Due { get; }
}
