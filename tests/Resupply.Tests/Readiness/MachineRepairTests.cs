using System.Globalization;
using System.Text.Json;
using Resupply.Tests.Exact;

namespace Resupply.Tests.Readiness;

/// <summary>
/// A fleet of members with one part each, cold spares and a crew: the finite-source queue, by simulation from a
/// scenario's text against the birth–death equations.
/// </summary>
public class MachineRepairTests
{
    /// <summary>
    /// Of all these queues the slowest to forget that nothing was broken at the start is that of 8 members with 12
    /// spares: its mean is within 1e-5 of the stationary one (uniformisation) after 2,623 h, which are 110 days.
    /// </summary>
    private const int WarmUp = 120;

    private const int WindowMax = 1200;
    private const int Replications = 60;

    public static TheoryData<string> Cases { get; } =
    [
        "mrp_N2_c1_S0_mtbf10_mttr10",
        "mrp_N4_c1_S0_mtbf100_mttr10",
        "mrp_N4_c1_S1_mtbf100_mttr10",
        "mrp_N8_c1_S12_mtbf90_mttr15",
        "mrp_N10_c2_S0_mtbf200_mttr24",
        "mrp_N10_c2_S3_mtbf200_mttr24",
        "mrp_N12_c3_S2_mtbf168_mttr36",
        "mrp_N24_c2_S0_mtbf120_mttr8",
        "mrp_N24_c4_S6_mtbf120_mttr30",
        "mrp_N36_c5_S0_mtbf72_mttr10",
        "mrp_N60_c3_S0_mtbf500_mttr20",
        "mrp_N100_c6_S10_mtbf250_mttr12",
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void In_the_long_run_a_fleet_is_as_ready_as_computed_elsewhere(string name)
    {
        var (inputs, expected) = Read(name);
        double Expected(string figure) => expected.GetProperty(figure).GetDouble();
        var days = (int)Math.Min(WindowMax, 150 / Expected("failure_rate_per_time"));
        Simulated.Run(LongRun(inputs, $"exponential({Number(inputs, "mttr")} h)", days), Replications)
            .Close("ready", Expected("availability"))
            .Close("busy", Expected("crew_utilisation"))
            .Close("short", Expected("expected_aircraft_short"))
            .Done();
    }

    /// <summary>An hour there is a day here, so that each of its times is the end of a day.</summary>
    [Fact]
    public void From_a_fleet_with_nothing_broken_readiness_falls_as_computed_elsewhere()
    {
        var (inputs, expected) = Read("mrp_transient_N10_c2_S2");
        var times = expected.GetProperty("at_times").EnumerateArray().ToArray();
        var questions = times.Select(row => Number(row, "t")).Select(t =>
            $"  on-{t}: {{ available: jets, when: day {t} }}\n" +
            $"  all-{t}: {{ available: jets, when: day {t}, at-least: 100% }}");
        var simulated = Simulated.Run(
            $$"""
            calendar: { from: day 1, to: day 2000 }
            {{Fleet(inputs, "d", $"exponential({Number(inputs, "mttr")} d)")}}
            questions:
            {{string.Join('\n', questions)}}
              average: { available: jets, between: [day 1, day 720] }
            """,
            replications: 3000);
        var size = inputs.GetProperty("N").GetDouble();

        // In the first days so little is short that it has no error to be held against.
        foreach (var row in times.Where(row => row.GetProperty("t").GetInt32() >= 6))
        {
            simulated
                .Close($"on-{Number(row, "t")}", row.GetProperty("expected_operating").GetDouble() / size)
                .Close($"all-{Number(row, "t")}", row.GetProperty("prob_all_N_operating").GetDouble());
        }

        simulated.Close("average", expected.GetProperty("time_average_operating_0_720").GetDouble() / size).Done();
    }

    /// <summary>One crew, any law of repair: Takács (1962), chapter 5.</summary>
    [Theory]
    [InlineData(0, "8 h")]
    [InlineData(1, "gamma(20 h; 10 h)")]
    [InlineData(2, "gamma(5 h; 7.0710678 h)")]
    public void One_crew_with_any_law_of_repair_keeps_a_fleet_as_ready_as_computed(int number, string repair)
    {
        var oracle = Oracle.Read("mrp_MG1_general_repair_open.json");
        var inputs = oracle.GetProperty("inputs").GetProperty("cases")[number];
        var expected = oracle.GetProperty("expected").GetProperty("cases")[number];
        Simulated.Run(LongRun(inputs, repair, WindowMax / 2), Replications)
            .Close("ready", expected.GetProperty("availability").GetDouble())
            .Close("busy", expected.GetProperty("crew_utilisation").GetDouble())
            .Done();
    }

    [Theory]
    [InlineData("30 h")]
    [InlineData("exponential(30 h)")]
    [InlineData("lognormal(30 h; 60 h)")]
    public void Where_no_unit_waits_for_a_team_only_the_mean_of_repair_counts(string repair)
    {
        var (inputs, expected) = Read("mrp_ample_crews_insensitive_N16");
        var all = expected.GetProperty("p_n_failed").Numbers();
        Simulated.Run(
            LongRun(inputs, repair, days: 60) +
                "\n  all: { available: jets, when: day 130, at-least: 100% }" +
                "\n  most: { available: jets, when: day 150, at-least: 75% }",
            replications: 1500)
            .Close("ready", expected.GetProperty("availability").GetDouble())
            .Close("all", all[0])
            .Close("most", all[..5].Sum())
            .Done();
    }

    private static (JsonElement Inputs, JsonElement Expected) Read(string name)
    {
        var oracle = Oracle.Read(name + ".json");
        return (oracle.GetProperty("inputs"), oracle.GetProperty("expected"));
    }

    private static string LongRun(JsonElement inputs, string repair, int days) =>
        $$"""
        calendar: { from: day 1, to: day {{WarmUp + days}} }
        {{Fleet(inputs, "h", repair)}}
        questions:
          ready: { available: jets, between: [day {{WarmUp + 1}}, day {{WarmUp + days}}] }
          busy: { busy: shop, between: [day {{WarmUp + 1}}, day {{WarmUp + days}}] }
          short: { backorders: engine, at: base, between: [day {{WarmUp + 1}}, day {{WarmUp + days}}] }
        """;

    private static string Fleet(JsonElement inputs, string unit, string repair) =>
        $$"""
        items:
          engine:
            fails: exponential({{Number(inputs, "mtbf")}} {{unit}})
            repair: { at: here, crew: shop, takes: "{{repair}}" }
        stocks: { base: { engine: {{Number(inputs, "cold_spares")}} } }
        fleets: { jets: { at: base, size: {{Number(inputs, "N")}}, parts: { engine: 1 } } }
        crews: { shop: { teams: {{(inputs.TryGetProperty("crews", out _) ? Number(inputs, "crews") : "1")}} } }
        """;

    private static string Number(JsonElement inputs, string name) => inputs.TryGetProperty(name, out var number)
        ? number.GetDouble().ToString(CultureInfo.InvariantCulture)
        : "0";
}
