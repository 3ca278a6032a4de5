using Resupply.Language;
using Resupply.Supply;
using static System.FormattableString;

namespace Resupply.Readiness;

/// <summary>Whether a removed unit finds its place of repair, and its way there and back.</summary>
internal sealed class RepairChecks
{
    /// <summary>Shares are written with few digits: this much is rounding.</summary>
    private const double ShareTolerance = 1e-6;

    private readonly Part part;
    private readonly PlanIndex index;
    private readonly Diagnostics diagnostics;

    private RepairChecks(Part part, PlanIndex index) =>
        (this.part, this.index, diagnostics) = (part, index, index.Diagnostics);

    public static void Check(Part part, PlanIndex index)
    {
        var checks = new RepairChecks(part, index);
        checks.CheckShares();
        foreach (var place in part.Places)
        {
            PartChecks.CheckWork($"the repair of `{part.Item}`", place.Work, index.Diagnostics);
            if (index.Whole.Has("lanes") && index.Whole.Has("fleets") && index.Whole.Has("stocks"))
                checks.CheckWays(place);
        }
    }

    private void CheckShares()
    {
        if (part.Places is [{ Share: { } only } one] && only.Fixed is not 1)
        {
            diagnostics.Error(
                only.At,
                $"`share` is for several places, and `{part.Item}` has one",
                one.Name is null ? "leave it out, or give each place a name" : "leave it out, or add the others");
        }

        if (part.Places.Length < 2) return;
        var known = part.Places.All(place => place.Share is null or { Fixed: not null })
            ? part.Places.Sum(place => place.Share?.Fixed ?? 0)
            : (double?)null;
        var without = part.Places.Where(place => place.Share is null).ToList();
        foreach (var place in without)
        {
            var rest = without.Count == 1 && known is < 1 ? Percent(1 - known.Value) : "50%";
            diagnostics.Error(
                place.At,
                $"place `{place.Name}` does not say what share of `{part.Item}` goes there",
                $"add `share: {rest}`");
        }

        if (without.Count > 0 || known is not { } sum || Math.Abs(sum - 1) <= ShareTolerance) return;
        diagnostics.Error(
            part.Places[^1].Share!.At,
            $"the shares of the places where `{part.Item}` is repaired come to {Percent(sum)}, not to 100%",
            $"they are {string.Join(", ", part.Places.Select(place => $"`{place.Name}` {place.Share!.Text}"))}");
    }

    private static string Percent(double share) => Invariant($"{share * 100:0.####}%");

    private void CheckWays(RepairPlace place)
    {
        var away = index.HomesOf(part.Item).Where(home => RepairRoutes.SiteOf(place, home) != home).ToList();
        if (away.Count == 0 && index.HomesOf(part.Item).Any())
        {
            if ((place.Via ?? place.Back) is { } lane)
                diagnostics.Warn(
                    place.Via is null ? place.BackAt : place.ViaAt,
                    $"lane `{lane}` is not used: `{part.Item}` is repaired where it is removed",
                    place.Site is null ? "say where it is repaired: `at`, another site" : "leave the lane out");
            return;
        }

        foreach (var home in away)
        {
            CheckThere(place, home);
            CheckBack(place, home);
        }
    }

    private void CheckThere(RepairPlace place, string home)
    {
        var site = place.Site!;
        if (place.Via is { } via)
        {
            // Units unserviceable at the start are there already.
            if (index.LaneNamed(via) is { } lane && (lane.From, lane.To) != (home, site) && Removes(home))
                diagnostics.Error(
                    place.ViaAt,
                    $"lane `{via}` goes from `{lane.From}` to `{lane.To}`; a `{part.Item}` removed at `{home}` is " +
                    $"repaired at `{site}`",
                    HintFor(index.LanesBetween(home, site), "via"));
            return;
        }

        var between = index.LanesBetween(home, site);
        if (between.Length > 1)
            diagnostics.Error(
                place.At,
                $"{between.Length} lanes go from `{home}` to `{site}`, where `{part.Item}` is repaired",
                $"say which: `via: {between[0].Name}`");
    }

    private bool Removes(string home) =>
        part.Removals.Any(removal => removal.Site == home) || index.CarriersOf(part.Item).Contains(home);

    private void CheckBack(RepairPlace place, string home)
    {
        var site = place.Site!;
        if (place.Back is not { } back || index.LaneNamed(back) is not { } lane) return;
        if ((lane.From, lane.To) != (site, home))
            diagnostics.Error(
                place.BackAt,
                $"lane `{back}` goes from `{lane.From}` to `{lane.To}`; a `{part.Item}` repaired at `{site}` goes " +
                $"back to `{home}`",
                HintFor(index.LanesBetween(site, home), "back"));
        else if (index.StockAt(home, part.Item) is { FromSite: { } supplier, IsReplenished: false } stock)
            diagnostics.Warn(
                place.BackAt,
                $"for each `{part.Item}` removed at `{home}` two come: the same one over `{back}`, and another from " +
                $"`{supplier}`, which supplies `{stock.Path}`",
                "leave out `back`, or `from-site`");
    }

    private static string HintFor(Lane[] lanes, string key) => lanes.Length > 0
        ? $"write `{key}: {lanes[0].Name}`"
        : key == "via"
            ? "leave `via` out: without a lane the journey takes no time"
            : "leave `back` out, and let the site draw on that stock: `from-site`";
}
