using System.Globalization;
using CsvHelper;
using Resupply.Reports;

namespace Resupply.Tests.Reports;

public sealed class CsvReportTests
{
    private static readonly string[] Columns = ["option", "measure", "thing", "date", "statistic", "value"];

    [Fact]
    public void The_header_is_the_contracts() =>
        Assert.StartsWith("option,measure,thing,date,statistic,value\r\n", CsvReport.Answers(InventedReport.Winter),
            StringComparison.Ordinal);

    [Fact]
    public void An_answer_has_a_line_for_each_statistic_with_all_its_digits()
    {
        var lines = CsvReport.Answers(InventedReport.Winter).Split("\r\n");
        Assert.Contains("base,probability,lasts-the-year,,estimate,0.8312", lines);
        Assert.Contains("base,probability,lasts-the-year,,exact,0.8309", lines);
        Assert.Contains("base,date,runs-short,,p10,2025-01-03", lines);
        Assert.Contains("base,date,runs-short,,p90,", lines);
        Assert.Contains("base,date,runs-short,,never,0.2104", lines);
        Assert.Contains("base,date,runs-short,,exact-never,0.2121", lines);
        Assert.Contains("base,quantity,money-left,,mean,3823100000", lines);
        Assert.Contains("base,not-applicable,line-share,,estimate,", lines);
    }

    [Fact]
    public void A_swing_has_its_ends_and_what_the_value_explains()
    {
        var lines = CsvReport.Swings(InventedReport.Winter).Split("\r\n");
        Assert.Contains("base,lasts-the-year,unknowns.interceptors,,lowest-fifth,0.621", lines);
        Assert.Contains("base,lasts-the-year,unknowns.interceptors,,difference-low,0.346", lines);
        Assert.Contains("base,lasts-the-year,unknowns.interceptors,,index,0.312", lines);
        Assert.Contains("base,stock-left,shipments.donors.arrives,,index,", lines);
    }

    [Fact]
    public void Every_day_of_every_series_is_there_and_comes_back_as_it_was()
    {
        var winter = InventedReport.Winter;
        var rows = Rows(CsvReport.Series(winter));
        var days = winter.Card.To - winter.Card.From + 1;
        var bands = winter.Stocks.Length + (2 * winter.Pools.Length) + winter.Authorities.Length;
        Assert.Equal((days * 8 * bands) + (days * winter.Demands.Length), rows.Count);
        var means = rows.Where(row => row is [_, "on-hand", "theatre.patriot", _, "mean", _]).ToArray();
        Assert.Equal(
            winter.Stocks[0].OnHand.Select(band => (band.Day.ToString(), band.Mean)),
            means.Select(row => (row[3], double.Parse(row[5], CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Shipments_name_their_tranches()
    {
        var lines = CsvReport.Shipments(InventedReport.Winter).Split("\r\n");
        Assert.Contains("base,arrived,december.4,,estimate,0.966", lines);
        Assert.Contains("base,units,november.1,,mean,125.4", lines);
        Assert.Contains("base,arrives,donors.1,,p50,", lines);
        Assert.DoesNotContain(lines, line => line.Contains("departs,donors", StringComparison.Ordinal));
    }

    [Fact]
    public void No_cell_of_text_is_a_formula_and_quoting_holds()
    {
        var rows = Rows(CsvReport.Series(InventedReport.Hostile));
        Assert.All(rows, row => Assert.Equal("'=1+1", row[0]));
        Assert.Contains(rows, row => row[2] == "</script><script>alert(1)</script>.@SUM(A1), \"x\"");
    }

    private static List<string[]> Rows(string text)
    {
        using var reader = new StringReader(text);
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        csv.Read();
        csv.ReadHeader();
        Assert.Equal(Columns, csv.HeaderRecord);
        while (csv.Read()) rows.Add([.. Columns.Select(column => csv.GetField(column)!)]);
        return rows;
    }
}
