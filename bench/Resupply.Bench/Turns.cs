namespace Resupply.Bench;

/// <summary>What the engine and a plain loop take where they take turns.</summary>
/// <param name="Engine">Seconds of user time a round, the median.</param>
/// <param name="Plain">
/// So that engine over plain is the median of the ratios of neighbours: noise that lasts longer than a round falls out.
/// </param>
/// <param name="Bytes">Allocated a round, by both together.</param>
public readonly record struct Turns(double Engine, double Plain, double Bytes)
{
    public static Turns Of(int rounds, Action plain, Action engine)
    {
        // Four times, with time between, for the compiler to come by: it looks at what runs often, and replaces it.
        for (var warming = 0; warming < 4; warming++)
        {
            plain();
            engine();
            Thread.Sleep(500);
        }

        List<double> engines = [], ratios = [];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < rounds; round++)
        {
            var byHand = Stopwatches.UserSeconds(plain);
            engines.Add(Stopwatches.UserSeconds(engine));
            ratios.Add(engines[^1] / byHand);
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var median = Stopwatches.Median(engines);
        return new Turns(median, median / Stopwatches.Median(ratios), (double)allocated / rounds);
    }
}
