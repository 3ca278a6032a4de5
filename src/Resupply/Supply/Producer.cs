using Resupply.Simulation;

namespace Resupply.Supply;

/// <summary>
/// What makes units: at 00:00 they enter stock or leave over a lane, after the shipments of the day. It looks at no
/// stock, and nothing in supply changes what it makes: so it may be ahead of supply, up to the day on which somebody
/// looks at both.
/// </summary>
public abstract class Producer
{
    /// <summary>Back to the start, and what is drawn once.</summary>
    public abstract void Begin(Replication replication);

    /// <summary>
    /// What was made until this 00:00 goes where it belongs; so does, each on its day, what is made before the end, as
    /// far as it shares no lane with what supply sends.
    /// </summary>
    public abstract void Deliver(int day, int end);

    /// <summary>The next day on which anything is still to be delivered; beyond the calendar: none any more.</summary>
    public abstract int Due { get; }
}
