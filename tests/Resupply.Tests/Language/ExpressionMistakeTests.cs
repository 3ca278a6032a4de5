using Resupply.Language;

namespace Resupply.Tests.Language;

/// <summary>Wrong values: the column, what is wrong, and after the slash what would help.</summary>
public sealed class ExpressionMistakeTests
{
    [Theory]
    [InlineData(Measure.DutyCycle, "25 h per day", 1, "a day has no more than 24 h: `25 h per day`")]
    [InlineData(Measure.DutyCycle, "0.5", 1,
        "expected working time per calendar time, found a bare number: `0.5` / write 10 h per day")]
    [InlineData(Measure.Count, "5..8 k", 1, "`k` stands on the last end alone / each end carries its own: 5 k..8 k")]
    [InlineData(Measure.Probability, "20..40%", 1,
        "`%` stands on the last end alone / each end carries its own: 20%..40%")]
    [InlineData(Measure.Count, "5 k..8", 6, "the last end has no unit: `5 k..8` / write 8 k")]
    [InlineData(Measure.Duration, "3 d + 2", 7, "a duration plus a number: `3 d + 2` / write 2 d (units: h d w mo y)")]
    [InlineData(Measure.Duration, "2 + 3 d", 1, "a number plus a duration: `2 + 3 d` / write 2 d (units: h d w mo y)")]
    [InlineData(Measure.Date, "2024-11-09 + 3", 14, "a date plus a number: `3` / a date is moved by a duration: 3 d")]
    [InlineData(Measure.Date, "2024-11-09 + 2024-11-10", 1,
        "two dates cannot be added / a date plus a duration is a date; a date minus a date a duration")]
    [InlineData(Measure.Count, "-5", 1, "a number of units cannot be below 0: `-5`")]
    [InlineData(Measure.Count, "- (5)", 1, "a number of units cannot be below 0: `- (5)`")]
    [InlineData(Measure.Count, "30% of 500", 1,
        "`30% of` can mean two things / write `30% chance of 500` (it or nothing), or `0.3 * 500` (a part of it)")]
    [InlineData(Measure.Count, "30% of interceptors", 1,
        "`30% of` can mean two things / "
        + "write `30% chance of interceptors` (it or nothing), or `0.3 * interceptors` (a part of it)")]
    [InlineData(Measure.Count, "1e6", 2, "`1e6`: numbers have no exponent / write 1 M")]
    [InlineData(Measure.Count, "2.5e3", 4, "`2.5e3`: numbers have no exponent / write 2.5 k")]
    [InlineData(Measure.Duration, "36 H", 4, "`H` is not a unit / write 36 h")]
    [InlineData(Measure.Duration, "2 D", 3, "`D` is not a unit / write 2 d")]
    [InlineData(Measure.Duration, "3 days", 3, "`days` is not a unit / write 3 d")]
    [InlineData(Measure.Duration, "30 min", 4, "`min` is not a unit / the smallest unit is h: write 0.5 h")]
    [InlineData(Measure.Date, "Nov 9", 5,
        "`Nov 9` is not a date / write a date as year-month-day: 2024-11-09")]
    [InlineData(Measure.Date, "9 Nov 2024", 3,
        "`9 Nov` is not a date / write a date as year-month-day: 2024-11-09")]
    [InlineData(Measure.Date, "November", 1,
        "`November` is not known here / write a date as year-month-day: 2024-11-09")]
    [InlineData(Measure.Date, "2024-11-31", 1, "there is no day 2024-11-31 / 2024-11 has 30 days")]
    [InlineData(Measure.Date, "2024-13-01", 1,
        "there is no day 2024-13-01 / months go from 01 to 12; a date is written year-month-day")]
    [InlineData(Measure.Date, "09.11.2024", 1, "`09.11.2024` is not a date / write 2024-11-09")]
    [InlineData(Measure.Date, "2024/11/09", 1, "`2024/11/09` is not a date / write 2024-11-09")]
    [InlineData(Measure.Date, "2024-11-9", 1, "`2024-11-9` is not a date / write 2024-11-09")]
    [InlineData(Measure.Date, "11/09/2024", 1,
        "`11/09/2024` is not a date / write a date as year-month-day: 2024-12-31")]
    [InlineData(Measure.Date, "20241109", 1, "expected a date, found a number: `20241109` / write 2024-11-09")]
    [InlineData(Measure.Date, "2024-11-09T10:00", 1,
        "a date has no time of day / write 2024-11-09: what happens on a day happens at its 00:00")]
    [InlineData(Measure.Date, "2024-11-09 10:00", 14,
        "a date has no time of day / what happens on a day happens at its 00:00")]
    [InlineData(Measure.Count, "1,000", 3, "a comma does not group digits / write 1000, or with k, M, bn")]
    [InlineData(Measure.Count, "1 000", 3, "a space does not group digits / write 1000, or with k, M, bn")]
    [InlineData(Measure.Count, "1_000", 2, "`1_000` is not a number / write 1000, or with k, M, bn")]
    [InlineData(Measure.Count, "normal(10, -3)", 12, "sd is -3; it must not be below 0")]
    [InlineData(Measure.Duration, "normal(10 h, -3 h)", 14, "sd is -3 h; it must not be below 0")]
    [InlineData(Measure.Count, "normal(interceptors, -3)", 22, "sd is -3; it must not be below 0")]
    [InlineData(Measure.Count, "lognormal(interceptors, -3)", 25, "sd is -3; it must not be below 0")]
    [InlineData(Measure.Count, "8..5", 1, "the low end, 8, lies above the high end, 5 / write 5..8")]
    [InlineData(Measure.Count, "uniform(8, 5)", 9, "low is 8; low must not be above high")]
    [InlineData(Measure.Date, "uniform(2024-12-01, 2024-11-01)", 9, "low is 2024-12-01; low must not be above high")]
    [InlineData(Measure.Count, "triangular(1, 9, 5)", 15, "mode is 9; it must lie between low and high")]
    [InlineData(Measure.Duration, "lognormal(mean=40 h, 30 h)", 22,
        "a parameter by position follows one by name / write lognormal(mean, sd)")]
    [InlineData(Measure.Duration, "lognormal(sdd=40 h, 30 h)", 11,
        "`lognormal` has no parameter `sdd` / did you mean `sd`?")]
    [InlineData(Measure.Duration, "lognormal(40 h)", 1, "`lognormal` lacks `sd` / write lognormal(mean, sd)")]
    [InlineData(Measure.Duration, "lognormal(40 h, 30 h, 20 h)", 23,
        "`lognormal` takes 2 parameters / write lognormal(mean, sd)")]
    [InlineData(Measure.Duration, "lognormal(40 h, 3)", 17,
        "expected a duration here, found a number: `3` / write 3 d (units: h d w mo y)")]
    [InlineData(Measure.Count, "poison(3)", 1,
        "there is no function or distribution `poison` / did you mean `poisson`?")]
    [InlineData(Measure.Count, "poisson(3 d)", 9, "expected a number here, found a duration: `3 d`")]
    [InlineData(Measure.Count, "poisson(40 per day)", 9,
        "expected a number here, found a rate: `40 per day` / `poisson` counts: leave out `per`")]
    [InlineData(Measure.Count, "interceptor", 1, "`interceptor` is not known here / did you mean `interceptors`?")]
    [InlineData(Measure.Count, "Interceptors", 1, "`Interceptors` is not known here / did you mean `interceptors`?")]
    [InlineData(Measure.Count, "interceptors-share", 1,
        "`interceptors-share` is not known here / to subtract, put spaces around the minus: interceptors - share")]
    [InlineData(Measure.Count, "interceptors -share", 14,
        "a minus between names needs a space on each side / write interceptors - share")]
    [InlineData(Measure.Count, "rest", 1,
        "`rest` is not known here / `rest` stands alone, where a quantity is what remains of a total")]
    [InlineData(Measure.Count, "min(3)", 1, "`min` takes two values or more")]
    [InlineData(Measure.Count, "discrete(1=0, 2=0)", 10, "all weights are 0; one of them must be above 0")]
    [InlineData(Measure.Count, "discrete(1=-1, 2=0)", 12, "weight 1 is -1; it must not be below 0")]
    [InlineData(Measure.Count, "discrete(1, 2)", 10, "`1` lacks its weight / write 1=1")]
    [InlineData(Measure.Count, "empirical()", 1, "`empirical` lacks its values / write empirical(4, 9, 14)")]
    [InlineData(Measure.Count, "binomial(10, 1.4)", 14, "p is 1.4; it must not be above 1")]
    [InlineData(Measure.Count, "97 chance of 5", 1, "a probability lies between 0% and 100% / write 97% chance of 5")]
    [InlineData(Measure.Probability, "97", 1, "a share or probability lies between 0% and 100%: `97` / write 97%")]
    [InlineData(Measure.Probability, "1.4", 1, "a share or probability lies between 0% and 100%: `1.4` / write 1.4%")]
    [InlineData(Measure.Probability, "50%..150%", 1,
        "a part of this range is outside: a share or probability lies between 0% and 100%: `50%..150%`")]
    [InlineData(
        Measure.Duration, "3", 1, "expected a duration, found a number: `3` / write 3 d, or 3 h (units: h d w mo y)")]
    [InlineData(Measure.Rate, "40", 1, "expected a rate, found a number: `40` / write 40 per day (or h, w, mo, y)")]
    [InlineData(Measure.Rate, "2 h per day", 1,
        "expected a rate, found a number: `2 h per day` / write a rate: 40 per day, 3 per mo")]
    [InlineData(Measure.Date, "3 d", 1,
        "expected a date, found a duration: `3 d` / a delay follows a date: 2024-11-09 + 3 d")]
    [InlineData(Measure.Date, "5", 1,
        "expected a date, found a number: `5` / write a date (2024-12-31) or the name of a deadline")]
    [InlineData(Measure.Count, "50%", 1, "expected a number of units, found a share: `50%`")]
    [InlineData(Measure.Count, "3 d", 1,
        "expected a number of units, found a duration: `3 d` / leave out the unit of time")]
    [InlineData(Measure.Count, "40 per day", 1,
        "expected a number of units, found a rate: `40 per day` / leave out `per`")]
    [InlineData(Measure.FixedDate, "2024-11-09 + 1..3 d", 1,
        "this date must be fixed: `2024-11-09 + 1..3 d` / "
        + "no draw and no unknown may stand here: write a date or a deadline's name")]
    [InlineData(Measure.FixedDate, "year-end + 36 h", 1,
        "this is not a whole day: `year-end + 36 h` / add whole days")]
    [InlineData(Measure.FixedDate, "never", 1, "`never` is not a fixed date: `never`")]
    [InlineData(Measure.Threshold, "110%", 1, "a share cannot be above 100%: `110%`")]
    [InlineData(Measure.Threshold, "interceptors", 1,
        "this threshold must be fixed: `interceptors` / no draw and no unknown may stand here")]
    [InlineData(Measure.Count, "5 / 0", 5, "division by zero")]
    [InlineData(Measure.Count, "(5", 1,
        "this `(` is never closed / "
        + "put `)` where it ends; inside YAML's braces and brackets write ; between parameters, or quote the value")]
    [InlineData(Measure.Count, "5)", 2, "this `)` closes nothing")]
    [InlineData(Measure.Count, "poisson(3", 8,
        "this `(` is never closed / "
        + "put `)` where it ends; inside YAML's braces and brackets write ; between parameters, or quote the value")]
    [InlineData(Measure.Count, "", 1, "there is no value here")]
    [InlineData(Measure.Count, ".5", 1, "a number has digits on both sides of the point / write 0.5")]
    [InlineData(Measure.Count, "5.", 1, "a number has digits on both sides of the point / write 5.0")]
    [InlineData(Measure.Count, "5...8", 2, "`...` has no meaning here / a range is written with two dots: 5..8")]
    [InlineData(Measure.Count, "5 ..", 5, "expected a number, a date, a name or `(` after `..`, found the end")]
    [InlineData(Measure.Count, "5 interceptors", 3,
        "`interceptors` is neither a unit nor an operator / "
        + "units are h d w mo y and k M bn %; to multiply, write 5 * interceptors")]
    [InlineData(Measure.Count, "2 d 3 h", 5,
        "expected the end or an operator, found `3` / to add lengths of time, write a plus: 2 d + 3 h")]
    [InlineData(Measure.Duration, "2 d 3 h", 5,
        "expected the end or an operator, found `3` / to add lengths of time, write a plus: 2 d + 3 h")]
    [InlineData(Measure.Count, "about five", 7,
        "expected the end or an operator, found `five` / "
        + "a value is made of numbers, dates and names, with + - * / or .. between them")]
    [InlineData(Measure.Count, "~500", 1, "`~` has no meaning here / write what is not known as a range: 500..800")]
    [InlineData(Measure.Count, "5–8", 2, "`–` is a dash / a minus is written -, a range with two dots: 5..8")]
    [InlineData(Measure.Count, "$5", 1,
        "`$` has no meaning here / leave it out: amounts are in the scenario's `currency`")]
    [InlineData(Measure.Count, "5 x 3", 3, "`x` is not an operator / times is written *")]
    [InlineData(Measure.Count, "poisson", 1, "`poisson` lacks its parameters / write poisson(mean)")]
    [InlineData(Measure.Count, "d", 1, "`d` is a unit without a number / write 1 d")]
    [InlineData(Measure.Count, "5 per week", 7, "expected a length of time after `per`, found `week` / write per w")]
    [InlineData(Measure.Count, "5 per", 6,
        "expected a length of time after `per`, found the end / write per day, per h, per w, per mo or per y")]
    [InlineData(Measure.Rate, "5 per week", 7, "expected a length of time after `per`, found `week` / write per w")]
    [InlineData(Measure.Count, "1.2.3", 1, "a number has one point")]
    [InlineData(Measure.Count, "007", 1, "`007` begins with 0 / write 7")]
    [InlineData(Measure.Count, "uniform(1,000, 2,000)", 11,
        "a comma does not group digits / write 1000, or with k, M, bn")]
    [InlineData(Measure.Count, "99999999999999999999", 1, "`99999999999999999999` is larger than 1000000 bn")]
    [InlineData(Measure.Count, "poisson(3)..5", 1,
        "an end of a range is a literal, a name, or in parentheses / write (poisson(3))")]
    [InlineData(Measure.Money, "50%", 1, "expected a sum of money, found a share: `50%`")]
    [InlineData(Measure.Duration, "max(1 d, 2)", 10,
        "`max` mixes a duration and a number: `2` / write 2 d (units: h d w mo y)")]
    [InlineData(Measure.Date, "2024-11-09 * 2", 1, "a date cannot be multiplied")]
    [InlineData(Measure.Date, "0.3 * 2024-11-09", 7,
        "a date cannot be multiplied / write 30% chance of a date: it comes, or never")]
    [InlineData(Measure.Count, "chance of 5", 1, "expected a number, a date, a name or `(`, found `chance`")]
    [InlineData(Measure.Count, "30% chance 5", 12, "expected `of` after `chance`, found `5` / write 30% chance of X")]
    [InlineData(Measure.Count, "5 + * 3", 5, "expected a number, a date, a name or `(`, found `*`")]
    [InlineData(Measure.Count, ",", 1, "expected a number, a date, a name or `(`, found `,`")]
    [InlineData(Measure.Count, "poisson(,3)", 9, "expected a number, a date, a name or `(`, found `,`")]
    [InlineData(Measure.Count, "poisson(3,)", 11, "a parameter is missing here")]
    [InlineData(Measure.Date, "2024-11-09..never", 13,
        "`never` cannot be an end of a range / write 30% chance of a date: it comes, or never")]
    [InlineData(Measure.Duration, "2 d..6", 6, "the last end has no unit: `2 d..6` / write 6 d")]
    [InlineData(Measure.Count, "5 # 3", 3, "`#` has no meaning here")]
    [InlineData(Measure.Duration, "30 minutes", 4,
        "`minutes` is not a unit / the smallest unit is h: write 0.5 h")]
    [InlineData(Measure.Count, "3 million", 3, "`million` is not a unit / write 3 M")]
    [InlineData(Measure.Count, "500 - 800", 1,
        "a number of units cannot be below 0: `500 - 800` / a range is written 500..800")]
    [InlineData(Measure.Date, "2024-11", 1,
        "expected a date, found a number: `2024-11` / write a date (2024-12-31) or the name of a deadline")]
    [InlineData(Measure.Date, "year-end-3 d", 12,
        "expected the end or an operator, found `d` / to subtract, put spaces around the minus: year-end - 3 d")]
    [InlineData(Measure.Duration, "5 m", 3, "`m` is not a unit / write 5 mo for months, M for millions")]
    [
        InlineData(
            Measure.Count,
            "yes",
            1,
            "`yes` is not known here / yes and no, on and off are no values: write a number or a date"),
    ]
    [InlineData(Measure.Date, "3 March", 3,
        "`3 March` is not a date / write a date as year-month-day: 2024-11-09")]
    [InlineData(Measure.Count, "-interceptors..5", 1,
        "is the first end negative, or the whole range? / write (-interceptors).. or -(interceptors..5)")]
    [InlineData(Measure.Date, "discrete(2024-12-01=1; 3=2)", 24,
        "expected a date here, found a number: `3` / a date is moved by a duration: 3 d")]
    public void A_mistake_is_shown_where_it_stands(Measure measure, string text, int column, string message) =>
        Assert.Equal($"1:{column} {message}", ExpressionTests.Read(measure, text).Said);

