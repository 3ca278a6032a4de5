using System.Globalization;

namespace Resupply.Tests.Readiness;

/// <summary>Bases and their depot as a scenario, with an item for each pair of stocks.</summary>
/// <param name="Here">What the bases repair themselves.</param>
/// <param name="DepotTakes">A repair at the depot.</param>
/// <param name="Teams">At the depot, for each item; 0: ample.</param>
/// <param name="Pairs">What each item has at the depot and at each base.</param>
internal sealed record TwoEchelons(
    TwoEchelons.Home[] Homes, TwoEchelons.Shop Here, string DepotTakes, int Teams, (int Depot, int Base)[] Pairs)
{
    /// <param name="Removals">A rate.</param>
    /// <param name="Journey">From the depot.</param>
    public sealed record Home(string Removals, string Journey);

    /// <param name="Share">Of the removals.</param>
    /// <param name="Takes">A repair.</param>
    public sealed record Shop(double Share, string Takes);

    /// <summary>What waits at each base (`i3-base-1`) and at the depot, on average between two days.</summary>
    public string Text(int from, int to)
    {
        var bases = Enumerable.Range(1, Homes.Length).ToArray();
        var items = Enumerable.Range(0, Pairs.Length).ToArray();
        string[] sites = [.. bases.Select(j => $"base-{j}"), "depot"];
        return string.Join('\n', (string[])
        [
            $"calendar: {{ from: day 1, to: day {to} }}",
            $"sites: {{ {string.Join(", ", sites.Select(site => $"{site}: {{}}"))} }}",
            "lanes:",
            .. bases.Select(j =>
                $"  to-{j}: {{ from: depot, to: base-{j}, takes: {Homes[j - 1].Journey} }}"),
            "items:",
            .. items.SelectMany(Item),
            "stocks:",
            $"  depot: {{ {string.Join(", ", items.Select(i => $"i{i}: {Pairs[i].Depot}"))} }}",
            .. bases.Select(j => $"  base-{j}: {{ {string.Join(
                ", ", items.Select(i => $"i{i}: {{ on-hand: {Pairs[i].Base}, from-site: depot }}"))} }}"),
            .. Teams == 0 ? [] : items.Select(i => $"  c{i}: {{ at: depot, teams: {Teams} }}").Prepend("crews:"),
            "questions:",
            .. from i in items
               from site in sites
               select $"  i{i}-{site}: {{ backorders: i{i}, at: {site}, between: [day {from}, day {to}] }}",
            .. Teams == 0
                ? []
                : items.Select(i => $"  busy-i{i}: {{ busy: c{i}, between: [day {from}, day {to}] }}"),
        ]);
    }

    private IEnumerable<string> Item(int item)
    {
        var crew = Teams == 0 ? "" : $", crew: c{item}";
        yield return $"  i{item}:";
        yield return $"    removals: {{ {string.Join(
            ", ", Homes.Select((home, j) => $"base-{j + 1}: {home.Removals}"))} }}";
        yield return "    repair:";
        yield return $"      depot: {{ at: depot, takes: {DepotTakes}{crew}, share: {Text(1 - Here.Share)} }}";
        yield return $"      shop: {{ at: here, takes: {Here.Takes}, share: {Text(Here.Share)} }}";
    }

    private static string Text(double share) => share.ToString("0.######", CultureInfo.InvariantCulture);
}
