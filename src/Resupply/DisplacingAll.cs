using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Production;

namespace Resupply;

/// <summary>Every order moved to the front of its line in turn.</summary>
public static class DisplacingAll
{
    /// <param name="diagnostics">Of reading the scenario; they come back with those that are found here.</param>
    /// <returns>No report where a diagnostic says why not.</returns>
    public static (DisplacementMatrixReport? Report, ImmutableArray<Diagnostic> Diagnostics) Find(
        Scenario scenario,
        RunOptions options,
        ImmutableArray<Diagnostic> diagnostics,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        if (DisplacementChecks.NobodyToDisplace(scenario) is { } nobody) return (null, diagnostics.Add(nobody));
        var orders = scenario.Production.Orders;
        if (RunLimits.TooManyPlans(scenario, options, orders.Length + 1) is { } tooMuch)
            return (null, diagnostics.Add(tooMuch));
        var played = Displacing.Within(scenario);
        var plan = Model.Compile(played, options.Seed, audited: options.Audited);
        if (Displacing.IsExact(plan)) options = options with { Replications = 1 };
        var queues = scenario.Production.Lines
            .Select(line => (line.Name, Queue: QueueOf(orders, line.Name)))
            .Where(line => !line.Queue.IsEmpty)
            .ToList();
        List<LineMatrix> lines =
        [
            .. from line in queues
               where line.Queue.Length > 1
               select new LineMatrix(
                   line.Name,
                   [.. line.Queue.Select(order => orders[order].Name)],
                   [.. Rows(played, plan, line.Queue, options, progress, cancellation)]),
        ];
        var report = new DisplacementMatrixReport(
            Reporting.CardOf(scenario, options.Seed, options.Replications),
            Displacing.IsExact(plan),
            [.. lines],
            [.. queues.Where(line => line.Queue.Length == 1).Select(line => line.Name)],
            diagnostics);
        return (report, diagnostics);
    }

    private static ImmutableArray<int> QueueOf(ImmutableArray<Order> orders, string line) =>
        [.. Enumerable.Range(0, orders.Length).Where(order => orders[order].Line == line)];

    /// <summary>A few movers beside one another, so that the plan as it is need not be played with each.</summary>
    private static IEnumerable<MatrixRow> Rows(
        Scenario scenario,
        Model plan,
        ImmutableArray<int> queue,
        RunOptions options,
        Action<long>? progress,
        CancellationToken cancellation)
    {
        var measured = new QueueMeasures(
            scenario.Production, scenario.From, scenario.To, queue, complete: null, withDue: false);
        foreach (var movers in queue.Chunk(Displacing.Beside))
        {
            var models = movers.Select(order => Model.Compile(
                Displacing.Moved(scenario, scenario.Production.Orders[order].Name, new Ahead(null, null)),
                options.Seed,
                audited: options.Audited));
            var record = Displacing.Replicate(plan, [.. models], measured, options, progress, cancellation);
            for (var row = 0; row < movers.Length; row++)
            {
                var world = row + 1;
                yield return new MatrixRow(
                    scenario.Production.Orders[movers[row]].Name,
                    [
                        .. Enumerable.Range(0, queue.Length).Select(
                            place => Displacing.Less(record.Together(world, 0, QueueMeasures.Finished(place)))),
                    ],
                    Displacing.AreSame(record.Together(world, 0, measured.AllFinished)));
            }
        }
    }
}
