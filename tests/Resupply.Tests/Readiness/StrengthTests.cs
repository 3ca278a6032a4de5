namespace Resupply.Tests.Readiness;

/// <summary>Who is there on which day, as the check sees it.</summary>
public class StrengthTests
{
    [Theory]
    [InlineData("size: 0", "when: 2025-02-01", true)]
    [InlineData("size: 1", "when: 2025-02-01", false)]
    [InlineData("size: 0, joins: { new: { when: 2025-02-01, size: 3 } }", "when: 2025-01-31", true)]
    [InlineData("size: 0, joins: { new: { when: 2025-02-01, size: 3 } }", "when: 2025-02-01", false)]
    [InlineData(
        "size: 0, joins: { new: { when: 2025-02-01, size: 3 } }", "between: [2025-01-01, 2025-02-01]", false)]
    [InlineData("size: 0, joins: { new: { when: 2025-02-01..2025-02-20, size: 3 } }", "when: 2025-01-31", true)]
    [InlineData("size: 0, joins: { new: { when: 2025-02-01..2025-02-20, size: 3 } }", "when: 2025-02-01", false)]
    [InlineData("size: 0, joins: { new: { when: 2025-01-02 + 3 w..5 w, size: 3 } }", "when: 2025-01-20", true)]
    [InlineData(
        "size: 0, joins: { new: { when: 2025-01-02 + lognormal(3 w; 1 w), size: 3 } }", "when: 2025-01-20", false)]
    [InlineData("size: 0, joins: { new: { when: never, size: 3 } }", "when: 2025-01-20", true)]
    [InlineData("size: 3, leaves: { all: { when: 2025-02-01, size: 3 } }", "when: 2025-02-01", true)]
    [InlineData("size: 3, leaves: { all: { when: 2025-02-01, size: 2 } }", "when: 2025-02-01", false)]
    [InlineData("size: 0..3", "when: 2025-02-01", false)]
    public void A_question_about_nobody_is_told(string fleet, string when, bool isNobody)
    {
        var (scenario, diagnostics) = Wing.Check($$"""
            resupply: 1
            title: A wing
            calendar: { from: 2025-01-01, to: 2025-03-31 }
            sites: { base: {} }
            items: { radar: { fails: exponential(300 h), repair: { at: here } } }
            fleets: { f16: { at: base, parts: { radar: 1 }, {{fleet}} } }
            questions: { ready: { available: f16, {{when}} } }

            """);
        Assert.NotNull(scenario);
        Assert.Equal(
            isNobody,
            diagnostics.Any(said => said.Message.EndsWith("asks about nobody", StringComparison.Ordinal)));
    }
}
