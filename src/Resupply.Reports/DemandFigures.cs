using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>Is the need still met: the curves of no shortage so far, and need against supply.</summary>
internal static class DemandFigures
{
    /// <summary>More curves than there are colours that everybody can tell apart would be a second chart.</summary>
    private const int CurvesMax = 6;

    public static IEnumerable<Figure> OfNoShortage(RunReport report) =>
        report.Demands.Where(demand => !demand.NoShortageSoFar.IsEmpty).Chunk(CurvesMax)
            .Select((demands, index) => new Figure(
                Figure.IdOf("no-shortage", index),
                "No shortage so far",
                "The probability that no need has gone unmet up to each day, in cases of 100. " +
                string.Join(" ", demands.Select(demand => SentenceOf(demand, report.Card))),
                [.. demands.Select((demand, curve) => (Figure.IdOf("curve", curve), demand.Demand))],
                json => WriteCurves(json, demands, report.Card),
                TableOf(demands, report.Card)));

    public static IEnumerable<Figure> OfNeedAgainstSupply(RunReport report) => report.Pools.Select((pool, index) =>
    {
        var need = Series.Thinned(pool.CumulativeNeed, report.Card.Deadlines);
        var supply = Series.Thinned(pool.CumulativeSupply, report.Card.Deadlines);
        return new Figure(
            Figure.IdOf("need", index),
            $"{NameOf(pool)}: need against supply",
            $"All that was needed of {NameOf(pool)} since the first day, against all {Listed(pool.Items)} that was " +
            $"at {pool.Site} or came there. Where they overlap, need can outrun supply. {Gap(pool, report.Card)}",
            [
                ("line need", "need, median"), ("most need", "8 of 10"),
                ("line", "supply, median"), ("most", "8 of 10"),
            ],
            json => WriteNeed(json, need, supply),
            NeedTableOf(pool, need, supply));
    });

    private static string NameOf(PoolChart pool) => Listed(pool.Demands);

    private static string Listed(ImmutableArray<string> names) => names.Length == 1
        ? names[0]
        : $"{string.Join(", ", names[..^1])} and {names[^1]}";

    private static string SentenceOf(DemandChart demand, RunCard card)
    {
        var deadlines = card.Deadlines
            .Where(deadline => deadline.Day >= demand.From)
            .Where(deadline => IndexOf(demand, deadline) < demand.NoShortageSoFar.Length)
            .Take(2)
            .Select(deadline => Chance(demand, IndexOf(demand, deadline), card) + " by " + deadline.Name);
        var last = Chance(demand, demand.NoShortageSoFar.Length - 1, card) + " by the end";
        return $"{demand.Demand}: {string.Join(", ", deadlines.Append(last))}.";
    }

    private static int IndexOf(DemandChart demand, Deadline deadline) => deadline.Day - demand.From;

    private static string Chance(DemandChart demand, int index, RunCard card) =>
        Shown.Probability(demand.NoShortageSoFar[index], card.Replications);

    /// <summary>Need and supply in the median on the first deadline, else on the last day.</summary>
    private static string Gap(PoolChart pool, RunCard card)
    {
        var length = Math.Min(pool.CumulativeNeed.Length, pool.CumulativeSupply.Length);
        if (length == 0) return "";
        var named = card.Deadlines.Select(deadline => deadline.Day).ToHashSet();
        var index = Enumerable.Range(0, length)
            .FirstOrDefault(index => named.Contains(pool.CumulativeNeed[index].Day), length - 1);
        var (need, supply) = (pool.CumulativeNeed[index], pool.CumulativeSupply[index]);
        return $"By {FanFigures.DayOf(need.Day, card)} the median need is {Shown.Amount(need.P50, "")}, " +
            $"the median supply {Shown.Amount(supply.P50, "")}.";
    }

    private static void WriteCurves(Utf8JsonWriter json, DemandChart[] demands, RunCard card)
    {
        json.WriteString("type", "curves");
        json.WriteStartArray("curves");
        foreach (var demand in demands)
        {
            var kept = KeptOf(demand, card);
            json.WriteStartObject();
            json.WriteString("name", demand.Demand);
            Series.WriteArray(json, "days", kept.Select(index => (double)Series.Number(demand.From + index)));
            Series.WriteArray(json, "values", kept.Select(index => demand.NoShortageSoFar[index]));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNeed(Utf8JsonWriter json, ImmutableArray<Band> need, ImmutableArray<Band> supply)
    {
        json.WriteString("type", "need");
        json.WriteStartObject("need");
        Series.Write(json, need);
        json.WriteEndObject();
        json.WriteStartObject("supply");
        Series.Write(json, supply);
        json.WriteEndObject();
    }

    private static int[] KeptOf(DemandChart demand, RunCard card) =>
        [.. Series.Kept(demand.NoShortageSoFar.Length, index => demand.From + index, card.Deadlines)];

    private static Markup TableOf(DemandChart[] demands, RunCard card)
    {
        var longest = demands.MaxBy(demand => demand.NoShortageSoFar.Length)!;
        var rows = KeptOf(longest, card).Select(index => (string[])
        [
            (longest.From + index).ToString(), .. demands.Select(demand => ChanceOn(demand, longest, index, card)),
        ]);
        return Figure.TableOf(
            "Probability of no shortage so far",
            ["Day, at 24:00", .. demands.Select(demand => demand.Demand)],
            rows);
    }

    private static string ChanceOn(DemandChart demand, DemandChart calendar, int index, RunCard card)
    {
        var own = calendar.From + index - demand.From;
        return own >= 0 && own < demand.NoShortageSoFar.Length ? Chance(demand, own, card) : "";
    }

    private static Markup NeedTableOf(PoolChart pool, ImmutableArray<Band> need, ImmutableArray<Band> supply) =>
        Figure.TableOf(
            $"{NameOf(pool)}: cumulative need and supply",
            [
                "Day, at 24:00", "need, 10%", "need, median", "need, 90%",
                "supply, 10%", "supply, median", "supply, 90%",
            ],
            need.Zip(supply, (needed, supplied) => new[]
            {
                needed.Day.ToString(), Short(needed.P10), Short(needed.P50), Short(needed.P90),
                Short(supplied.P10), Short(supplied.P50), Short(supplied.P90),
            }));

    private static string Short(double value) => Shown.Amount(value, "");
}
