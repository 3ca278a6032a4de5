using Resupply.Language;
using Resupply.Values;

namespace Resupply.Tests.Readiness;

/// <summary>Whatever is written about readiness, the check answers with diagnostics that have a place.</summary>
public sealed class ReadinessFuzzTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0.0, false, 300)]
    [InlineData(0.02, true, 500)]
    [InlineData(0.1, false, 500)]
    [InlineData(0.5, false, 200)]
    public void A_hurried_planner_is_answered(double slip, bool isCareful, int cases) => Property.Holds(
        draws => HurriedPlanner.Scenario(draws, slip, isCareful),
        text =>
        {
            File.WriteAllText(folder.File("scenario.yaml"), text);
            var lines = text.Split('\n');
            var (summary, found) = Watchdog.Guard(() => ScenarioReader.CheckAll(folder.File("scenario.yaml")));
            return found.All(diagnostic => IsInside(diagnostic, lines) && diagnostic.ToString().Length > 0)
                && (summary.Length > 0 || found.Any(diagnostic => diagnostic.Severity == Severity.Error));
        },
        cases);

    [Fact]
    public void What_a_careful_planner_writes_can_be_run() => Property.Holds(
        draws => HurriedPlanner.Scenario(draws, 0, isCareful: true),
        text => Runs(Wing.Read(text)),
        cases: 200);

    [Fact]
    public void What_the_check_lets_pass_is_run_or_stops_at_a_draw() => Property.Holds(
        draws => HurriedPlanner.Scenario(draws, 0.02, isCareful: true),
        text =>
        {
            if (Wing.Check(text).Scenario is not { } scenario) return true;
            try
            {
                return Runs(scenario);
            }
            catch (DrawException)
            {
                return true;
            }
        },
        cases: 300);

    private static bool Runs(Scenario scenario)
    {
        var options = new RunOptions { Replications = 2, Threads = 1, Charts = true, Audited = true };
        if (RunLimits.Check(scenario, options).Any()) return true;
        return RunOnce.Answer(scenario, options, []).Report.Answers.Length == scenario.Questions.Length;
    }

    private static bool IsInside(Diagnostic diagnostic, string[] lines) =>
        diagnostic.At.Line >= 1 && diagnostic.At.Line <= lines.Length
        && diagnostic.At.Column >= 1 && diagnostic.At.Column <= lines[diagnostic.At.Line - 1].Length + 1;
}
