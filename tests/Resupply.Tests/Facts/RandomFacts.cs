using System.Globalization;
using Resupply.Answers;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Facts;

/// <summary>
/// Plans with nothing random in them, and the facts that a simulation says will be known by some day: whether stocks
/// are counted or what was used is written down, and when, is drawn.
/// </summary>
internal sealed record RandomFacts(string Plan, int Today, int Counted)
{
    private const int Days = 24;

    private const int Demands = 3;

    private static readonly (string Site, string Item)[] Stocks =
        [("base", "a"), ("base", "b"), ("depot", "a"), ("depot", "b"), ("donor", "a"), ("donor", "b")];

    public static RandomFacts Any(Draws draws)
    {
        var today = draws.Whole(2, Days - 1);
        var plan = string.Join('\n', (string[])
        [
            $"calendar: {{ from: day 1, to: day {Days} }}",
            $"stocks: {{ base: {{ a: {draws.Whole(0, 40)}, b: {draws.Whole(0, 40)} }}, " +
                $"depot: {{ a: {draws.Whole(0, 40)}, b: {draws.Whole(0, 40)} }}, donor: {{ a: 1000, b: 1000 }} }}",
            $"lanes: {{ way: {{ from: donor, to: base, takes: {draws.Whole(0, 6)} d }}, " +
                $"road: {{ from: donor, to: depot, takes: {draws.OneOf("36 h", "1 w")} }} }}",
            $"authorities: {{ fund: {{ amount: 9000, packages: {{ p: {{ when: day {draws.Whole(1, Days)}, " +
                $"amount: 50 }} }} }} }}",
            "demands:",
            .. Enumerable.Range(0, Demands).Select(number => Demand(draws, number)),
            "shipments:",
            .. Enumerable.Range(0, draws.Whole(1, 4)).Select(number => $"  s{number}: {{ {Shipment(draws)} }}"),
        ]);
        return new RandomFacts(plan, today, draws.Whole(1, today - 1));
    }

    /// <summary>What is asked of the days from today on.</summary>
    public string[] Asked =>
    [
        .. from day in Enumerable.Range(Today, Days - Today + 1)
           from stock in Stocks
           select $"on-hand: {stock.Item}, at: {stock.Site}, when: day {day}",
        .. from day in Enumerable.Range(Today, Days - Today + 1)
           from shipment in Shipments
           select $"arrived: {shipment}, by: day {day}",
        .. from day in Enumerable.Range(Today, Days - Today + 1) select $"left: fund, by: day {day}",
    ];

    private IEnumerable<string> Shipments => Plan.Split('\n')
        .Select(line => line.Trim().Split(':')[0]).Where(name => name is ['s', >= '0' and <= '9']);

    /// <summary>The same plan seen from today, with what will have happened by then.</summary>
    public string Rolled()
    {
        var days = Enumerable.Range(1, Today - 1).ToList();
        var stocks = Answers(
            Plan, Stocks.Select(each => $"on-hand: {each.Item}, at: {each.Site}, when: day {Counted}"));
        var counts = Stocks.Select((stock, i) => $"{stock.Site} {stock.Item} {Text(stocks[i])}")
            .Select(text => text.Split(' '))
            .GroupBy(words => words[0])
            .Select(site => $"{site.Key}: {{ " + string.Join(
                ", ", site.Select(words => $"{words[1]}: {{ day {Counted}: {words[2]} }}")) + " }");
        var text = $"today: day {Today}\ncounts: {{ {string.Join(", ", counts)} }}\n{Plan}";
        foreach (var shipment in Shipments)
        {
            var quantity = Number(LineOf(shipment), "quantity: ");
            var shares = Answers(Plan, days.Select(day => $"arrived: {shipment}, by: day {day}"));
            var came = Steps([.. shares.Select(share => Math.Round(share * quantity))]);
            text = text.Replace(
                $"  {shipment}: {{", $"  {shipment}: {{ received: {Dated(came)},", StringComparison.Ordinal);
        }

        for (var demand = 0; demand < Demands; demand++)
        {
            var line = LineOf($"d{demand}");
            var (need, uses) = (Number(line, "per-day: "), Number(line, "uses: "));
            var unmet = Steps(Answers(Plan, days.Select(day => $"unmet: d{demand}, until: day {day}")));
            var used = unmet.Select(units => (need - units) * uses).ToArray();
            text = text.Replace(
                $"  d{demand}: {{", $"  d{demand}: {{ used: {Dated(used)},", StringComparison.Ordinal);
        }

        return text;
    }

    public static double[] Answers(string text, IEnumerable<string> asked)
    {
        var questions = asked.Select((question, index) => $"  q{index}: {{ {question} }}");
        var report = Rehearsal.Report($"{text}\nquestions:\n{string.Join('\n', questions)}");
        return
        [
            .. report.Answers.Select(answer => answer switch
            {
                Answer.Quantity quantity => quantity.Mean!.Value.Value,
                Answer.Share share => share.Estimate.Value,
                _ => double.NaN,
            }),
        ];
    }

    private string LineOf(string thing) =>
        Plan.Split('\n').Single(line => line.StartsWith($"  {thing}:", StringComparison.Ordinal));

    private static string Demand(Draws draws, int number) => $"  d{number}: {{ at: {draws.OneOf("base", "depot")}, " +
        $"served-by: [{draws.OneOf("a", "b")}], per-day: {draws.Whole(0, 4)}, uses: {draws.Whole(1, 2)}, " +
        $"priority: {draws.Whole(1, 2)} }}";

    private static string Shipment(Draws draws)
    {
        var site = draws.OneOf("base", "depot");
        var (day, tranches) = (draws.Whole(1, Days), draws.Whole(1, 4));
        string[] parts =
        [
            $"to: {site}, item: {draws.OneOf("a", "b")}, quantity: {draws.Whole(tranches * 2, 40)}",
            draws.Whole(0, 2) switch
            {
                0 => $"arrives: day {day}",
                1 => $"arrives: day {day}, from: donor",
                _ => $"departs: day {day}, from: donor, via: {(site == "base" ? "way" : "road")}",
            },
            tranches == 1
                ? "funded-by: fund"
                : $"tranches: {tranches}, every: {draws.OneOf("1 d", "36 h", "5 d", "0 d")}",
            .. draws.Chance(0.5) && tranches > 1 ? (string[])["funded-by: fund"] : [],
        ];
        return string.Join(", ", parts);
    }

    private static double[] Steps(double[] sums) =>
        [.. sums.Select((sum, day) => day == 0 ? sum : sum - sums[day - 1])];

    private static string Dated(double[] byDay) =>
        $"{{ {string.Join(", ", byDay.Select((units, day) => $"day {day + 1}: {Text(units)}"))} }}";

    private static double Number(string line, string after) => double.Parse(
        line.Split(after)[1].Split(',', ' ')[0], CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
