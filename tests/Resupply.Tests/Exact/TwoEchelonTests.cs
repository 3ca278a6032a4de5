using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

public class TwoEchelonTests
{
    private const double Gap = 1e-9;

    private enum Method
    {
        Metric,
        Vari,
        Exact,
    }

    [Fact]
    public void Five_bases_of_Sherbrooke_are_as_computed_elsewhere()
    {
        var oracle = Oracle.Read("metric_sherbrooke_ch3_five_bases.json");
        var (inputs, expected) = (oracle.GetProperty("inputs"), oracle.GetProperty("expected"));
        var five = TwoEchelon.WithAmpleRepair(Bases(inputs), Number(inputs, "depot_T0"))!;
        Assert.Equal(Number(expected, "lambda0"), five.Bases.Sum(each => each.SentOn), Gap);
        Assert.Equal(Number(expected, "depot_pipeline"), five.DepotPipeline.Mean, Gap);
        foreach (var row in expected.GetProperty("per_base").EnumerateArray()) CheckRow(five, 0, row);
        foreach (var row in expected.GetProperty("optimal_split").EnumerateArray())
            foreach (var method in Enum.GetValues<Method>())
            {
                var best = row.GetProperty(NameOf(method));
                CheckBest(five, method, row.GetProperty("total_stock").GetInt32(), best, "s_bases_sorted");
            }
    }

    [Fact]
    public void Two_items_at_two_bases_are_as_computed_elsewhere()
    {
        var oracle = Oracle.Read("metric_borges_2items_2bases.json");
        var items = oracle.GetProperty("inputs").GetProperty("items").EnumerateArray()
            .Select(item => TwoEchelon.WithAmpleRepair(Bases(item), Number(item, "depot_T0"))!).ToList();
        var expected = oracle.GetProperty("expected");
        var evaluation = expected.GetProperty("evaluation");
        foreach (var row in evaluation.GetProperty("U1_base1").EnumerateArray()) CheckRow(items[0], 0, row);
        foreach (var row in evaluation.GetProperty("U2_base2").EnumerateArray()) CheckRow(items[1], 1, row);
        foreach (var row in expected.GetProperty("best_by_total_stock").EnumerateArray())
            foreach (var method in Enum.GetValues<Method>())
                for (var item = 0; item < 2; item++)
                {
                    var best = row.GetProperty($"item{item + 1}").GetProperty(NameOf(method));
                    CheckBest(items[item], method, row.GetProperty("total").GetInt32(), best, "s_bases");
                }
    }

    [Fact]
    public void Identical_bases_are_as_computed_elsewhere()
    {
        var oracle = Oracle.Read("graves_style_identical_bases_open.json").GetProperty("expected");
        foreach (var row in oracle.GetProperty("cases").EnumerateArray())
        {
            var at = EchelonSite.LongRun(Number(row, "lam"), 0, 0, Number(row, "O"));
            var bases = Enumerable.Repeat(at, row.GetProperty("bases").GetInt32());
            CheckRow(TwoEchelon.WithAmpleRepair([.. bases], Number(row, "T0"))!, 0, row);
        }
    }

    [Fact]
    public void A_depot_with_few_teams_is_as_computed_elsewhere()
    {
        var oracle = Oracle.Read("twoechelon_limited_crews_open.json");
        var (inputs, expected) = (oracle.GetProperty("inputs"), oracle.GetProperty("expected"));
        var (bases, repair) = (Bases(inputs), Number(inputs, "depot_T0"));
        var teams = inputs.GetProperty("depot_crews").GetInt32();
        var limited = TwoEchelon.WithTeams(bases, repair, teams)!;
        var queue = new LimitedRepair(bases.Sum(each => each.SentOn), 1 / repair, teams);
        Assert.Equal(Number(expected, "depot_crew_utilisation"), queue.TeamsBusy, Gap);
        Assert.Equal(Number(expected, "depot_mean_in_repair_system"), limited.DepotPipeline.Mean, Gap);
        var at = 0;
        foreach (var one in expected.GetProperty("per_base").EnumerateArray())
        {
            foreach (var row in one.GetProperty("rows").EnumerateArray()) CheckRow(limited, at, row);
            at++;
        }

        foreach (var row in expected.GetProperty("optimal_split").EnumerateArray())
            CheckBest(limited, Method.Exact, row.GetProperty("total_stock").GetInt32(), row, "s_bases");
        var ample = TwoEchelon.WithAmpleRepair(bases, repair)!;
        foreach (var row in expected.GetProperty("same_with_ample_crews_total_ebo").EnumerateArray())
        {
            var (depot, stocks) = (row.GetProperty("s0").GetInt64(), Stocks(row, "s_bases"));
            Assert.Equal(Number(row, "total_ebo_ample"), Total(ample, Method.Exact, depot, stocks), Gap);
            Assert.Equal(Number(row, "total_ebo_limited"), Total(limited, Method.Exact, depot, stocks), Gap);
        }
    }