    [Theory]
    [InlineData("a: \"5 k..3 x\"", "1:12")]
    [InlineData("a: '5 k..3 x'", "1:12")]
    [InlineData("a: 5 k..3 x", "1:11")]
    [InlineData("a: \"5 k..3\\u0020x\"", "1:4")] // an escape: the start of the value
    [InlineData("a: >-\n  5 k..3\n  x", "1:4")] // folded lines: the same
    public void A_column_is_that_of_the_file(string yaml, string place)
    {
        var (root, diagnostics) = YamlReader.Read("test.yaml", yaml);
        Assert.Null(ExpressionReader.Read((Node.Scalar)root!["a"]!, Measure.Count, Scope.Empty, diagnostics));
        Assert.StartsWith(place + " ", SmallLanguage.Said(diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_long_or_too_deep_is_refused()
    {
        var deep = new string('(', 100) + "1" + new string(')', 100);
        Assert.Contains("levels", ExpressionTests.Read(Measure.Count, deep).Said, StringComparison.Ordinal);
        var minuses = string.Concat(Enumerable.Repeat("- ", 40_000)) + "1";
        Assert.Contains("levels", ExpressionTests.Read(Measure.Count, minuses).Said, StringComparison.Ordinal);
        var sum = "1" + string.Concat(Enumerable.Repeat("+1", 40_000));
        Assert.Contains("operators", ExpressionTests.Read(Measure.Count, sum).Said, StringComparison.Ordinal);
        var digits = new string('1', 200_000);
        Assert.Contains("longer", ExpressionTests.Read(Measure.Count, digits).Said, StringComparison.Ordinal);
    }
}
