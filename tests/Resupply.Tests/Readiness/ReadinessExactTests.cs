using System.Globalization;
using System.Text.Json;
using Resupply.Tests.Exact;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Readiness;

/// <summary>
/// The fields beside the simulation, from a scenario's text, against numbers computed elsewhere. A run of such a text
/// fails where the simulation contradicts what is exact.
/// </summary>
public class ReadinessExactTests
{
    /// <summary>So late that the start is forgotten to the last digit.</summary>
    [Theory]
    [MemberData(nameof(MachineRepairTests.Cases), MemberType = typeof(MachineRepairTests))]
    public void A_fleet_with_spares_and_a_crew_is_known_exactly(string name)
    {
        var oracle = Oracle.Read(name + ".json");
        var expected = oracle.GetProperty("expected");
        var known = KnownBeside.Of(
            $$"""
            calendar: { from: day 1, to: day 9000 }
            {{Fleet(oracle.GetProperty("inputs"), "h")}}
            questions:
              on-day: { available: jets, when: day 9000 }
              ready: { available: jets, between: [day 8990, day 9000] }
              all: { available: jets, when: day 9000, at-least: 100% }
              busy: { busy: shop, between: [day 8990, day 9000] }
              short: { backorders: engine, at: base, when: day 9000 }
              average: { backorders: engine, at: base, between: [day 8990, day 9000] }
            """);
        double Expected(string figure) => expected.GetProperty(figure).GetDouble();
        KnownBeside.Same(Expected("availability"), known["on-day"].Number);
        KnownBeside.Same(Expected("availability"), known["ready"].Number);
        KnownBeside.Same(Expected("prob_all_N_operating"), known["all"].Number);
        KnownBeside.Same(Expected("crew_utilisation"), known["busy"].Number);
        KnownBeside.Same(Expected("expected_aircraft_short"), known["short"].Number);
        KnownBeside.Same(Expected("expected_aircraft_short"), known["average"].Number);
    }

    [Fact]
    public void From_the_start_on_each_day_it_is_known_exactly()
    {
        var oracle = Oracle.Read("mrp_transient_N10_c2_S2.json");
        var expected = oracle.GetProperty("expected");
        var rows = expected.GetProperty("at_times").EnumerateArray().ToArray();
        var known = KnownBeside.Of(
            $$"""
            calendar: { from: day 1, to: day 2000 }
            {{Fleet(oracle.GetProperty("inputs"), "d")}}
            questions:
            {{string.Join('\n', rows.Select(row => row.GetProperty("t").GetInt32()).Select(t =>
                $"  on-{t}: {{ available: jets, when: day {t} }}\n" +
                $"  all-{t}: {{ available: jets, when: day {t}, at-least: 100% }}"))}}
              average: { available: jets, between: [day 1, day 720] }
            """);
        foreach (var row in rows)
        {
            var t = row.GetProperty("t").GetInt32();
            KnownBeside.Same(row.GetProperty("expected_operating").GetDouble() / 10, known[$"on-{t}"].Number);
            KnownBeside.Same(row.GetProperty("prob_all_N_operating").GetDouble(), known[$"all-{t}"].Number);
        }

        KnownBeside.Same(
            expected.GetProperty("time_average_operating_0_720").GetDouble() / 10, known["average"].Number);
    }

