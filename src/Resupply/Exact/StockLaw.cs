
namespace Resupply.Exact;

/// <summary>
/// The joint law of a stock, of its waiting needs, of the units unmet so far and of the receipts' chains.
/// </summary>
/// <remarks>
/// A state of the stock is (deficit, net). The deficit is what is missing below what is kept. Without one, net ≥ 0 is
/// what is on hand above what is kept, and net &lt; 0 means ⌈−net / uses⌉ units wait while net mod uses items, too few
/// for one more, are there above what is kept; in a deficit net is −uses × units waiting. This is unique: a need
/// waits only while less than `uses` is there. Layer 0 holds what has seen no shortage; layer u where u units
/// have gone unmet on their day, the last layer that many or more.
/// </remarks>
internal sealed class StockLaw
{
    private readonly SingleStockProblem problem;
    private readonly WorkMeter meter;
    private readonly int layers;
    private readonly int deficits;
    private readonly int[] statesByReceipt;
    private MassWindow[] cells;
    private MassWindow scratch;
    private MassWindow before;

    public StockLaw(SingleStockProblem problem, int layers, WorkMeter meter)
    {
        (this.problem, this.layers, this.meter) = (problem, layers, meter);
        var initial = problem.InitialOnHand;
        statesByReceipt = [.. problem.Receipts.Select(_ => 1)];
        (scratch, before) = (new MassWindow(meter), new MassWindow(meter));
        cells = [];
        var deepest = Math.Max(0, problem.Keeps - initial.First);
        if (!meter.Fits(layers * (deepest + 1))) return;
        deficits = (int)deepest + 1;
        cells = NewCells(1);
        for (var i = 0; i < initial.Weights.Length && meter.Exceeded is null; i++)
        {
            var above = initial.First + i - problem.Keeps;
            cells[Math.Max(0, -above)].Add(Math.Max(0, above), [initial.Weights[i]], 1);
        }
    }

    /// <summary>Receipts enter at 00:00 and fill what waits.</summary>
    public void Receive(int receipt, ReceiptDay today)
    {
        var perState = cells.Length / today.StatesBefore;
        if (!meter.Fits((long)perState * today.StatesAfter)) return;
        var inner = layers * deficits;
        for (var i = receipt + 1; i < statesByReceipt.Length; i++) inner *= statesByReceipt[i];
        var arrived = NewCells(perState * today.StatesAfter / (layers * deficits));
        for (var outer = 0; outer < perState / inner; outer++)
            foreach (var move in today.Moves)
            {
                var from = ((outer * today.StatesBefore) + move.From) * inner;
                var to = ((outer * today.StatesAfter) + move.To) * inner;
                for (var i = 0; i < inner; i++) Enter(cells[from + i], i % deficits, arrived, to + i, move);
            }

        foreach (var cell in cells) cell.Clear();
        cells = arrived;
        statesByReceipt[receipt] = today.StatesAfter;
        CollapseTails();
    }

    private static void Enter(MassWindow from, int deficit, MassWindow[] arrived, int to, in ReceiptMove move)
    {
        for (var i = 0; i < move.Units.Weights.Length && from.Count > 0; i++)
        {
            var units = move.Units.First + i;
            var madeGood = (int)Math.Min(deficit, units);
            arrived[to - madeGood].Add(
                from.First + units - madeGood, from.Weights, move.Probability * move.Units.Weights[i]);
        }
    }

    /// <summary>The need of a day arises and is served.</summary>
    public void Serve(NeedTable need)
    {
        if (need.Last == 0) return;
        for (var group = 0; group < cells.Length; group += layers * deficits)
            for (var deficit = 0; deficit < deficits; deficit++)
                for (var layer = layers - 1; layer >= 0; layer--) // From the top, for unmet units go up.
                    Serve(group + deficit, layer, need);
        CollapseTails();
    }

    private void Serve(int lowest, int layer, NeedTable need)
    {
        var top = layers - 1;
        var at = lowest + (layer * deficits);
        if (cells[at].Count == 0) return;
        (cells[at], before) = (before, cells[at]);
        if (layer == top && problem.Waits)
        {
            cells[at].AddLessNeed(before.First, before.Weights, need, problem.Uses);
            before.Clear();
            return;
        }

        var served = before.WeightsFrom(0);
        scratch.AddLessNeed(Math.Max(0, before.First), served, need, problem.Uses);
        cells[at].Add(Math.Max(0, scratch.First), scratch.WeightsFrom(0), 1);
        AddUnmet(lowest, layer);
        scratch.Clear();

        var waiting = before.WeightsBelow(0);
        for (var i = 0; i < need.Weights.Length && !waiting.IsEmpty; i++)
        {
            var units = need.First + i;
            var above = lowest + ((int)Math.Min(top, layer + units) * deficits);
            cells[above].Add(before.First - (problem.Uses * units), waiting, need.Weights[i]);
        }

        before.Clear();
    }

    /// <summary>What the scratch holds below 0 went short there: by one unit for each `uses` items begun.</summary>
    private void AddUnmet(int lowest, int layer)
    {
        var uses = problem.Uses;
        var below = scratch.WeightsBelow(0);
        var highest = Math.Min(scratch.Last, -1) + 1; // A large need that is known leaves nothing just below 0.
        for (var end = highest / uses * uses; end > scratch.First && meter.Exceeded is null; end -= uses)
        {
            var begin = Math.Max(scratch.First, end - uses);
            var units = 1 - (end / uses);
            var above = lowest + ((int)Math.Min(layers - 1, layer + units) * deficits);
            var piece = below[Within(begin)..Within(end)];
            cells[above].Add(problem.Waits ? begin : begin - end + uses, piece, 1);
        }
    }

    private int Within(long net) => (int)Math.Clamp(net - scratch.First, 0, scratch.WeightsBelow(0).Length);

    /// <summary>Each state that has mass, in a fixed order.</summary>
    public IEnumerable<(int Layer, int Deficit, MassWindow Net)> Cells()
    {
        for (var i = 0; i < cells.Length; i++)
            if (cells[i].Count > 0) yield return (i / deficits % layers, i % deficits, cells[i]);
    }

    private void CollapseTails()
    {
        foreach (var cell in cells) cell.CollapseTails();
    }

    private MassWindow[] NewCells(int groups) =>
        [.. Enumerable.Range(0, groups * layers * deficits).Select(_ => new MassWindow(meter))];
}
