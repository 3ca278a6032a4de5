using Resupply.Language;
using Resupply.Values;

namespace Resupply.Tests.Language;

/// <summary>What the text of a value means, in base units: days, per day, plain numbers.</summary>
public sealed class ExpressionTests
{
    [Theory]
    [InlineData(Measure.Count, "500", "500")]
    [InlineData(Measure.Count, "2.5 k", "2500")]
    [InlineData(Measure.Count, "4 M", "4000000")]
    [InlineData(Measure.Money, "7.1 bn", "7100000000")]
    [InlineData(Measure.Probability, "60%", "0.6")]
    [InlineData(Measure.Probability, "7%", "0.07")]
    [InlineData(Measure.Duration, "36 h", "1.5")]
    [InlineData(Measure.Duration, "3d", "3")]
    [InlineData(Measure.Duration, "1.5 mo", "45.65625")]
    [InlineData(Measure.Date, "2024-12-31", "2024-12-31")]
    [InlineData(Measure.Date, "year-end", "2024-12-31")]
    [InlineData(Measure.Rate, "40 per day", "40")]
    [InlineData(Measure.Rate, "3 per mo", "0.098563")]
    [InlineData(Measure.DutyCycle, "2 h per day", "0.083333")]
    [InlineData(Measure.Date, "never", "never")]
    [InlineData(Measure.Count, "500..800", "Uniform[0] whole(500, 800)")]
    [InlineData(Measure.Count, "30% chance of 500..800", "chance[0](0.3, Uniform[1] whole(500, 800), else 0)")]
    [InlineData(Measure.Count, "(500..800)", "Uniform[0] whole(500, 800)")]
    [InlineData(Measure.Count, "500..800 + 1", "(Uniform[0](500, 800) + 1)")]
    [InlineData(Measure.Duration, "2..6 d", "Uniform[0](2, 6)")]
    [InlineData(Measure.Date, "2024-12-01..2025-01-20", "Uniform[0] whole(2024-12-01, 2025-01-20)")]
    [InlineData(Measure.Duration, "2 w..4 w..8 w", "Triangular[0](14, 28, 56)")]
    [InlineData(Measure.Count, "100..120..200", "Triangular[0](100, 120, 200)")]
    [InlineData(Measure.Date, "30% chance of 2024-12-01..2025-01-20",
        "chance[0](0.3, Uniform[1] whole(2024-12-01, 2025-01-20), else never)")]
    [InlineData(Measure.Date, "2024-11-09 + 2 w..4 w..8 w", "(2024-11-09 + Triangular[0](14, 28, 56))")]
    [InlineData(Measure.Count, "interceptors * share", "(interceptors#0 * share#1)")]
    [InlineData(Measure.Rate, "30..50 per day", "Uniform[0](30, 50)")]
    [InlineData(Measure.Rate, "2 per day..5 per h", "Uniform[0](2, 120)")]
    [InlineData(Measure.Duration, "2024-11-09 - 2024-11-01", "8")]
    [InlineData(Measure.Date, "never - 3 d", "never")]
    [InlineData(Measure.Date, "never + year-end", "never")]
    [InlineData(Measure.Count, "-2..3", "Uniform[0] whole(-2, 3)")]
    [InlineData(Measure.Count, "pert(1, 2, 5)", "Pert[0](1, 2, 5)")]
    [InlineData(Measure.Duration, "lognormal(mean=40 h, sd=30 h)", "Lognormal[0](1.666667, 1.25)")]
    [InlineData(Measure.Duration, "lognormal(mean=40 h; sd=30 h)", "Lognormal[0](1.666667, 1.25)")]
    [InlineData(Measure.Duration, "lognormal(40 h; sd=30 h)", "Lognormal[0](1.666667, 1.25)")]
    [InlineData(Measure.Count, "interceptors - share", "(interceptors#0 - share#1)")]
    [InlineData(Measure.Count, "10-2", "8")]
    [InlineData(Measure.Count, "min(interceptors, 300, 20)", "Min(interceptors#0, 300, 20)")]
    [InlineData(Measure.Count, "max(1, 2) + round(2.5)", "5")]
    [InlineData(Measure.Count, "discrete(10=1, 20=3)", "Discrete[0](10, 1, 20, 3)")]
    [InlineData(Measure.Date, "discrete(2024-12-01=1; never=2)", "Discrete[0](2024-12-01, 1, never, 2)")]
    [InlineData(Measure.Count, "discrete(1..3=1, 5=2)", "Discrete[0](Uniform[1](1, 3), 1, 5, 2)")]
    [InlineData(Measure.Count, "empirical(4; 9; 14)", "Empirical[0](4, 9, 14)")]
    [InlineData(Measure.Count, "1 + geometric(2)", "(1 + Geometric[0](2))")]
    [InlineData(Measure.Count, "50% chance of 30% chance of 5", "chance[0](0.5, chance[1](0.3, 5, else 0), else 0)")]
    [InlineData(Measure.Count, "20%..40% chance of 1..3",
        "chance[1](Uniform[0](0.2, 0.4), Uniform[2] whole(1, 3), else 0)")]
    [InlineData(Measure.Threshold, "95%", "0.95")]
    [InlineData(Measure.Threshold, "100", "100")]
    [InlineData(Measure.Anything, "-5", "-5")]
    [InlineData(Measure.Anything, "3 d", "3")]
    [InlineData(Measure.Count, "interceptors..900", "Uniform[0] whole(interceptors#0, 900)")]
    [InlineData(Measure.Count, "(interceptors)..900", "Uniform[0] whole(interceptors#0, 900)")]
    [InlineData(Measure.Rate, "interceptors..900 per day", "Uniform[0](interceptors#0, 900)")]
    [InlineData(Measure.Count, "50% + 50%", "1")]
    [InlineData(Measure.Date, "max(2024-11-09, year-end)", "2024-12-31")]
    [InlineData(Measure.Date, "year-end..spring", "Uniform[0] whole(2024-12-31, 2025-03-31)")]
    [InlineData(Measure.Duration, "delay", "delay#2")]
    [InlineData(Measure.Date, "year-end + delay", "(2024-12-31 + delay#2)")]
    [InlineData(Measure.Duration, "normal(3 d, 5 d)", "Normal[0] from 0(3, 5)")]
    [InlineData(Measure.Date, "year-end + normal(3 d, 5 d)", "(2024-12-31 + Normal[0](3, 5))")]
    [InlineData(Measure.Duration, "2 d..6 w", "Uniform[0](2, 42)")]
    [InlineData(Measure.Date, "year-end - 3 d", "2024-12-28")]
    [InlineData(Measure.Duration, "year-end - 2024-11-09", "52")]
    [InlineData(Measure.DutyCycle, "50%", "0.5")]
    [InlineData(Measure.DutyCycle, "share", "share#1")]
    [InlineData(Measure.Count, "round(interceptors * share)", "Round((interceptors#0 * share#1))")]
    [InlineData(Measure.Count, "2 * (3 + 4)", "14")]
    [InlineData(Measure.Count, "2 + 3 * 4", "14")]
    [InlineData(Measure.Count, "10 - 4 - 3", "3")]
    [InlineData(Measure.Count, "12 / 3 / 2", "2")]
    [InlineData(Measure.Count, "-interceptors", "Negate(interceptors#0)")]
    [InlineData(Measure.Count, "(-interceptors)..5", "Uniform[0] whole(Negate(interceptors#0), 5)")]
    [InlineData(Measure.Rate, "2 per day", "2")]
    [InlineData(Measure.Count, "30% chance of -5", "chance[0](0.3, -5, else 0)")]
    [InlineData(Measure.Count, "negative-binomial(1.4; 1.8)", "NegativeBinomial[0](1.4, 1.8)")]
    [InlineData(Measure.Count, "(uniform(1, 2))..(9)", "Uniform[1] whole(Uniform[0](1, 2), 9)")]
    [InlineData(Measure.Date, "2024-11-09..2024-11-09", "2024-11-09")]
    [InlineData(Measure.Probability, "20%..40%", "Uniform[0](0.2, 0.4)")]
    [InlineData(Measure.Duration, "weibull(shape=1.5; scale=900 h)", "Weibull[0](1.5, 37.5)")]
    public void A_value_means_what_a_planner_expects(Measure measure, string text, string expected)
    {
        var (read, said) = Read(measure, text);
        Assert.Equal("", said);
        Assert.Equal(expected, ExpressionText.Of(read!.Expression));
    }