    [Theory]
    [InlineData(0, "8 h")]
    [InlineData(1, "gamma(20 h; 10 h)")]
    public void One_team_with_any_law_of_repair_is_known_in_the_long_run(int number, string repair)
    {
        var oracle = Oracle.Read("mrp_MG1_general_repair_open.json");
        var expected = oracle.GetProperty("expected").GetProperty("cases")[number];
        var known = KnownBeside.Of(
            $$"""
            calendar: { from: day 1, to: day 100 }
            {{Fleet(oracle.GetProperty("inputs").GetProperty("cases")[number], "h", repair)}}
            questions:
              ready: { available: jets, when: day 100 }
              busy: { busy: shop, between: [day 1, day 100] }
            """);
        KnownBeside.Same(expected.GetProperty("availability").GetDouble(), known["ready"].Stationary?.Value);
        KnownBeside.Same(expected.GetProperty("crew_utilisation").GetDouble(), known["busy"].Stationary?.Value);
        Assert.Null(known["ready"].Number);
        Assert.Contains("Takács", known["ready"].Stationary!.Method, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30 h")]
    [InlineData("lognormal(30 h; 60 h)")]
    public void Ample_repair_of_any_law_is_known_in_the_long_run(string repair)
    {
        var oracle = Oracle.Read("mrp_ample_crews_insensitive_N16.json");
        var inputs = oracle.GetProperty("inputs");
        var known = KnownBeside.Of(
            $$"""
            calendar: { from: day 1, to: day 100 }
            {{Fleet(inputs, "h", repair).Replace(", crew: shop", "", StringComparison.Ordinal)}}
            questions: { ready: { available: jets, when: day 100 } }
            """);
        var expected = oracle.GetProperty("expected").GetProperty("availability").GetDouble();
        KnownBeside.Same(expected, known["ready"].Stationary?.Value);
        Assert.Null(known["ready"].Number);
    }

    [Fact]
    public void A_queue_with_one_server_is_known_exactly()
    {
        var expected = Oracle.Read("queue_mm1.json").GetProperty("expected");
        var known = KnownBeside.Of(
            """
            calendar: { from: day 1, to: day 9000 }
            items: { a: { removals: { base: 1.6 per day }, repair: { at: here, crew: one, takes: exponential(12 h) } } }
            crews: { one: { at: base, teams: 1 } }
            questions:
              waiting: { backorders: a, at: base, when: day 9000 }
              average: { backorders: a, at: base, between: [day 8999, day 9000] }
              busy: { busy: one, between: [day 8999, day 9000] }
            """);
        KnownBeside.Same(expected.GetProperty("L").GetDouble(), known["waiting"].Number);
        KnownBeside.Same(expected.GetProperty("L").GetDouble(), known["average"].Number);
        KnownBeside.Same(expected.GetProperty("rho").GetDouble(), known["busy"].Number);
    }

    [Theory]
    [InlineData("deterministic", "12 h")]
    [InlineData("uniform(0,2)", "uniform(0 h; 24 h)")]
    [InlineData("erlang4", "gamma(12 h; 6 h)")]
    [InlineData("lognormal_cv2", "lognormal(12 h; 24 h)")]
    public void A_queue_with_one_server_of_any_law_is_known_in_the_long_run(string law, string repair)
    {
        var row = Oracle.Read("queue_mg1_table.json").GetProperty("expected").GetProperty("rows").EnumerateArray()
            .Single(each => each.GetProperty("dist").GetString() == law);
        var known = KnownBeside.Of(
            $$"""
            calendar: { from: day 1, to: day 10 }
            items: { a: { removals: { base: 1.4 per day }, repair: { at: here, crew: one, takes: "{{repair}}" } } }
            crews: { one: { teams: 1 } }
            questions:
              waiting: { backorders: a, at: base, when: day 10 }
              busy: { busy: one, when: day 10 }
            """);
        KnownBeside.Same(row.GetProperty("L").GetDouble(), known["waiting"].Stationary?.Value);
        KnownBeside.Same(0.7, known["busy"].Stationary?.Value);
        Assert.Null(known["waiting"].Number);
    }

    [Fact]
    public void What_waits_for_ample_repair_is_known_exactly_once_a_fixed_time_has_passed()
    {
        var rows = Oracle.Lines("palm_poisson_table.csv").Skip(1).Select(line => line.Split(','))
            .Where(row => row[0] == "3").ToArray();
        foreach (var row in rows)
        {
            var known = KnownBeside.Of(
                $$"""
                calendar: { from: day 1, to: day 10 }
                items: { a: { removals: { base: 1.5 per day }, repair: { at: here, takes: 2 d } } }
                stocks: { base: { a: {{row[2]}} } }
                questions:
                  filling: { backorders: a, at: base, when: day 1 }
                  waiting: { backorders: a, at: base, when: day 3 }
                  average: { backorders: a, at: base, between: [day 3, day 10] }
                  from-start: { backorders: a, at: base, between: [day 1, day 10] }
                """);
            var expected = double.Parse(row[3], CultureInfo.InvariantCulture);
            KnownBeside.Same(expected, known["waiting"].Number);
            KnownBeside.Same(expected, known["average"].Number);
            KnownBeside.Same(expected, known["from-start"].Stationary?.Value);
            Assert.True(known["filling"].Number <= expected);
        }
    }

    /// <summary>The run itself fails where what is exact and the simulation part.</summary>
    [Fact]
    public void Units_that_start_in_the_queue_are_counted_by_both()
    {
        var report = Rehearsal.Report(
            """
            calendar: { from: day 1, to: day 30 }
            items:
              engine: { fails: exponential(200 h), repair: { at: here, crew: shop, takes: exponential(30 h) } }
              pump: { removals: { depot: 0.7 per day }, repair: { at: here, crew: bench, takes: exponential(1 d) } }
            stocks:
              base: { engine: { on-hand: 1, unserviceable: 5 } }
              depot: { pump: { on-hand: 1, unserviceable: 4 } }
            fleets: { jets: { at: base, size: 8, operates: 20 h per day, parts: { engine: 1 } } }
            crews: { shop: { teams: 2 }, bench: { teams: 1 } }
            questions:
              on-day: { available: jets, when: day 4 }
              most: { available: jets, when: day 20, at-least: 75% }
              ready: { available: jets, between: [day 3, day 25] }
              busy: { busy: shop, between: [day 1, day 4] }
              short: { backorders: engine, at: base, between: [day 2, day 9] }
              waiting: { backorders: pump, at: depot, when: day 3 }
              average: { backorders: pump, at: depot, between: [day 1, day 9] }
              bench: { busy: bench, between: [day 1, day 9] }
            """,
            replications: 4000);
        Assert.Equal(8, report.Checks.Length);
        Assert.All(report.Checks, check => Assert.InRange(Math.Abs(check.Errors), 0, 4));
    }

    private static string Fleet(JsonElement inputs, string unit, string? repair = null) =>
        $$"""
        items:
          engine:
            fails: exponential({{Number(inputs, "mtbf")}} {{unit}})
            repair: { at: here, crew: shop, takes: "{{repair ?? $"exponential({Number(inputs, "mttr")} {unit})"}}" }
        stocks: { base: { engine: {{Number(inputs, "cold_spares")}} } }
        fleets: { jets: { at: base, size: {{Number(inputs, "N")}}, parts: { engine: 1 } } }
        crews: { shop: { teams: {{(inputs.TryGetProperty("crews", out _) ? Number(inputs, "crews") : "1")}} } }
        """;

    private static string Number(JsonElement inputs, string name) => inputs.TryGetProperty(name, out var number)
        ? number.GetDouble().ToString(CultureInfo.InvariantCulture)
        : "0";
}
