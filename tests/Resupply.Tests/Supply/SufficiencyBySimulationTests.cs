using System.Globalization;
using System.Text.Json;
using Resupply.Answers;
using Resupply.Tests.Exact;

namespace Resupply.Tests.Supply;

/// <summary>
/// The simulation, from a scenario's text, against answers that others computed: within 4 standard errors.
/// </summary>
public class SufficiencyBySimulationTests
{
    private const long Replications = 20_000;
    private const double ErrorsMax = 4;

    public static TheoryData<string> Cases => SufficiencyTests.Cases;

    public static TheoryData<string> UnitCases => new(
        SufficiencyTests.Cases.Select(row => row.Data).Where(name => IsUnit(Oracle.Read(name + ".json"))));

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_on_hand_and_what_comes_lasts_as_computed_elsewhere(string name)
    {
        var inputs = Oracle.Read(name + ".json").GetProperty("inputs");
        LastsAsExpected(name, $"arrivals: poisson(1), size: {SizeOf(inputs.GetProperty("batch"))}");
    }

    /// <summary>Half of twice as many units, where the share is not known before the replication.</summary>
    [Theory]
    [MemberData(nameof(UnitCases))]
    public void A_drawn_share_of_a_count_lasts_as_computed_elsewhere(string name) =>
        LastsAsExpected(name, "per-day: poisson(2), share: half", "unknowns: { half: 49.9999%..50.0001% }");

    private static void LastsAsExpected(string name, string need, string unknowns = "")
    {
        var oracle = Oracle.Read(name + ".json");
        var days = oracle.GetProperty("inputs").GetProperty("horizon_days").GetInt32();
        var answers = Answers(ScenarioOf(oracle.GetProperty("inputs"), days, need) + "\n" + unknowns);
        var expected = oracle.GetProperty("expected");
        double Expected(string figure) => expected.GetProperty(figure).GetDouble();
        Close(Expected("P_no_stockout"), answers["lasts"]);
        Close(Expected("P_no_stockout"), answers["lasts-waiting"]);
        Close(Expected("expected_lost"), answers["lost"]);
        Close(Expected("expected_backlog_T"), answers["backlog"]);
        Close(Expected("expected_units_not_met_same_day"), answers["unmet"]);
        Close(Expected("expected_backorder_unit_days") / days, answers["backorders"]);
        if (expected.GetProperty("first_stockout_quantiles").GetProperty("p10").TryGetInt32(out var p10))
            Assert.InRange(((Answer.Date)answers["first"]).Estimate.P10!.Value - Rehearsal.First + 1, p10 - 1, p10 + 1);
    }

    [Fact]
    public void Workload_3_lasts_as_known()
    {
        var answers = Answers(
            """
            calendar: { from: day 1, to: day 400 }
            stocks: { base: { a: 150 } }
            demands:
              use: { at: base, served-by: [a], arrivals: poisson(1.5), size: discrete(1=4; 2=3; 3=2; 5=1),
                     unmet: waits }
            shipments: { lots: { to: base, item: a, quantity: 1232, arrives: day 14, tranches: 14, every: 4 w } }
            questions:
              lasts: { covered: use, until: day 400 }
              left: { on-hand: a, at: base, when: day 400, net: true }
            """);
        Close(0.9502, answers["lasts"], 0.00005);
        Close(122, answers["left"]);
    }

    /// <summary>
    /// At 24:00 the need of the last five days is on its way: a base stock with compound Poisson need.
    /// </summary>
    [Fact]
    public void A_base_stock_is_short_as_computed_elsewhere()
    {
        var oracle = Oracle.Read("compound_poisson_fill_open.json").GetProperty("expected").GetProperty("rows");
        foreach (var row in oracle.EnumerateArray())
        {
            var stock = row.GetProperty("S").GetInt32();
            var answers = Answers(
                $$"""
                stocks: { base: { a: { on-hand: {{stock}}, order-up-to: {{stock}}, takes: 5 d } } }
                demands:
                  use: { at: base, served-by: [a], arrivals: poisson(0.4), size: discrete(1=6; 2=1; 5=2; 10=1),
                         unmet: waits }
                questions:
                  waiting: { backlog: use, when: day 9 }
                  short: { backorders: a, at: base, when: day 9 }
                  there: { on-hand: a, at: base, when: day 9 }
                  ready: { on-hand: a, at: base, when: day 9, at-least: 1 }
                  none-waits: { on-hand: a, at: base, when: day 9, net: true, at-least: 0 }
                """);
            double Expected(string figure) => row.GetProperty(figure).GetDouble();
            Close(Expected("expected_backorders"), answers["waiting"]);
            Close(Expected("expected_backorders"), answers["short"]);
            Close(Expected("expected_on_hand"), answers["there"]);
            Close(Expected("ready_rate"), answers["ready"]);
            Close(Expected("prob_no_backorders"), answers["none-waits"]);
        }
    }

