using Resupply.Bench;

namespace Resupply.Tests;

/// <summary>What is measured is also right: each workload once, small. Nothing here looks at a clock.</summary>
public class BenchmarkTests
{
    private const int Replications = 2_000;

    private const int FleetReplications = 60;

    private static string FleetFile => Path.Combine(Repository.Root, "bench", "w1.yaml");

    private static string ScenarioFile => Path.Combine(Repository.Root, "bench", "w3.yaml");

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void The_engine_answers_workload_1(int scale)
    {
        var answer = Workload1.Simulate(Workload1.Compile(FleetFile, scale), FleetReplications / scale);
        Assert.Null(Workload1.Mistake(answer, scale, FleetReplications / scale));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void The_plain_loop_answers_workload_1(int scale)
    {
        var replications = Math.Max(1, FleetReplications / scale);
        Assert.Null(Workload1.Mistake(new PlainLoop1(scale, seed: 1).Run(replications), scale, replications));
    }

    [Fact]
    public void Workload_1_has_so_many_times_of_everything()
    {
        var scaled = Workload1.Scaled(File.ReadAllText(FleetFile), scale: 100);
        Assert.Contains("size: 5000", scaled, StringComparison.Ordinal);
        Assert.Contains("teams: 2000", scaled, StringComparison.Ordinal);
        Assert.Contains("p1: { on-hand: 1200 }", scaled, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_answer_to_workload_1_is_noticed()
    {
        var right = new FleetAnswer(Workload1.Known(1), Workload1.EventsPerReplication);
        Assert.Null(Workload1.Mistake(right, 1, FleetReplications));
        Assert.NotNull(Workload1.Mistake(right with { Available = 0.92 }, 1, FleetReplications));
        Assert.NotNull(Workload1.Mistake(right with { EventsPerReplication = 8_300 }, 1, FleetReplications));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(700)]
    public void What_is_measured_as_an_agenda_keeps_the_same_order(int pending)
    {
        var delays = AgendaRows.DelaysLikeW1(pending);
        var wheel = AgendaRows.Hold(new EngineAgenda(), pending, delays, holds: 20_000);
        Assert.Equal(wheel, AgendaRows.Hold(new FourWayHeap(), pending, delays, holds: 20_000));
        Assert.Equal(wheel, AgendaRows.Hold(new FrameworkQueue(), pending, delays, holds: 20_000));
    }

    [Fact]
    public void The_engine_answers_workload_2()
    {
        var model = Workload3.Compile(Path.Combine(Repository.Root, "bench", "w2.yaml"));
        Assert.Null(Workload2.Mistake(Workload2.Simulate(model, 60), 60));
    }

    [Fact]
    public void The_plain_loop_answers_workload_2() =>
        Assert.Null(Workload2.Mistake(new PlainLoop2(seed: 1).Run(1_000), 1_000));

    [Fact]
    public void A_wrong_answer_to_workload_2_is_noticed()
    {
        Assert.Null(Workload2.Mistake(Workload2.Known, Replications));
        Assert.NotNull(Workload2.Mistake(Workload2.Known with { Running = 0.85 }, Replications));
        Assert.NotNull(Workload2.Mistake(Workload2.Known with { Busy = 0.75 }, Replications));
    }

    [Theory]
    [InlineData(100, 10)]
    [InlineData(1_000, 1)]
    public void Growing_stocks_come_to_what_they_must(int days, int items)
    {
        var record = Replicate(GrowthScenarios.Stocks(days, items), 400);
        Assert.Equal(items, record.Measures.Length);
        Assert.Null(GrowthScenarios.MistakeOfStocks(record, days));
        Assert.NotNull(GrowthScenarios.MistakeOfStocks(record, days - 14));
    }

    [Fact]
    public void Growing_orders_come_to_what_they_must()
    {
        var record = Replicate(GrowthScenarios.Orders(20), 20);
        Assert.Null(GrowthScenarios.MistakeOfOrders(record));
        Assert.Equal(20, record.Measures[0].Moments.Count);
    }

    [Theory]
    [MemberData(nameof(PartNames))]
    public void A_part_that_is_measured_comes_to_what_it_must(string name)
    {
        var part = EngineParts.All.Single(each => each.Name == name);
        Assert.Null(part.Mistake(2_000));
        Assert.NotNull((part with { Known = part.Known + 1 }).Mistake(2_000));
    }

    public static TheoryData<string> PartNames => [.. EngineParts.All.Select(part => part.Name)];

    private static Resupply.Simulation.Record Replicate(string text, int replications)
    {
        var model = Model.Compile(WorkloadQueue.Read(text), seed: 1);
        return Resupply.Simulation.Simulator.Run(
            model.NewWorld,
            model.Layout,
            0,
            replications,
            threads: 1,
            cancellation: TestContext.Current.CancellationToken);
    }

    [Fact]
    public void The_engine_answers_workload_3() =>
        Assert.Null(Workload3.Mistake(Workload3.Simulate(Workload3.Compile(ScenarioFile), Replications), Replications));

    [Fact]
    public void The_plain_loop_answers_workload_3() =>
        Assert.Null(Workload3.Mistake(new PlainLoop3(seed: 1).Run(Replications), Replications));

    [Fact]
    public void The_exact_recursion_answers_workload_3()
    {
        var answer = Workload3.SolveExactly();
        Assert.Equal(Workload3.Known.NoShortage, answer.NoShortage, 4);
        Assert.Equal(Workload3.Known.NetAtTheEnd, answer.NetAtTheEnd, 6);
    }

    [Fact]
    public void A_wrong_answer_is_noticed()
    {
        Assert.NotNull(Workload3.Mistake(Workload3.Known with { NoShortage = 0.92 }, Replications));
        Assert.NotNull(Workload3.Mistake(Workload3.Known with { NetAtTheEnd = 130 }, Replications));
    }

    [Fact]
    public void A_long_queue_is_displaced_without_loss()
    {
        var scenario = WorkloadQueue.Read(WorkloadQueue.Text(orders: 20, units: 20_000));
        var options = new RunOptions { Replications = 20, Audited = true };
        var (report, _) = Displacing.Find(
            scenario, options, WorkloadQueue.LastFirst(20), [], null, TestContext.Current.CancellationToken);
        Assert.Null(WorkloadQueue.Mistake(report!));
        Assert.NotNull(WorkloadQueue.Mistake(report! with { Moved = report.Moved with { IsBalanced = false } }));
    }

    [Fact]
    public void The_example_runs_as_workload_4_does()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var example = Path.Combine(Repository.Root, "examples", "winter-2024");
        Assert.Equal(0, Resupply.Cli.Commands.Run(["run", example, "--replications", "300"], output, errors));
        Assert.Contains("lasts-the-year", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(errors.ToString());
    }

    [Fact]
    public void Rows_are_a_table_and_a_line_for_machines_each()
    {
        using var output = new StringWriter();
        Row.Print([new Row("W9 engine", 9, 3, "ns", 2, "bytes 0"), new Row("help", 0.1, null, "s", 0.15)], output);
        var lines = output.ToString().Split('\n');
        Assert.Contains("MISSED", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("MISSED", lines[2], StringComparison.Ordinal);
        Assert.Equal("W9 engine 9.000 plain 3.000 unit ns ratio 3.000 bytes 0", lines[^3].TrimEnd());
        Assert.Equal("help 0.100 unit s", lines[^2].TrimEnd());
    }
}
