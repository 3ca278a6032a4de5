using System.Runtime.CompilerServices;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Production;

/// <summary>Whether what was drawn for a replication can be: else an error of the run names the draw.</summary>
internal static class OrderDraws
{
    /// <exception cref="DrawException">An order is too large, or what is due in all falls.</exception>
    public static void Check(ProductionModel model, long replication, double[] once)
    {
        foreach (var order in model.Orders)
        {
            var quantity = Rounding.Count(once[order.Quantity]);
            if (quantity > ProductionLimits.UnitsMax)
                throw Bad($"orders.{order.Name}.quantity", replication, $"{quantity} units were drawn; at most " +
                    $"{ProductionLimits.UnitsMax} are possible");
            for (var i = 1; i < order.Due.Length; i++)
            {
                var before = Rounding.Count(once[order.Due[i - 1].Units]);
                var due = Rounding.Count(once[order.Due[i].Units]);
                if (due >= before) continue;
                throw Bad(
                    $"orders.{order.Name}.due.{model.From + order.Due[i].Day}",
                    replication,
                    $"{due} units in all were drawn, fewer than the {before} that are due by " +
                    $"{model.From + order.Due[i - 1].Day}");
            }
        }
    }

    /// <exception cref="DrawException">A line makes more in a day than can be counted to the end.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(double items, LineModel line, long replication)
    {
        if (!(items <= ProductionLimits.UnitsMax)) throw TooMany(items, line, replication);
    }

    private static DrawException TooMany(double items, LineModel line, long replication) => Bad(
        $"lines.{line.Name}.{(line.DaysOfRate == 1 ? "per-day" : "per-month")}",
        replication,
        Invariant($"{items:0} items were drawn for one day; at most {ProductionLimits.UnitsMax} are possible"));

    private static DrawException Bad(string path, long replication, string problem) =>
        new(path, replication, new DrawException(problem));
}