    [Theory]
    [InlineData(Measure.Threshold, "95%", true)]
    [InlineData(Measure.Threshold, "100", false)]
    [InlineData(Measure.Threshold, "0.95", false)]
    public void A_share_is_told_from_a_number_of_units(Measure measure, string text, bool isShare) =>
        Assert.Equal(isShare, Read(measure, text).Read!.IsShare);

    [Theory]
    [InlineData(Measure.Anything, "5..8", Measure.Anything)]
    [InlineData(Measure.Anything, "5..8 d", Measure.Duration)]
    [InlineData(Measure.Anything, "year-end - 3 d", Measure.Date)]
    [InlineData(Measure.Anything, "5..8 per h", Measure.Rate)]
    public void What_an_unknown_measures_is_read_off_its_own_text(Measure asked, string text, Measure found) =>
        Assert.Equal(found, Read(asked, text).Read!.Measure);

    [Fact]
    public void A_percentage_is_the_double_nearest_to_it()
    {
        for (var percent = 0; percent <= 100; percent++)
        {
            var read = Read(Measure.Probability, $"{percent}%").Read!;
            Assert.Equal(percent / 100.0, Assert.IsType<Expression.Constant>(read.Expression).Value);
        }
    }

    internal static (ReadExpression? Read, string Said) Read(Measure measure, string text)
    {
        var scope = SmallLanguage.Read(SmallLanguage.Scenario).Scenario!.Scope;
        var diagnostics = new Diagnostics("test.yaml", text);
        var read = ExpressionReader.Read(
            new Node.Scalar(text, false, new Span(1, 1, text.Length)), measure, scope, diagnostics);
        Assert.Equal(read is null, diagnostics.HasErrors);
        return (read, SmallLanguage.Said(diagnostics));
    }
}
