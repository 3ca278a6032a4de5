using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

/// <summary>Will what is on hand and what comes last: against answers computed by two other exact methods.</summary>
public class SufficiencyTests
{
    private const double Tolerance = 1e-7;

    public static TheoryData<string> Cases { get; } =
    [
        "suff_const_emp_500_receipts", "suff_const_unit_100", "suff_heavy_batches_1500", "suff_random_day_geom_200",
        "suff_random_day_long_3000", "suff_rundown_geom_500", "suff_weekly_emp_2000",
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_first_shortage_and_what_is_lost_are_as_computed_elsewhere(string name)
    {
        var (oracle, solution) = Solve(name, waits: false);
        Close(oracle.GetProperty("P_no_stockout").GetDouble(), solution.NoShortage[^1]);
        Close(oracle.GetProperty("expected_lost").GetDouble(), solution.Lost[^1]);
        Close(oracle.GetProperty("total_mean_demand").GetDouble(), solution.Needed[^1]);
        Assert.Equal(0, solution.Waiting[^1]);
        var cdf = oracle.GetProperty("cdf_first_stockout_day_all").Numbers();
        for (var day = 0; day < cdf.Length; day++)
        {
            Close(cdf[day], solution.FirstShortage[day]);
            Close(1 - cdf[day], solution.NoShortage[day]);
        }

        foreach (var quantile in oracle.GetProperty("first_stockout_quantiles").EnumerateObject())
        {
            var day = solution.ShortageQuantile(double.Parse(quantile.Name[1..], CultureInfo.InvariantCulture) / 100);
            var comes = quantile.Value.ValueKind == JsonValueKind.Number;
            int? expected = comes ? quantile.Value.GetInt32() - 1 : null;
            Assert.Equal(expected, day);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_waits_is_as_computed_elsewhere(string name)
    {
        var (oracle, solution) = Solve(name, waits: true);
        Close(oracle.GetProperty("P_no_stockout").GetDouble(), solution.NoShortage[^1]);
        Close(oracle.GetProperty("expected_backlog_T").GetDouble(), solution.Waiting[^1]);
        Close(oracle.GetProperty("expected_backorder_unit_days").GetDouble(), solution.Waiting.Sum());
        Close(oracle.GetProperty("expected_units_not_met_same_day").GetDouble(), solution.Unmet[^1]);
        Assert.Equal(0, solution.Lost[^1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Units_unmet_so_far_have_the_mean_that_is_expected(bool waits)
    {
        const int last = 29;
        var question = new SingleStockQuestion { Days = [last], UnmetMax = 90 };
        var (_, solution) = Solve("suff_const_unit_100", waits, question);
        var unmet = solution.AtMidnight[last].UnmetSoFar;
        Close(solution.NoShortage[^1], unmet.Weights[0]);
        Close(1, unmet.Weights.Sum());
        Close(solution.Unmet[^1], unmet.Mean);
    }

    // The record of workload W3: 150 on hand, 88 on days 14, 42, … 378 as day 1 is the first, need waits, 400 days.
    [Fact]
    public void Workload_3_is_as_recorded()
    {
        var need = Panjer.CompoundPoisson(1.5, new Pmf(1, [0.4, 0.3, 0.2, 0, 0.1]));
        var receipts = Enumerable.Range(0, 14).Select(i => Receipt.Of(13 + (28 * i), 88));
        var problem = new SingleStockProblem(
            Pmf.Certainly(150), [.. Enumerable.Repeat(need, 400)], [.. receipts])
        { Waits = true };
        var solution = SingleStockRecursion.Solve(problem, new SingleStockQuestion { Days = [399] }).Solution!;
        Assert.Equal(0.9502, solution.NoShortage[^1], 4);
        Assert.Equal(122, solution.AtMidnight[399].Net.Mean, 6);
        Assert.Equal(122, solution.OnHand[^1] - solution.Waiting[^1], 6);
    }

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, Tolerance);

    private static (JsonElement Oracle, SingleStockSolution Solution) Solve(
        string name, bool waits, SingleStockQuestion? question = null)
    {
        var oracle = Oracle.Read(name + ".json");
        var (solution, reason) = SingleStockRecursion.Solve(Problem(oracle, waits), question);
        Assert.Null(reason);
        return (oracle.GetProperty("expected"), solution!);
    }

    private static SingleStockProblem Problem(JsonElement oracle, bool waits)
    {
        var inputs = oracle.GetProperty("inputs");
        var size = Size(inputs.GetProperty("batch"));
        var rates = inputs.GetProperty("daily_rates").Numbers();
        var needs = rates.Distinct().ToDictionary(rate => rate, rate => Panjer.CompoundPoisson(rate, size));
        var known = inputs.GetProperty("receipts").EnumerateArray()
            .Select(receipt => Receipt.Of(receipt.GetProperty("day").GetInt32() - 1, Units(receipt)));
        var random = inputs.GetProperty("random_shipments").EnumerateArray()
            .Select(receipt => Receipt.Of(Days(receipt.GetProperty("arrival_day_pmf")), Pmf.Certainly(Units(receipt))));
        return new SingleStockProblem(
            Pmf.Certainly(inputs.GetProperty("initial_stock").GetInt64()),
            [.. rates.Select(rate => needs[rate])],
            [.. known, .. random])
        { Waits = waits };
    }

    private static long Units(JsonElement receipt) => receipt.GetProperty("qty").GetInt64();

    private static Pmf Size(JsonElement batch) => batch.GetProperty("type").GetString() switch
    {
        "unit" => Pmf.Certainly(1),
        "geometric" => Panjer.Geometric(batch.GetProperty("mean").GetDouble()),
        _ => Sparse(batch.GetProperty("pmf"), shift: 0),
    };

    private static Pmf Days(JsonElement pmf) => Sparse(pmf, shift: -1);

    private static Pmf Sparse(JsonElement pmf, int shift)
    {
        var weights = new SortedDictionary<int, double>();
        foreach (var entry in pmf.EnumerateObject().Where(entry => entry.Name != "never"))
            weights[int.Parse(entry.Name, CultureInfo.InvariantCulture) + shift] = entry.Value.GetDouble();
        var first = weights.Keys.First();
        var dense = Enumerable.Range(first, weights.Keys.Last() - first + 1);
        return new Pmf(first, [.. dense.Select(value => weights.GetValueOrDefault(value))]);
    }
}
