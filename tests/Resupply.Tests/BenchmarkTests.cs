using Resupply.Bench;

namespace Resupply.Tests;

/// <summary>What is measured is also right: each workload once, small. Nothing here looks at a clock.</summary>
public class BenchmarkTests
{
    private const int Replications = 2_000;

    private static string ScenarioFile => Path.Combine(Repository.Root, "bench", "w3.yaml");

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
