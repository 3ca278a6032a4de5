using Resupply.Exact;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Bench;

/// <summary>What a run of workload W3 came to.</summary>
/// <param name="NoShortage">The share of replications without a shortage.</param>
/// <param name="NetAtTheEnd">Units on hand less what waits on the last day, on average.</param>
public readonly record struct StockAnswer(double NoShortage, double NetAtTheEnd);

/// <summary>Workload W3, stock sufficiency: by the engine from its scenario file, and by an exact recursion.</summary>
public static class Workload3
{
    public const int Days = 400;

    /// <summary>By the exact recursion; the mean is 150 + 14 × 88 − 400 × 1.5 × 2.1.</summary>
    public static StockAnswer Known { get; } = new(0.9502, 122);

    private const int ReceiptEvery = 28;
    private const int Receipts = 14;

    /// <summary>Units that arrive at 00:00, by day, the first day first.</summary>
    public static int[] Arrivals
    {
        get
        {
            var arrivals = new int[Days];
            for (var i = 0; i < Receipts; i++) arrivals[13 + (i * ReceiptEvery)] = 88;
            return arrivals;
        }
    }

    /// <exception cref="InvalidDataException">The file has a mistake.</exception>
    public static Model Compile(string scenarioFile, ulong seed = 1)
    {
        var (scenario, diagnostics) = ScenarioReader.Read(scenarioFile);
        return scenario is null
            ? throw new InvalidDataException(string.Join('\n', diagnostics))
            : Model.Compile(scenario, seed);
    }

    /// <summary>Replicates on this thread.</summary>
    public static StockAnswer Simulate(Model model, long replications)
    {
        var record = Simulator.Run(model.NewWorld, model.Layout, 0, replications, threads: 1);
        return new StockAnswer(record.Measures[0].Moments.Mean, record.Measures[1].Moments.Mean);
    }

    public static StockAnswer SolveExactly()
    {
        var need = CompoundPmf.Of(Distribution.Poisson, [1.5], new Pmf(1, [0.4, 0.3, 0.2, 0, 0.1]))!;
        var receipts = Enumerable.Range(0, Receipts).Select(i => Receipt.Of(13 + (ReceiptEvery * i), 88));
        var problem = new SingleStockProblem(Pmf.Certainly(150), [.. Enumerable.Repeat(need, Days)], [.. receipts])
        {
            Waits = true,
        };
        var solution = SingleStockRecursion.Solve(problem).Solution!;
        return new StockAnswer(solution.NoShortage[^1], solution.OnHand[^1] - solution.Waiting[^1]);
    }

    /// <summary>Null, or how an answer is further from what is known than chance would have it.</summary>
    public static string? Mistake(StockAnswer answer, long replications)
    {
        var error = Math.Sqrt(Known.NoShortage * (1 - Known.NoShortage) / replications);
        if (Math.Abs(answer.NoShortage - Known.NoShortage) > (4 * error) + 0.00005)
            return $"no shortage in {answer.NoShortage}, known is {Known.NoShortage}";
        var spread = Math.Sqrt(Days * 1.5 * 6.5 / replications); // a compound Poisson's variance: rate × E[size²]
        return Math.Abs(answer.NetAtTheEnd - Known.NetAtTheEnd) > 4 * spread
            ? $"{answer.NetAtTheEnd} at the end, known is {Known.NetAtTheEnd}"
            : null;
    }
}