    /// <summary>The lost and the waiting need side by side, each with a stock of its own.</summary>
    private static string ScenarioOf(JsonElement inputs, int days, string need)
    {
        var rates = RatesOf(inputs);
        var stock = inputs.GetProperty("initial_stock").GetInt32();
        return $$"""
            calendar: { from: day 1, to: day {{days}} }
            stocks: { base: { a: {{stock}}, b: {{stock}} } }
            demands:
              lost: { at: base, served-by: [a], {{need}}, {{rates}} }
              waiting: { at: base, served-by: [b], unmet: waits, {{need}}, {{rates}} }
            shipments:
              none: { to: base, item: a, quantity: 0, arrives: never }
            {{string.Join('\n', Receipts(inputs))}}
            questions:
              lasts: { covered: lost, until: day {{days}} }
              lasts-waiting: { covered: waiting, until: day {{days}} }
              lost: { unmet: lost }
              backlog: { backlog: waiting, when: day {{days}} }
              unmet: { unmet: waiting }
              backorders: { backorders: b, at: base, between: [day 1, day {{days}}] }
              first: { shortage: lost }
            """;
    }

    private static bool IsUnit(JsonElement oracle) =>
        oracle.GetProperty("inputs").GetProperty("batch").GetProperty("type").GetString() == "unit";

    private static string SizeOf(JsonElement batch) => batch.GetProperty("type").GetString() switch
    {
        "unit" => "1",
        "geometric" => Invariant($"1 + geometric({batch.GetProperty("mean").GetDouble() - 1})"),
        _ => $"discrete({Weights(batch.GetProperty("pmf"))})",
    };

    private static string Weights(JsonElement pmf, string before = "") =>
        string.Join(
            "; ", pmf.EnumerateObject().Select(pair => Invariant($"{before}{pair.Name}={pair.Value.GetDouble()}")));

    /// <summary>By weekday where the rates repeat every week (day 1 is a Wednesday), else day by day.</summary>
    private static string RatesOf(JsonElement inputs)
    {
        var rates = inputs.GetProperty("daily_rates").Numbers();
        string[] weekdays = ["wed", "thu", "fri", "sat", "sun", "mon", "tue"];
        return Enumerable.Range(0, rates.Length).All(day => rates[day] == rates[day % 7])
            ? $"weekly: {{ {string.Join(", ", weekdays.Select((weekday, i) => Invariant($"{weekday}: {rates[i]}")))} }}"
            : $"level: {{ {string.Join(", ", rates.Select((rate, i) => Invariant($"day {i + 1}: {rate}")))} }}";
    }

    private static IEnumerable<string> Receipts(JsonElement inputs)
    {
        var certain = inputs.GetProperty("receipts").EnumerateArray()
            .Select(receipt => (Day: $"day {receipt.GetProperty("day").GetInt32()}", Receipt: receipt));
        var random = inputs.GetProperty("random_shipments").EnumerateArray()
            .Select(shipment => (Day: ArrivalOf(shipment.GetProperty("arrival_day_pmf")), Receipt: shipment));
        var number = 0;
        foreach (var (day, receipt) in certain.Concat(random))
        {
            var quantity = receipt.GetProperty("qty").GetInt32();
            foreach (var item in (string[])["a", "b"])
            {
                yield return $"  s{number++}: {{ to: base, item: {item}, quantity: {quantity}, " +
                    $"arrives: \"{day}\" }}";
            }
        }
    }

    private static string ArrivalOf(JsonElement pmf) =>
        $"discrete({Weights(pmf, "day ").Replace("day never", "never", StringComparison.Ordinal)})";

    private static Dictionary<string, Answer> Answers(string text) => Rehearsal.Run(
        Rehearsal.Read(text), new RunOptions { Replications = Replications, Seed = 11, Threads = 2 })
        .Answers.ToDictionary(answer => answer.Name);

    /// <param name="given">What the expected figure itself may be off by: it was rounded.</param>
    private static void Close(double expected, Answer answer, double given = 0)
    {
        var estimate = answer switch
        {
            Answer.Probability probability => probability.Estimate,
            Answer.Quantity { Mean: { } mean } => mean,
            _ => default,
        };

        // Of a rare event the sample may hold none, and then show no error: the expected probability has one.
        var error = answer is Answer.Probability
            ? Math.Sqrt(expected * (1 - expected) / Replications)
            : Math.Max(estimate.Error, 1e-3 * expected);
        Assert.True(
            Math.Abs(estimate.Value - expected) <= (ErrorsMax * error) + given,
            Invariant(
                $"{answer.Name}: {estimate.Value} is not {expected}, errors are {error}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
