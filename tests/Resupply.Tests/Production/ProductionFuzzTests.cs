using Resupply.Language;
using Resupply.Values;

namespace Resupply.Tests.Production;

/// <summary>Whatever is written about lines and orders, the check answers with diagnostics that have a place.</summary>
public sealed class ProductionFuzzTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Scenario => folder.File("scenario.yaml");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0.0, 300)]
    [InlineData(0.05, 500)]
    [InlineData(0.5, 200)]
    public void A_hurried_buyer_is_answered(double slip, int cases) => Property.Holds(
        draws => HurriedBuyer.Scenario(draws, slip),
        text =>
        {
            File.WriteAllText(Scenario, text);
            var lines = text.Split('\n');
            var (summary, found) = Watchdog.Guard(() => ScenarioReader.CheckAll(Scenario));
            return found.All(diagnostic => IsInside(diagnostic, lines) && diagnostic.ToString().Length > 0)
                && (summary.Length > 0 || found.Any(diagnostic => diagnostic.Severity == Severity.Error));
        },
        cases);

    [Fact]
    public void What_the_check_lets_pass_is_run_or_stops_at_a_draw()
    {
        var run = 0;
        Property.Holds(
            draws => HurriedBuyer.Scenario(draws, 0.02),
            text =>
            {
                File.WriteAllText(Scenario, text);
                return Watchdog.Guard(() =>
                {
                    if (ScenarioReader.Read(Scenario).Scenario is not { } scenario) return true;
                    run++;
                    return IsRunOrStopsAtADraw(scenario);
                });
            },
            cases: 400);
        Assert.InRange(run, 80, 400);
    }

    private static bool IsRunOrStopsAtADraw(Scenario scenario)
    {
        var options = new RunOptions { Replications = 3, Threads = 1, Charts = true, Audited = true };
        if (RunLimits.Check(scenario, options).Any()) return true;
        try
        {
            return RunOnce.Answer(scenario, options, []).Report.Answers.Length == scenario.Questions.Length;
        }
        catch (DrawException)
        {
            return true;
        }
    }

    private static bool IsInside(Diagnostic diagnostic, string[] lines) =>
        diagnostic.At.Line >= 1 && diagnostic.At.Line <= lines.Length
        && diagnostic.At.Column >= 1 && diagnostic.At.Column <= lines[diagnostic.At.Line - 1].Length + 1;
}
