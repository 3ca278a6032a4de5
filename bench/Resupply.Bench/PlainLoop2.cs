namespace Resupply.Bench;

/// <summary>
/// Workload W2 as one would write it by hand for this question alone: all lives and repairs are exponential, so nothing
/// is remembered but how many machines are broken, and one event is two draws. No list of events, no machines.
/// </summary>
public sealed class PlainLoop2(ulong seed)
{
    private readonly PlainDraws draws = new(seed);

    public RepairAnswer Run(int replications)
    {
        double running = 0, busy = 0;
        for (var replication = 0; replication < replications; replication++)
        {
            var (time, broken) = (0.0, 0);
            while (time < Workload2.Days)
            {
                var failing = (Workload2.Machines - broken) * Workload2.FailureRate;
                var atWork = Math.Min(broken, Workload2.Teams);
                var all = failing + (atWork * Workload2.RepairRate);
                var next = Math.Min(Workload2.Days, time + (draws.Exponential() / all));
                var asked = next - Math.Max(time, Workload2.WarmUp);
                if (asked > 0)
                {
                    running += asked * (Workload2.Machines - broken);
                    busy += asked * atWork;
                }

                time = next;
                broken += draws.Uniform() * all < failing ? 1 : -1;
            }
        }

        var days = (double)replications * (Workload2.Days - Workload2.WarmUp);
        return new RepairAnswer(running / days / Workload2.Machines, busy / days / Workload2.Teams);
    }
}
