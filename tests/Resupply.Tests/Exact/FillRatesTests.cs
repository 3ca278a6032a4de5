using System.Globalization;
using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

public class FillRatesTests
{
    private const double Gap = 1e-10;

    // Relative throughout, so that the small ones count.
    private static readonly Tolerance Palm = new(Relative: 1e-9, Absolute: 1e-15);

    [Fact]
    public void Batches_of_several_sizes_are_as_computed_elsewhere()
    {
        var size = new Pmf(1, [0.6, 0.1, 0, 0, 0.2, 0, 0, 0, 0, 0.1]);
        var pipeline = Panjer.CompoundPoisson(0.4 * 5, size);
        var expected = Oracle.Read("compound_poisson_fill_open.json").GetProperty("expected");
        Assert.Equal(expected.GetProperty("mean_leadtime_demand").GetDouble(), pipeline.Mean, Gap);
        foreach (var row in expected.GetProperty("rows").EnumerateArray())
        {
            var rates = FillRates.Of(row.GetProperty("S").GetInt64(), pipeline, size);
            Close("unit_fill_rate", rates.Unit);
            Close("complete_order_fill_rate", rates.CompleteOrder);
            Close("ready_rate", rates.Ready);
            Close("expected_on_hand", rates.OnHand);
            Close("expected_backorders", rates.Backorders);
            Close("var_backorders", rates.BackorderVariance);
            Close("prob_no_backorders", rates.NoBackorders);

            void Close(string field, double actual) =>
                Assert.Equal(row.GetProperty(field).GetDouble(), actual, Gap);
        }
    }

    [Fact]
    public void A_base_stock_of_whole_days_comes_to_the_same_in_the_long_run()
    {
        var need = Panjer.CompoundPoisson(0.4, new Pmf(1, [0.6, 0.1, 0, 0, 0.2, 0, 0, 0, 0, 0.1]));
        foreach (var row in Oracle.Read("compound_poisson_fill_open.json").GetProperty("expected").GetProperty("rows")
            .EnumerateArray())
        {
            var level = row.GetProperty("S").GetInt64();
            var stock = new BaseStockPipeline(level, Pmf.Certainly(level), 5, [.. Enumerable.Repeat(need, 12)]);
            Assert.Equal(row.GetProperty("expected_backorders").GetDouble(), stock.Backlog(11)!.Mean, Gap);
            Assert.Equal(row.GetProperty("expected_on_hand").GetDouble(), stock.OnHand(11)!.Mean, Gap);
        }
    }

    [Fact]
    public void Palms_tables_are_as_computed_elsewhere()
    {
        foreach (var row in Table("palm_poisson_table.csv")) CheckUnits(row, CountPmf.Poisson(row[0])!);
        foreach (var row in Table("palm_negbinomial_table.csv"))
            CheckUnits(row, CountPmf.NegativeBinomial(row[0], (row[1] - 1) / row[0])!);
    }

    [Fact]
    public void Geometric_batches_are_as_computed_elsewhere()
    {
        foreach (var row in Table("palm_stuttering_poisson_table.csv"))
        {
            var size = CountPmf.Geometric(row[1] - 1)!.ShiftedBy(1);
            var rates = FillRates.Of((long)row[3], CompoundPmf.Poisson(row[0] * row[2], size)!, size);
            Palm.Close(row[4], rates.Backorders, "backorders");
            Palm.Close(row[5], rates.BackorderVariance, "variance");
            Palm.Close(row[6], rates.Ready, "ready");
            Palm.Close(row[7], rates.NoBackorders, "none waiting");
            Palm.Close(row[8], rates.OnHand, "on hand");
            Palm.Close(row[9], rates.Unit, "units");
            Palm.Close(row[10], rates.CompleteOrder, "orders");
        }
    }

    private static void CheckUnits(double[] row, Pmf pipeline)
    {
        var rates = FillRates.Of((long)row[2], pipeline, Pmf.Certainly(1));
        Palm.Close(row[3], rates.Backorders, "backorders");
        Palm.Close(row[4], rates.BackorderVariance, "variance");
        Palm.Close(row[5], rates.Ready, "ready");
        Palm.Close(row[5], rates.Unit, "units");
        Palm.Close(row[6], rates.NoBackorders, "none waiting");
        Palm.Close(row[7], rates.OnHand, "on hand");
    }

    private static IEnumerable<double[]> Table(string name) => Oracle.Lines(name).Skip(1)
        .Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray());
}