    [Fact]
    public void A_depot_with_plenty_makes_the_bases_independent_of_one_another()
    {
        ImmutableArray<EchelonSite> bases = [EchelonSite.LongRun(0.4, 0.3, 4, 5), EchelonSite.LongRun(0.1, 1, 9, 5)];
        var echelon = TwoEchelon.WithAmpleRepair(bases, 12)!;
        for (var at = 0; at < 2; at++)
        {
            var own = CountPmf.Poisson(bases[at].OwnPipeline)!;
            foreach (var law in (Pmf?[])[echelon.Exact(at, 100), echelon.Metric(at, 100), echelon.VariMetric(at, 100)])
                for (var n = 0; n < 30; n++) Assert.Equal(own.At(n), law!.At(n), 1e-13);
        }

        Assert.Equal(0, echelon.Share(1));
        var alone = TwoEchelon.WithAmpleRepair([EchelonSite.LongRun(0.1, 1, 9, 5)], 12)!;
        Assert.Equal(0.9, alone.Exact(0, 0)!.Mean, 1e-13);
    }

    private static void CheckRow(TwoEchelon echelon, int at, JsonElement row)
    {
        var (depotStock, stock) = (row.GetProperty("s0").GetInt64(), row.GetProperty("s_base").GetInt64());
        var depot = echelon.Depot(depotStock);
        Assert.Equal(Number(row, "depot_ebo"), depot.Backorders, Gap);
        Assert.Equal(Number(row, "depot_vbo"), depot.BackorderVariance, Gap);
        Assert.Equal(Number(row, "pipeline_mean"), echelon.Exact(at, depotStock)!.Mean, Gap);
        Assert.Equal(Number(row, "pipeline_var"), echelon.Exact(at, depotStock)!.Variance, Gap);
        foreach (var method in Enum.GetValues<Method>())
        {
            var rates = Rates(echelon, method, at, depotStock, stock);
            Assert.Equal(Number(row, "ebo_" + NameOf(method)), rates.Backorders, Gap);
            Assert.Equal(Number(row, "fill_" + NameOf(method)), rates.Unit, Gap);
        }
    }

    private static void CheckBest(TwoEchelon echelon, Method method, int total, JsonElement best, string field)
    {
        var bases = echelon.Bases.Length;
        var table = new double[total + 1, bases, total + 1];
        for (var depot = 0; depot <= total; depot++)
            for (var at = 0; at < bases; at++)
                for (var stock = 0; stock <= total - depot; stock++)
                    table[depot, at, stock] = Rates(echelon, method, at, depot, stock).Backorders;

        var least = Enumerable.Range(0, total + 1).Min(depot => Least(depot, 0, total - depot));
        Assert.Equal(Number(best, "ebo"), least, Gap);
        var stated = Total(echelon, method, best.GetProperty("s0").GetInt64(), Stocks(best, field));
        Assert.Equal(least, stated, Gap);

        double Least(int depot, int at, int left) => at == bases - 1
            ? table[depot, at, left]
            : Enumerable.Range(0, left + 1).Min(own => table[depot, at, own] + Least(depot, at + 1, left - own));
    }

    private static double Total(TwoEchelon echelon, Method method, long depotStock, long[] stocks) =>
        stocks.Index().Sum(each => Rates(echelon, method, each.Index, depotStock, each.Item).Backorders);

    private static FillRates Rates(TwoEchelon echelon, Method method, int at, long depotStock, long stock)
    {
        var pipeline = method switch
        {
            Method.Metric => echelon.Metric(at, depotStock),
            Method.Vari => echelon.VariMetric(at, depotStock),
            _ => echelon.Exact(at, depotStock),
        };
        return FillRates.Of(stock, pipeline!, Pmf.Certainly(1));
    }

    private static ImmutableArray<EchelonSite> Bases(JsonElement item) =>
    [
        .. item.GetProperty("bases").EnumerateArray().Select(at => EchelonSite.LongRun(
            Number(at, "lam"), Number(at, "r"), Number(at, "T_base"), Number(at, "O"))),
    ];

    private static long[] Stocks(JsonElement row, string field) =>
        [.. row.GetProperty(field).EnumerateArray().Select(stock => stock.GetInt64())];

    private static double Number(JsonElement row, string field) => row.GetProperty(field).GetDouble();

    private static string NameOf(Method method) => method.ToString().ToLowerInvariant();
}
