using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>
/// Watches one replication for one question and leaves a whole number (or two, for a ratio; or none).
/// </summary>
/// <param name="First">The first day at whose close it looks; days that it never looks at cost nothing.</param>
/// <param name="Last">The last such day; before the first: it looks only at the end.</param>
public abstract partial class Probe(int First, int Last)
{
    /// <summary>Shares are counted in billionths.</summary>
    public const long ShareUnit = 1_000_000_000;

    /// <summary>Days of supply are counted in millionths.</summary>
    public const long DaysUnit = 1_000_000;

    public int First { get; } = First;

    public int Last { get; } = Last;

    /// <summary>The days at whose close it must look; between them it need not.</summary>
    public virtual IEnumerable<int> Days => Enumerable.Range(First, Last - First + 1);

    public long X { get; protected set; }

    /// <summary>For a ratio: what X is of.</summary>
    public long Y { get; protected set; }

    public bool IsNone { get; protected set; }

    /// <summary>The answer is the sum of X over the sum of Y.</summary>
    public virtual bool IsRatio => false;

    public virtual void Begin()
    {
    }

    public abstract void Look(int day);

    /// <summary>The fewest whole units that are this share; 55 of 100 are 55 %, whatever 0.55 × 100 comes to.</summary>
    internal static long UnitsFor(double share, long of) => (long)Math.Ceiling((share * of) - (1e-9 * (of + 1)));

    /// <summary>The earliest shortage among some demands is after the day, or never.</summary>
    public sealed class Covered(Serving serving, int[] demands, int until) : Probe(0, -1)
    {
        public override void Look(int day)
        {
            X = 1;
            foreach (var demand in demands)
            {
                if (serving.FirstShortage[demand] <= until) X = 0;
            }
        }
    }

    public sealed class Shortage(Serving serving, int[] demands) : Probe(0, -1)
    {
        public override void Look(int day)
        {
            var first = Serving.Never;
            foreach (var demand in demands) first = Math.Min(first, serving.FirstShortage[demand]);
            IsNone = first == Serving.Never;
            X = first;
        }
    }

    /// <summary>Met and needed, as a ratio; with a share asked for, whether it was reached.</summary>
    public sealed class Met(Serving serving, int[] demands, int until, double? atLeast) : Probe(until, until)
    {
        public override bool IsRatio => atLeast is null;

        public override void Look(int day)
        {
            (X, Y) = (0, 0);
            foreach (var demand in demands)
            {
                X += serving.Met[demand];
                Y += serving.Needed[demand];
            }

            if (atLeast is { } share) X = X >= UnitsFor(share, Y) ? 1 : 0;
        }
    }

    public sealed class Unmet(Serving serving, int[] demands, int until) : Probe(until, until)
    {
        public override void Look(int day)
        {
            X = 0;
            foreach (var demand in demands) X += serving.Needed[demand] - serving.Met[demand];
        }
    }

    public sealed class Backlog(Serving serving, int demand, int when) : Probe(when, when)
    {
        public override void Look(int day) => X = serving.Backlog[demand];
    }

    public sealed class OnHand(SupplyLedger ledger, int stock, int when, double? atLeast, bool net) : Probe(when, when)
    {
        public override void Look(int day)
        {
            X = ledger.OnHand[stock] - (net ? ledger.Waiting(stock) : 0);
            if (atLeast is { } units) X = X >= units ? 1 : 0;
        }
    }

    /// <summary>What waits at a stock at a day's end.</summary>
    public sealed class Backorders(SupplyLedger ledger, int stock, int when) : Probe(when, when)
    {
        public override void Look(int day) => X = ledger.Waiting(stock);
    }

    /// <summary>What waits at a stock over both days and all the time between, in units times ticks.</summary>
    public sealed class AverageBackorders(SupplyLedger ledger, int stock, int from, int to)
        : Probe(Math.Max(0, from - 1), to)
    {
        private long before;

        public override IEnumerable<int> Days => [First, Last];

        public override void Begin() => before = 0;

        public override void Look(int day)
        {
            var waited = ledger.WaitedTicks(stock, Clock.At(day + 1));
            if (day < from) before = waited;
            else X = waited - before;
        }
    }

    /// <summary>On hand over the mean daily need of items in the 30 days after.</summary>
    public sealed class DaysOfSupply(SupplyProcess supply, DemandModel[] demands, int stock, int when)
        : Probe(when, when)
    {
        private const int DaysAhead = 30;

        public override void Look(int day)
        {
            var items = 0.0;
            foreach (var demand in demands)
            {
                var units = 0.0;
                for (var ahead = 1; ahead <= DaysAhead; ahead++)
                    units += supply.Serving.MeanNeed(demand.Index, day + ahead);
                items += units * supply.Serving.UsesOfFirst(demand.Index);
            }

            IsNone = !(items > 0);
            X = IsNone ? 0 : Values.Rounding.HalfUp(supply.Ledger.OnHand[stock] * DaysAhead / items * DaysUnit);
        }
    }

    /// <summary>The share of what was promised that is there, or whether each shipment reached what is asked.</summary>
    public sealed class Arrived(
        SupplyLedger ledger, int[] shipments, int by, double? atLeast, bool isShare) : Probe(by, by)
    {
        public override void Look(int day)
        {
            if (atLeast is { } least)
            {
                X = 1;
                foreach (var shipment in shipments)
                {
                    var enough = isShare ? UnitsFor(least, ledger.Promised[shipment]) : least;
                    if (ledger.Arrived[shipment] < enough) X = 0;
                }

                return;
            }

            long arrived = 0, promised = 0;
            foreach (var shipment in shipments)
            {
                arrived += ledger.Arrived[shipment];
                promised += ledger.Promised[shipment];
            }

            X = promised == 0 ? ShareUnit : Proportion.Of(arrived, ShareUnit, promised);
        }
    }

    public sealed class Money(SupplyLedger ledger, int authority, int by, bool isShare) : Probe(by, by)
    {
        public override void Look(int day)
        {
            var (spent, amount) = (ledger.Spent[authority], ledger.Amount[authority]);
            X = !isShare ? amount - spent : amount == 0 ? ShareUnit : Proportion.Of(spent, ShareUnit, amount);
        }
    }
}
