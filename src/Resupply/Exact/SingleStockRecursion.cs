using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Exact;

/// <summary>
/// Solves a single stock day by day: the law of the stock at 24:00 follows from that of the day before by adding what
/// the receipts' chains bring and convolving with the day's need.
/// </summary>
/// <remarks>
/// Compound needs come from Panjer, "Recursive evaluation of a family of compound distributions", ASTIN Bulletin 12,
/// 1981, eq. (3). The only approximation is that tails of at most 1e-16 are gathered at their own mean each day.
/// </remarks>
public static class SingleStockRecursion
{
    /// <summary>The solution, or null with the limit that it would have passed.</summary>
    /// <exception cref="ArgumentException">The problem is none: a negative need, say.</exception>
    public static (SingleStockSolution? Solution, string? Reason) Solve(
        SingleStockProblem problem,
        SingleStockQuestion? question = null)
    {
        var asked = question ?? new SingleStockQuestion();
        if (Complaint(problem, asked) is { } complaint) throw new ArgumentException(complaint, nameof(problem));
        var meter = new WorkMeter(asked.Limits);
        var law = new StockLaw(problem, asked.UnmetMax + 2, meter);
        var notes = new SingleStockNotes(problem, asked, meter);
        var days = problem.NeedByDay.Length;
        ImmutableArray<ReceiptChain> chains =
            [.. problem.Receipts.Select(receipt => new ReceiptChain(receipt, days, meter))];
        var tables = new Dictionary<Pmf, NeedTable>(ReferenceEqualityComparer.Instance);

        for (var day = 0; day < days && meter.Exceeded is null; day++)
        {
            for (var i = 0; i < chains.Length && meter.Exceeded is null; i++)
                if (chains[i].On(day) is { } today) law.Receive(i, today);

            var need = problem.NeedByDay[day];
            if (!tables.TryGetValue(need, out var table)) tables.Add(need, table = new NeedTable(need));
            notes.BeforeNeed(law, table);
            law.Serve(table);
            notes.AtMidnight(law, day);
        }

        return meter.Exceeded is { } reason ? (null, reason) : (notes.Solution(), null);
    }

    private static string? Complaint(SingleStockProblem problem, SingleStockQuestion asked)
    {
        if (problem.InitialOnHand.First < 0) return "less than nothing on hand";
        if (problem.Uses < 1) return "a unit of need uses no item";
        if (problem.Keeps < 0) return "less than nothing is kept";
        if (problem.NeedByDay.Any(need => need.First < 0)) return "less than nothing needed";
        if (asked.UnmetMax < 0) return "less than nothing unmet asked for";
        if (asked.Days.Any(day => day < 0 || day >= problem.NeedByDay.Length))
            return "a day asked for beyond the calendar";
        return problem.Receipts.Select(Complaint).FirstOrDefault(complaint => complaint is not null);
    }

    private static string? Complaint(Receipt receipt)
    {
        var offsets = receipt.Offsets;
        if (offsets is not [0, ..]) return "a receipt whose first tranche does not come on its first day";
        if (offsets.Zip(offsets.Skip(1)).Any(two => two.First > two.Second)) return "tranches out of order";
        if (Math.Abs(receipt.Loads.Sum(load => load.Probability) - 1) > 1e-9) return "loads that do not sum to one";
        if (receipt.Loads.Any(load => load.Units.Length != offsets.Length)) return "a load of other tranches";
        if (receipt.Loads.Any(load => load.Units.Any(units => units < 0))) return "a load of less than nothing";
        return receipt is { Confirmed: >= 0 and <= 1, LostOnTheWay: >= 0 and <= 1 } ? null : "a chance beyond 0 to 1";
    }
}
