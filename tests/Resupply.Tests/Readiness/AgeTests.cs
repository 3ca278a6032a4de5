using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace Resupply.Tests.Readiness;

/// <summary>
/// What is fitted at the start has an age and still works: what is left of its life is drawn given that it has lived
/// that long. Nothing is repaired, so that whoever can be used still has its first part.
/// </summary>
public class AgeTests
{
    [Fact]
    public void What_has_an_age_lasts_by_what_is_left_of_its_distribution()
    {
        var life = new Weibull(1.5, 900);
        double Lasts(double hours) => Longer(life, 500 + hours) / Longer(life, 500);
        Simulated.Run(Fleet("weibull(1.5; 900 h)", "500 h"), replications: 400)
            .Close("on-10", Lasts(240))
            .Close("on-40", Lasts(960))
            .Close("average", GaussLegendreRule.Integrate(Lasts, 0, 960, 64) / 960)
            .Done();
    }

    /// <summary>Two operating hours a day: after 40 days it is 80 h older.</summary>
    [Fact]
    public void An_age_is_in_operating_hours()
    {
        var life = new Normal(300, 50);
        double Lasts(double hours) => Longer(life, 280 + hours) / Longer(life, 280);
        Simulated.Run(Fleet("normal(300 h; 50 h)", "280 h", "operates: 2 h per day,"), replications: 400)
            .Close("on-10", Lasts(20))
            .Close("on-40", Lasts(80))
            .Done();
    }

    /// <summary>Each unit's age is its own: the share that lasts is the mean over the ages.</summary>
    [Fact]
    public void An_age_may_be_drawn()
    {
        var life = new Weibull(3, 1000);
        double Lasts(double hours) => GaussLegendreRule.Integrate(
            age => Longer(life, age + hours) / Longer(life, age), 0, 800, 64) / 800;
        Simulated.Run(Fleet("weibull(3; 1000 h)", "uniform(0 h; 800 h)"), replications: 400)
            .Close("on-10", Lasts(240))
            .Close("on-40", Lasts(960))
            .Done();
    }

    /// <summary>A sum has no quantile of its own; its law beyond the age is the same for all that.</summary>
    [Fact]
    public void A_life_that_is_a_sum_is_drawn_until_it_is_long_enough()
    {
        // Longer than 300 h with e^(-200/400); 240 h more with e^(-440/400).
        Simulated.Run(Fleet("100 h + exponential(400 h)", "300 h"), replications: 400)
            .Close("on-10", Math.Exp(-240 / 400.0))
            .Close("on-40", Math.Exp(-960 / 400.0))
            .Done();
    }

    /// <summary>The spare fitted later is new, and so are the parts of those that join.</summary>
    [Fact]
    public void Only_what_is_fitted_at_the_start_has_an_age() => Supply.Rehearsal.Answers(
        """
        items: { x: { fails: 5 d, age: 2 d } }
        stocks: { base: { x: 1 } }
        fleets: { jets: { at: base, size: 1, parts: { x: 1 }, joins: { one: { when: day 3, size: 1 } } } }
        """,
        """
        { on-hand: x, at: base, when: day 3 } -> 1
        { on-hand: x, at: base, when: day 4 } -> 0  # 3 of 5 days are left at the start
        { available: jets, when: day 7 } -> 1
        { available: jets, when: day 8 } -> 0.5  # the part of the joiner fails at 2.0 + 5
        { available: jets, when: day 9 } -> 0  # the spare at 3.0 + 5
        { backorders: x, at: base, when: day 8 } -> 1
        { backorders: x, at: base, when: day 9 } -> 2
        """);

    private static double Longer(IContinuousDistribution life, double hours) => 1 - life.CumulativeDistribution(hours);

    private static string Fleet(string fails, string age, string operates = "") =>
        $$"""
        calendar: { from: day 1, to: day 40 }
        items: { x: { fails: "{{fails}}", age: "{{age}}" } }
        fleets: { jets: { at: base, size: 50, {{operates}} parts: { x: 1 } } }
        questions:
          on-10: { available: jets, when: day 10 }
          on-40: { available: jets, when: day 40 }
          average: { available: jets, between: [day 1, day 40] }
        """;
}
