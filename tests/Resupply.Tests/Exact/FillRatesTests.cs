using System.Globalization;
using MathNet.Numerics.Distributions;
using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

public class FillRatesTests
{
    private const double Tolerance = 1e-10;

    [Fact]
    public void Batches_of_several_sizes_are_as_computed_elsewhere()
    {
        var size = new Pmf(1, [0.6, 0.1, 0, 0, 0.2, 0, 0, 0, 0, 0.1]);
        var pipeline = Panjer.CompoundPoisson(0.4 * 5, size);
        var expected = Oracle.Read("compound_poisson_fill_open.json").GetProperty("expected");
        Assert.Equal(expected.GetProperty("mean_leadtime_demand").GetDouble(), pipeline.Mean, Tolerance);
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
                Assert.Equal(row.GetProperty(field).GetDouble(), actual, Tolerance);
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
            Assert.Equal(row.GetProperty("expected_backorders").GetDouble(), stock.Backlog(11)!.Mean, Tolerance);
            Assert.Equal(row.GetProperty("expected_on_hand").GetDouble(), stock.OnHand(11)!.Mean, Tolerance);
        }
    }

    [Fact]
    public void Palms_tables_are_as_computed_elsewhere()
    {
        foreach (var row in Table("palm_poisson_table.csv"))
            CheckUnits(row, new Pmf(0, [.. Enumerable.Range(0, 2000).Select(new Poisson(row[0]).Probability)]));
        foreach (var row in Table("palm_negbinomial_table.csv"))
        {
            var law = new NegativeBinomial(row[0] / (row[1] - 1), 1 / row[1]);
            CheckUnits(row, new Pmf(0, [.. Enumerable.Range(0, 2000).Select(law.Probability)]));
        }
    }

    [Fact]
    public void Geometric_batches_are_as_computed_elsewhere()
    {
        foreach (var row in Table("palm_stuttering_poisson_table.csv"))
        {
            var size = Panjer.Geometric(row[1]);
            var rates = FillRates.Of((long)row[3], Panjer.CompoundPoisson(row[0] * row[2], size), size);
            Assert.Equal(row[4], rates.Backorders, Tolerance);
            Assert.Equal(row[6], rates.Ready, Tolerance);
            Assert.Equal(row[9], rates.Unit, Tolerance);
            Assert.Equal(row[10], rates.CompleteOrder, Tolerance);
        }
    }

    private static void CheckUnits(double[] row, Pmf pipeline)
    {
        var rates = FillRates.Of((long)row[2], pipeline, Pmf.Certainly(1));
        Assert.Equal(row[3], rates.Backorders, Tolerance);
        Assert.Equal(row[4], rates.BackorderVariance, 1e-9 * Math.Max(1, row[4]));
        Assert.Equal(row[5], rates.Ready, Tolerance);
        Assert.Equal(row[5], rates.Unit, Tolerance);
        Assert.Equal(row[6], rates.NoBackorders, Tolerance);
        Assert.Equal(row[7], rates.OnHand, Tolerance);
    }

    private static IEnumerable<double[]> Table(string name) => Oracle.Lines(name).Skip(1)
        .Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray());
}
