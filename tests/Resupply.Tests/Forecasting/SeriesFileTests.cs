using Resupply.Forecasting;
using Resupply.Language;

namespace Resupply.Tests.Forecasting;

/// <summary>The file of series: what it says, and what is said of each defect.</summary>
public class SeriesFileTests
{
    private const string Header = "series,period,count\n";

    [Fact]
    public void Series_of_days_and_of_months_are_read()
    {
        var (series, found) = SeriesFile.ReadText(
            Header + "pump,2024-11,3\npump,2024-12,\npump,2025-01,0\n" +
            "water,2024-02-28,1\nwater,2024-02-29,12\n", "s.csv");
        Assert.Empty(found);
        Assert.Equal(["pump", "water"], series.Select(each => each.Name));
        Assert.Equal([3, NeedSeries.NotKnown, 0], series[0].Counts);
        Assert.Equal(("2025-01", "2024-02-29"), (series[0].Last.ToString(), series[1].Last.ToString()));
    }

    [Theory]
    [InlineData("name,day,n\n", "1:1: error: expected the header `series,period,count`")]
    [InlineData("", "1:1: error: expected the header `series,period,count`")]
    [InlineData(Header, "1:1: error: the file holds no rows")]
    [InlineData(Header + "a,2024-11-08\n", "2:1: error: expected 3 fields, a series, a period and a count; found 2")]
    [InlineData(Header + "\"a\",2024-11-08,\"1,000\"\n",
        "2:1: error: expected 3 fields, a series, a period and a count; found 4")]
    [InlineData(Header + "Big One,2024-11-08,1\n",
        "2:1: error: `Big One` is not a name: lower case, digits and single hyphens, a letter first")]
    [InlineData(Header + "b,2024-11-08,1\na,2024-11-08,1\n", "3:1: error: series `a` stands after `b`")]
    [InlineData(Header + "a,8.11.2024,1\n",
        "2:3: error: expected a day as 2024-11-08 or a month as 2024-11, found `8.11.2024`")]
    [InlineData(Header + "a,2024-02-30,1\n",
        "2:3: error: expected a day as 2024-11-08 or a month as 2024-11, found `2024-02-30`")]
    [InlineData(Header + "a,2024-11-08,1\na,2024-11-10,1\n",
        "3:3: error: 2024-11-10 follows 2024-11-08: 2024-11-09 has no row")]
    [InlineData(Header + "a,2024-11-08,1\na,2024-11-08,1\n", "3:3: error: 2024-11-08 stands twice in `a`")]
    [InlineData(Header + "a,2024-11-08,1\na,2024-11-07,1\n", "3:3: error: 2024-11-07 stands after 2024-11-08")]
    [InlineData(Header + "a,2024-11-08,1\na,2024-12,1\n", "3:3: error: `2024-12` among periods like `2024-11-08`")]
    [InlineData(Header + "a,2024-11-08,-3\n",
        "2:14: error: expected a whole number from 0 to 1,000,000,000, or nothing; found `-3`")]
    [InlineData(Header + "a,2024-11-08,2.5\n",
        "2:14: error: expected a whole number from 0 to 1,000,000,000, or nothing; found `2.5`")]
    [InlineData(Header + "a,2024-11-08,99999999999\n",
        "2:14: error: expected a whole number from 0 to 1,000,000,000, or nothing; found `99999999999`")]
    public void A_defect_is_told_with_its_place(string text, string says)
    {
        var (series, found) = SeriesFile.ReadText(text, "s.csv");
        Assert.Empty(series);
        Assert.Equal("s.csv:" + says, found[0].ToString().Split('\n')[0]);
    }

    [Fact]
    public void All_defects_come_at_once() => Assert.Equal(
        3, SeriesFile.ReadText(Header + "a,2024-11-08,x\na,2024-11-09,-1\nb,now,1\n", "s.csv").Diagnostics.Length);

    [Fact]
    public void No_text_crashes_the_reader()
    {
        const string good = Header + "pump,2024-11,3\npump,2024-12,\nwater,2024-02-28,1\nwater,2024-02-29,12\n";
        const string letters = "ab-,\n0129 \"\r\t.é";
        Property.Holds(
            draws =>
            {
                var text = good.ToCharArray().ToList();
                for (var change = 0; change < 4; change++)
                {
                    var at = (int)draws.Between(0, text.Count);
                    if (draws.Uniform() < 0.5) text.RemoveAt(at);
                    else text.Insert(at, letters[(int)draws.Between(0, letters.Length)]);
                }

                return new string([.. text]);
            },
            text =>
            {
                var (series, found) = SeriesFile.ReadText(text, "s.csv");
                return (series.Length > 0) != found.Any(each => each.Severity == Severity.Error);
            });
    }
}
