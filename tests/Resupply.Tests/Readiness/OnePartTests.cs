using MathNet.Numerics.Statistics;
using Resupply.Readiness;
using Resupply.Tests.Supply;
using Record = Resupply.Simulation.Record;

namespace Resupply.Tests.Readiness;

/// <summary>What a planner expects of more, where nothing else is short.</summary>
public class OnePartTests
{
    private const int Pairs = 120;

    /// <summary>With one kind of part and one crew: pair by pair, beyond the error of the difference.</summary>
    [Fact]
    public void One_more_or_sooner_never_makes_a_fleet_less_ready()
    {
        var gained = 0;
        Property.Holds(
            forAny: draws =>
            {
                var plan = OnePart.Any(draws);
                return (Before: plan, After: plan.Bettered(draws));
            },
            that: pair =>
            {
                var (before, after) = (Ready(pair.Before.Text), Ready(pair.After.Text));
                var differences = after.Zip(before, (more, less) => more - less);
                var (mean, deviation) = differences.MeanStandardDeviation();
                if (mean > 4 * deviation / Math.Sqrt(Pairs)) gained++;
                return mean >= -4 * deviation / Math.Sqrt(Pairs);
            },
            cases: 60);

        // Else it would hold for want of a difference.
        Assert.InRange(gained, 25, 60);
    }

    /// <summary>The available share, replication by replication.</summary>
    private static double[] Ready(string text)
    {
        var model = Model.Compile(Rehearsal.Read(text), seed: 9);
        var world = model.NewWorld();
        return
        [
            .. Enumerable.Range(0, Pairs).Select(number =>
            {
                var record = new Record(model.Layout);
                world.Run(number, record);
                return (double)record.Measures[0].Moments.X / FleetCounts.ShareUnit;
            }),
        ];
    }
}
