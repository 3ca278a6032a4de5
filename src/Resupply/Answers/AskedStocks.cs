using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Supply;

namespace Resupply.Answers;

/// <summary>Stocks that only a question speaks of: they are empty all along, and whoever asks is told.</summary>
public static class AskedStocks
{
    public static SupplyPlan AddTo(SupplyPlan plan, ImmutableArray<Question> questions, Diagnostics diagnostics)
    {
        var known = plan.Stocks.Select(stock => stock.Place).ToHashSet();
        var empty = new List<Stock>();
        foreach (var question in questions)
        {
            if (question.Stock is not { } asked || known.Contains(asked)) continue;
            diagnostics.Warn(
                question.At,
                $"question `{question.Name}` asks for `{asked.Item}` at `{asked.Site}`, which holds none and gets none",
                $"add stocks.{asked.Site}.{asked.Item}, or ask at another site");
            empty.Add(Stock.Empty(asked.Site, asked.Item, question.At));
        }

        return plan.WithStocks(empty);
    }
}
