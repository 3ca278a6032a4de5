using System.Text.Json;
using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

/// <summary>One team, repairs of any law: a fleet, and removals from outside.</summary>
public class SingleTeamTests
{
    private static readonly Tolerance Close = new(Relative: 1e-9, Absolute: 0);

    [Fact]
    public void A_fleet_with_one_team_is_as_computed_elsewhere()
    {
        var cases = Oracle.Read("mrp_MG1_general_repair_open.json").GetProperty("expected").GetProperty("cases");
        foreach (var row in cases.EnumerateArray())
        {
            var law = row.GetProperty("repair_distribution").GetString()!;
            var fleet = SingleTeamFiniteSource.Of(
                row.GetProperty("N").GetInt32(), 1 / Number(row, "mtbf"), Repair(law, Number(row, "mean_repair")))!;
            Close.Close(Number(row, "crew_utilisation"), fleet.TeamBusy, law);
            Close.Close(Number(row, "expected_operating"), fleet.Operating, law);
            Close.Close(Number(row, "availability"), fleet.Availability, law);
            Close.Close(Number(row, "failure_rate"), fleet.Failures, law);
            Close.Close(Number(row, "mean_turnaround"), fleet.MeanTurnaround, law);
        }
    }

    [Theory]
    [InlineData(1, 0.3, 2)]
    [InlineData(7, 0.05, 3)]
    [InlineData(200, 0.01, 2)]
    [InlineData(400, 0.9, 40)]
    public void Exponential_repairs_agree_with_the_birth_death_chain(int places, double failureRate, double repair)
    {
        var chain = new FiniteSourceQueue(places, 0, 1, failureRate, 1 / repair);
        var expected = chain.Figures(chain.Stationary());
        var fleet = SingleTeamFiniteSource.Of(places, failureRate, Repair("exponential", repair))!;
        Close.Close(expected.TeamsBusy, fleet.TeamBusy, "busy");
        Close.Close(expected.Operating, fleet.Operating, "operating");
        Close.Close(expected.MeanTurnaround, fleet.MeanTurnaround, "turnaround");
    }

    [Fact]
    public void What_never_fails_keeps_no_team_busy()
    {
        var fleet = SingleTeamFiniteSource.Of(5, 0, Repair("deterministic", 8))!;
        Assert.Equal(5, fleet.Operating);
        Assert.Equal(0, fleet.TeamBusy);
    }

    [Fact]
    public void A_law_without_a_closed_transform_has_no_exact_answer() =>
        Assert.Null(SingleTeamFiniteSource.Of(5, 0.1, Repair("lognormal_cv2", 8)));

    [Fact]
    public void Removals_with_one_team_are_as_computed_elsewhere()
    {
        var rows = Oracle.Read("queue_mg1_table.json").GetProperty("expected").GetProperty("rows");
        foreach (var row in rows.EnumerateArray())
        {
            var law = row.GetProperty("dist").GetString()!;
            var queue = new SingleTeamRepair(0.7, Repair(law, 1)).Figures()!;
            Close.Close(Number(row, "rho"), queue.TeamsBusy, law);
            Close.Close(Number(row, "Wq"), queue.MeanWait, law);
            Close.Close(Number(row, "W"), queue.MeanTurnaround, law);
            Close.Close(Number(row, "Lq"), queue.Waiting, law);
            Close.Close(Number(row, "L"), queue.Pipeline, law);
        }
    }

    [Fact]
    public void A_team_with_more_work_than_time_never_comes_to_rest() =>
        Assert.Null(new SingleTeamRepair(0.5, Repair("deterministic", 2)).Figures());

    private static double Number(JsonElement row, string field) => row.GetProperty(field).GetDouble();

    private static RepairTime Repair(string law, double mean) => law switch
    {
        "deterministic" => new RepairTime.Fixed(mean),
        "uniform(0,2)" => new RepairTime.Drawn(Distribution.Uniform, [0, 2 * mean]),
        "exponential" => new RepairTime.Drawn(Distribution.Exponential, [mean]),
        "erlang4" or "gamma_cv0.5" => new RepairTime.Drawn(Distribution.Gamma, [mean, mean / 2]),
        "gamma_cv2_2" => new RepairTime.Drawn(Distribution.Gamma, [mean, mean * Math.Sqrt(2)]),
        "lognormal_cv2" => new RepairTime.Drawn(Distribution.Lognormal, [mean, 2 * mean]),
        "hyperexp" => new RepairTime.Either(
        [
            (0.9, new RepairTime.Drawn(Distribution.Exponential, [0.5])),
            (0.1, new RepairTime.Drawn(Distribution.Exponential, [5.5])),
        ]),
        _ => throw new ArgumentOutOfRangeException(nameof(law), law, "no such law of repair"),
    };
}
