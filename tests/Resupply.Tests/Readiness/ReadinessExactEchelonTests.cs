using System.Globalization;
using System.Text.Json;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Reports;
using Resupply.Tests.Exact;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Readiness;

/// <summary>METRIC's number and the exact law's beside the simulation of two echelons.</summary>
public class ReadinessExactEchelonTests
{
    [Fact]
    public void Sherbrookes_five_bases_have_both_numbers()
    {
        var oracle = Oracle.Read("metric_sherbrooke_ch3_five_bases.json");
        var rows = oracle.GetProperty("expected").GetProperty("per_base").EnumerateArray().ToArray();
        Check(rows, SystemOf(oracle.GetProperty("inputs"), "y", "0.02531 y", 0, rows));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Identical_bases_have_both_numbers(int number)
    {
        var oracle = Oracle.Read("graves_style_identical_bases_open.json");
        var inputs = oracle.GetProperty("inputs").GetProperty("cases")[number];
        var home = new TwoEchelons.Home($"{Text(inputs, "lam")} per day", $"{Text(inputs, "O")} d");
        var row = oracle.GetProperty("expected").GetProperty("cases")[number];
        Check([row], new TwoEchelons(
            [.. Enumerable.Repeat(home, inputs.GetProperty("bases").GetInt32())],
            new TwoEchelons.Shop(0, "1 d"),
            $"{Text(inputs, "T0")} d",
            0,
            [PairOf(row)]));
    }

    /// <summary>The trap: METRIC, which knows no crews, is off by a factor, and the run says so.</summary>
    [Fact]
    public void Behind_a_crew_METRIC_is_off_by_a_factor_and_warned_of()
    {
        var oracle = Oracle.Read("twoechelon_limited_crews_open.json");
        var inputs = oracle.GetProperty("inputs");
        var rows = oracle.GetProperty("expected").GetProperty("per_base")[0].GetProperty("rows").EnumerateArray()
            .ToArray();
        var all = KnownBeside.Of(SystemOf(inputs, "d", "exponential(12 d)", 2, rows).Text(from: 2500, to: 7500));
        foreach (var (i, row) in rows.Index())
        {
            KnownBeside.Same(row.GetProperty("ebo_exact").GetDouble(), all[$"i{i}-base-1"].Stationary?.Value);
            KnownBeside.Same(row.GetProperty("depot_ebo").GetDouble(), all[$"i{i}-depot"].Stationary?.Value);
            KnownBeside.Same(
                oracle.GetProperty("expected").GetProperty("depot_crew_utilisation").GetDouble(),
                all[$"busy-i{i}"].Stationary?.Value);
            Assert.Null(all[$"i{i}-base-1"].Number);
        }

        var trap = Array.FindIndex(rows, row => PairOf(row) == (1, 1));
        var text = SystemOf(inputs, "d", "exponential(12 d)", 2, [rows[trap]]).Text(from: 2500, to: 7500);
        var report = Rehearsal.Run(Rehearsal.Read(text), new RunOptions { Replications = 40, Seed = 5, Threads = 2 });
        var answer = Assert.IsType<Answer.Quantity>(report.Answers.Single(each => each.Name == "i0-base-1"));
        var (metric, law) = (answer.Approximate!.Value, answer.Stationary!.Value);
        var simulated = answer.Mean!.Value;
        Assert.InRange(simulated.Value, law - (4 * simulated.Error), law + (4 * simulated.Error));
        Assert.True(law > 1.5 * metric, FormattableString.Invariant($"{law} against {metric}"));
        Assert.Null(answer.Exact);
        Assert.Contains("an approximation", answer.Approximate.Method, StringComparison.Ordinal);
        Assert.Contains(report.Diagnostics, each => each.Severity == Severity.Warning && each.Message ==
            "question `i0-base-1`: METRIC takes repair to be ample; crew c0 has 2 teams: " +
            "the simulation is right, the approximation is not");
    }

    [Fact]
    public void The_JSON_and_the_terminal_name_what_is_known()
    {
        var home = new TwoEchelons.Home("0.2 per day", "5 d");
        var report = Rehearsal.Report(
            new TwoEchelons([home, home], new TwoEchelons.Shop(0.3, "4 d"), "12 d", 0, [(1, 1)]).Text(from: 50, to: 90),
            replications: 20);
        using var json = JsonDocument.Parse(JsonReport.Write(report));
        var answer = json.RootElement.GetProperty("answers").GetProperty("i0-base-1");
        var known = report.Answers.Single(each => each.Name == "i0-base-1");
        Assert.Equal(known.Stationary!.Value, answer.GetProperty("stationary").GetDouble());
        Assert.Equal(known.Approximate!.Value, answer.GetProperty("approximate").GetDouble());
        Assert.False(answer.TryGetProperty("exact", out _));
        Assert.Empty(report.Diagnostics);
        Assert.Empty(report.Checks);
        using var output = new StringWriter();
        TerminalReport.Write(report, output, 200);
        var terminal = output.ToString();
        Assert.Contains("by METRIC (Sherbrooke 1968), an approximation", terminal, StringComparison.Ordinal);
        Assert.Contains("(Simon 1971, Graves 1985)", terminal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("takes: 12 d", "takes: 12 d, condemned: 1%")]
    [InlineData("takes: 12 d", "takes: uniform(6 d; 12 d) * 2")]
    [InlineData("takes: 4 d", "takes: 4 d, crew: c")]
    [InlineData("base-1: 0.2 per day", "base-1: 0.2 per day, depot: 0.1 per day")]
    [InlineData("base-1: 0.2 per day", "base-1: \"uniform(0.1; 0.3) per day\"")]
    [InlineData("on-hand: 1, from", "on-hand: 1, unserviceable: 2, from")]
    [InlineData("on-hand: 1, from", "on-hand: 1, order-up-to: 3, from")]
    [InlineData("on-hand: 1, from", "on-hand: uniform(1; 3), from")]
    [InlineData("lanes:", "lanes:\n  back: { from: base-1, to: depot, takes: 1 d }")]
    [InlineData("lanes:", "fleets: { jets: { at: base-2, size: 2, parts: { i0: 1 } } }\nlanes:")]
    public void Echelons_of_which_more_is_said_are_simulated_alone(string old, string changed)
    {
        var home = new TwoEchelons.Home("0.2 per day", "5 d");
        var text = new TwoEchelons([home, home], new TwoEchelons.Shop(0.3, "4 d"), "12 d", 0, [(1, 1)])
            .Text(from: 50, to: 90);
        Assert.Contains(old, text, StringComparison.Ordinal);
        if (changed.Contains("crew: c", StringComparison.Ordinal)) text = "crews: { c: { teams: 2 } }\n" + text;
        Assert.Empty(KnownBeside.Of(text.Replace(old, changed, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_journey_that_varies_leaves_the_approximation_only()
    {
        var home = new TwoEchelons.Home("0.2 per day", "uniform(4 d; 6 d)");
        var known = KnownBeside.Of(
            new TwoEchelons([home, home], new TwoEchelons.Shop(0.3, "4 d"), "12 d", 0, [(1, 1)]).Text(50, 90));
        Assert.Null(known["i0-base-1"].Stationary);
        Assert.NotNull(known["i0-base-1"].Approximate);
    }

    private static void Check(JsonElement[] rows, TwoEchelons system)
    {
        var known = KnownBeside.Of(system.Text(from: 50, to: 90));
        foreach (var (i, row) in rows.Index())
        {
            for (var j = 1; j <= system.Homes.Length; j++)
            {
                var answer = known[$"i{i}-base-{j}"];
                KnownBeside.Same(row.GetProperty("ebo_metric").GetDouble(), answer.Approximate?.Value);
                KnownBeside.Same(row.GetProperty("ebo_exact").GetDouble(), answer.Stationary?.Value);
                Assert.Null(answer.Number);
                Assert.Null(answer.Warning);
            }

            KnownBeside.Same(row.GetProperty("depot_ebo").GetDouble(), known[$"i{i}-depot"].Stationary?.Value);
        }
    }

    private static TwoEchelons SystemOf(JsonElement inputs, string unit, string depot, int teams, JsonElement[] rows)
    {
        var bases = inputs.GetProperty("bases").EnumerateArray().ToArray();
        return new TwoEchelons(
            [
                .. bases.Select(each => new TwoEchelons.Home(
                    $"{Text(each, "lam")} per {(unit == "d" ? "day" : "y")}", $"{Text(each, "O")} {unit}")),
            ],
            new TwoEchelons.Shop(bases[0].GetProperty("r").GetDouble(), $"{Text(bases[0], "T_base")} {unit}"),
            depot,
            teams,
            [.. rows.Select(PairOf)]);
    }

    private static (int Depot, int Base) PairOf(JsonElement row) =>
        (row.GetProperty("s0").GetInt32(), row.GetProperty("s_base").GetInt32());

    private static string Text(JsonElement of, string name) =>
        of.GetProperty(name).GetDouble().ToString(CultureInfo.InvariantCulture);
}
