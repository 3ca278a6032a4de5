using Resupply.Production;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>The probes that watch orders.</summary>
public abstract partial class Probe
{
    /// <summary>The share of what was ordered that is there, or whether each order reached what is asked.</summary>
    public sealed class Delivered(
        ProductionProcess production, int[] orders, int by, double? atLeast, bool isShare) : Probe(by, by)
    {
        public override void Look(int day)
        {
            var ordered = production.Allocation.Quantity;
            if (atLeast is { } least)
            {
                X = 1;
                foreach (var order in orders)
                {
                    var enough = isShare ? UnitsFor(least, ordered[order]) : least;
                    if (production.Delivered[order] < enough) X = 0;
                }

                return;
            }

            long delivered = 0, of = 0;
            foreach (var order in orders)
            {
                delivered += production.Delivered[order];
                of += ordered[order];
            }

            X = of == 0 ? ShareUnit : Proportion.Of(delivered, ShareUnit, of);
        }
    }

    public sealed class Late(ProductionProcess production, int[] orders, int until) : Probe(until, until)
    {
        public override void Look(int day)
        {
            X = 0;
            foreach (var order in orders) X += production.LateUnitDays(order, day);
        }
    }
}
