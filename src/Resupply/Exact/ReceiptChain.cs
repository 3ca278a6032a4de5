using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Exact;

/// <summary>
/// A receipt as a Markov chain over days: not yet come; its first tranche came on some day with some load and more are
/// to come; done. The chance to come today is that of the day's weight among what has not come yet. So receipts need
/// no list of all combinations of their days: only what is pending at once multiplies the states.
/// </summary>
internal sealed class ReceiptChain
{
    // What floating point leaves of 1 − Σ weights where the weights should sum to one is not a chance of never.
    private const double RoundingLeft = 1e-12;

    // What a weight of a binomial costs, in products.
    private const long ProductsPerWeight = 16;

    private static readonly Pmf Nothing = Pmf.Certainly(0);

    private readonly Receipt receipt;
    private readonly WorkMeter meter;
    private readonly Lazy<Pmf> allAtOnce;
    private readonly ImmutableArray<Coming> comings;
    private readonly double never;

    public ReceiptChain(Receipt receipt, int days, WorkMeter meter)
    {
        (this.receipt, this.meter) = (receipt, meter);
        comings =
        [
            .. receipt.FirstDay.Weights
                .Select((weight, index) => (Day: receipt.FirstDay.First + index, Weight: weight * receipt.Confirmed))
                .Where(coming => coming.Weight > 0 && coming.Day < days)
                .Select(coming => new Coming(coming.Day, coming.Weight, End(coming.Day, days))),
        ];
        var rest = 1 - comings.Sum(coming => coming.Probability);
        never = rest < RoundingLeft ? 0 : rest;
        allAtOnce = new Lazy<Pmf>(() => MixOfLoads(load => Arriving(receipt.Loads[load].Units.Sum())));
    }

    private enum Stage
    {
        NotYet,
        Pending,
        Done,
    }

    /// <summary>One day on which the first tranche may be due, perhaps before day 0, and that of its last.</summary>
    private readonly record struct Coming(long FirstDay, double Probability, int End)
    {
        public int Day => (int)Math.Max(FirstDay, 0);
    }

    private readonly record struct State(Stage Stage, long FirstDay = 0, int Load = 0);

    /// <summary>What 00:00 of a day does; null where it changes nothing. Before day 0 there is one state.</summary>
    public ReceiptDay? On(int day)
    {
        if (!comings.Any(coming => coming.Day <= day && coming.End >= day)) return null;
        var pending = comings.Count(coming => coming.Day <= day && coming.End > day);
        if (!meter.Fits((long)pending * receipt.Loads.Length)) return null;
        var before = StatesAfter(day - 1);
        var after = StatesAfter(day);
        var index = new Dictionary<State, int>();
        foreach (var state in after) index.Add(state, index.Count);
        ImmutableArray<ReceiptMove> moves = [.. before.SelectMany((state, from) => Moves(state, from, index, day))];
        return moves.All(move => move.ChangesNothing) ? null : new ReceiptDay(before.Count, after.Count, moves);
    }

    private List<State> StatesAfter(int day)
    {
        var states = new List<State>();
        var waiting = day < 0 || comings.Any(coming => coming.Day > day);
        if (waiting) states.Add(new State(Stage.NotYet));
        foreach (var coming in comings.Where(coming => coming.Day <= day && coming.End > day))
            for (var load = 0; load < receipt.Loads.Length; load++)
                states.Add(new State(Stage.Pending, coming.FirstDay, load));

        // Once no day is left, what never comes is as done as what has come.
        var done = comings.Any(coming => coming.Day <= day && coming.End <= day) || (!waiting && never > 0);
        if (done) states.Add(new State(Stage.Done));
        return states;
    }

    private IEnumerable<ReceiptMove> Moves(State state, int from, Dictionary<State, int> after, int day)
    {
        if (state.Stage == Stage.NotYet) return FirstMoves(from, after, day);
        var to = after.TryGetValue(state, out var same) ? same : after[new State(Stage.Done)];
        var units = state.Stage == Stage.Done ? Nothing : Units(state.FirstDay, state.Load, day);
        return [new ReceiptMove(from, to, 1, units)];
    }

    private IEnumerable<ReceiptMove> FirstMoves(int from, Dictionary<State, int> after, int day)
    {
        var later = never + comings.Where(coming => coming.Day > day).Sum(coming => coming.Probability);
        var left = later + comings.Where(coming => coming.Day == day).Sum(coming => coming.Probability);
        foreach (var coming in comings.Where(coming => coming.Day == day))
            foreach (var move in Arrivals(coming, from, after))
                yield return move with { Probability = move.Probability * (coming.Probability / left) };

        if (later == 0) yield break;
        var to = after.TryGetValue(new State(Stage.NotYet), out var waiting) ? waiting : after[new State(Stage.Done)];
        yield return new ReceiptMove(from, to, later / left, Nothing);
    }

    private IEnumerable<ReceiptMove> Arrivals(Coming coming, int from, Dictionary<State, int> after)
    {
        if (coming.End == coming.Day)
        {
            var all = receipt.Offsets.All(offset => Math.Max(0, coming.FirstDay + offset) == coming.Day);
            var units = all ? allAtOnce.Value : MixOfLoads(load => Units(coming.FirstDay, load, coming.Day));
            yield return new ReceiptMove(from, after[new State(Stage.Done)], 1, units);
            yield break;
        }

        for (var load = 0; load < receipt.Loads.Length; load++)
        {
            var to = after[new State(Stage.Pending, coming.FirstDay, load)];
            var units = Units(coming.FirstDay, load, coming.Day);
            yield return new ReceiptMove(from, to, receipt.Loads[load].Probability, units);
        }
    }

    /// <summary>The last day within the calendar on which a tranche comes.</summary>
    private int End(long firstDay, int days) =>
        (int)receipt.Offsets.Select(offset => Math.Max(0, firstDay + offset)).Where(day => day < days).Max();

    private Pmf Units(long firstDay, int load, int day) => Arriving(receipt.Loads[load].Units
        .Where((_, tranche) => Math.Max(0, firstDay + receipt.Offsets[tranche]) == day)
        .Sum());

    private Pmf MixOfLoads(Func<int, Pmf> unitsOf) => Narrow(PmfAlgebra.Mix(
        [.. receipt.Loads.Select((load, index) => (load.Probability, unitsOf(index)))]));

    // Tranches that come together lose units as one.
    private Pmf Arriving(long units)
    {
        if (meter.Exceeded is not null) return Nothing;
        var arriving = Narrow(CountPmf.Binomial(units, 1 - receipt.LostOnTheWay));
        meter.Multiply(ProductsPerWeight * arriving.Weights.Length);
        return arriving;
    }

    private Pmf Narrow(Pmf? units)
    {
        if (units is null) meter.GiveUp($"more than {Pmf.LengthMax} possible sizes of a shipment");
        return units ?? Nothing;
    }
}

/// <summary>What a receipt's chain does at 00:00 of one day.</summary>
internal sealed record ReceiptDay(int StatesBefore, int StatesAfter, ImmutableArray<ReceiptMove> Moves);

/// <summary>From one state of the chain to another, with what enters the stock.</summary>
internal readonly record struct ReceiptMove(int From, int To, double Probability, Pmf Units)
{
    public bool ChangesNothing => From == To && Probability == 1 && Units.Last == 0;
}
