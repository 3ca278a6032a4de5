using Resupply.Values;

namespace Resupply.Supply;

/// <summary>What may keep a tranche from leaving, in the order in which it is asked.</summary>
public enum Hindrance
{
    Unconfirmed,
    Unreleased,
    Floor,
    Unpaid,
}

/// <summary>Where it is noted what kept a shipment back: shipment by shipment, in the order above.</summary>
internal static class Hindrances
{
    private const int Kinds = 4;

    public static int Length(SupplyModel model) => model.Shipments.Length * Kinds;

    public static int At(int shipment, Hindrance hindrance) => (shipment * Kinds) + (int)hindrance;
}

/// <summary>Shipments: what was promised, when each tranche leaves, what it is drawn from and charged to.</summary>
public sealed partial class Shipping(
    SupplyModel model, SupplyLedger ledger, Serving serving, Arrivals arrivals, LaneQueues lanes)
{
    private const int None = DayHeads.None;

    private readonly DayHeads firstOfDay = new(model.Days);
    private readonly long[] units =
        new long[model.Shipments.Sum(shipment => shipment.TranchesMax * shipment.Contents.Length)];
    private readonly int[] firstUnits = FirstUnits(model);
    private readonly Departure[] departures = new Departure[
        model.Packages.Length + model.Shipments.Sum(shipment => shipment.TranchesMax)];

    private int count;
    private double[] once = [];

    /// <summary>
    /// In this replication, was a tranche of the shipment kept back by this: see Hindrances.
    /// </summary>
    public readonly bool[] Hindered = new bool[Hindrances.Length(model)];

    /// <summary>In this replication, could the package not be paid.</summary>
    public readonly bool[] PackageUnpaid = new bool[model.Packages.Length];

    /// <summary>
    /// The day on which each tranche left, or was to come where it has only an arrival; -1: it did not.
    /// </summary>
    public readonly int[] LeftOn = new int[model.Shipments.Sum(shipment => shipment.TranchesMax)];

    private long replication;

    public void Begin(long number, double[] drawn)
    {
        (replication, once, count) = (number, drawn, 0);
        firstOfDay.Clear();
        Array.Fill(LeftOn, None);
        Array.Clear(Hindered);
        Array.Clear(PackageUnpaid);
        for (var i = 0; i < model.Authorities.Length; i++)
            ledger.Amount[i] = Money(once[model.Authorities[i].Amount]);
        for (var i = 0; i < model.Authorities.Length; i++) SpendBefore(i);
        for (var i = 0; i < model.Packages.Length; i++)
        {
            ref readonly var package = ref model.Packages[i];
            Plan(DayOf(once[package.When]), new Departure(package.FileRank, None, i, None));
        }

        foreach (var shipment in model.Shipments) Promise(shipment);
        Due = firstOfDay.Next(0);
    }

    /// <summary>The next day on which anything leaves; the calendar's length: nothing does.</summary>
    public int Due { get; private set; }

    /// <summary>The day's departures, in file order.</summary>
    public void Open(int day)
    {
        if (day < Due) return;
        for (var index = firstOfDay[day]; index != None; index = departures[index].Next)
        {
            ref readonly var departure = ref departures[index];
            if (departure.Shipment == None) Pay(day, departure.Tranche);
            else Leave(day, model.Shipments[departure.Shipment], departure.Tranche);
        }

        Due = firstOfDay.Next(day + 1);
    }

    private static int[] FirstUnits(SupplyModel model)
    {
        var first = new int[model.Shipments.Length];
        for (var i = 1; i < first.Length; i++)
            first[i] = first[i - 1] + (model.Shipments[i - 1].TranchesMax * model.Shipments[i - 1].Contents.Length);
        return first;
    }

    private static long Money(double amount) => Rounding.HalfUp(amount * SupplyModel.MoneyUnit);

    private int DayOf(double date) => CalendarDays.Of(date, model.From, model.Days);

    private void Promise(ShipmentModel shipment)
    {
        var quantities = units.AsSpan(firstUnits[shipment.Index], shipment.Contents.Length);
        Quantities(shipment, quantities);
        var promised = 0L;
        foreach (var quantity in quantities) promised += quantity;
        var came = shipment.Past?.CameInAll ?? 0;
        ledger.Promised[shipment.Index] = Math.Max(promised, came);
        ledger.Arrived[shipment.Index] = came;
        if (shipment.IsFixed) return;
        if (shipment.Comes >= 0 && once[shipment.Comes] < 0.5)
        {
            Hindered[Hindrances.At(shipment.Index, Hindrance.Unconfirmed)] = true;
            return;
        }

        var tranches = TranchesOf(shipment);
        var first = Rounding.Whole(once[shipment.Departs >= 0 ? shipment.Departs : shipment.Arrives]);
        var granted = shipment.Granted < 0 ? double.NegativeInfinity : once[shipment.Granted];
        var behind = shipment.Past is null ? 0 : TranchesBehind(shipment, tranches, first, granted);
        if (shipment.Past is { } past) Resume(shipment, past, tranches, behind);
        else Split(shipment, tranches);
        for (var tranche = behind; tranche < tranches; tranche++)
        {
            var own = DateOf(shipment, first, tranche);
            if (shipment.Rescheduled is { } moved)
                own = moved.DateOf(own, DateOf(shipment, 0, tranche - behind));
            var day = DayOf(Math.Max(own, granted));
            if (day >= model.Days)
            {
                if (DayOf(own) < model.Days) Hindered[Hindrances.At(shipment.Index, Hindrance.Unreleased)] = true;
                continue;
            }

            Plan(day, new Departure(shipment.FileRank, shipment.Index, tranche, None));
        }

        for (var tranche = 0; tranche < behind; tranche++) SetOut(shipment, tranche, first);
    }

    private double DateOf(ShipmentModel shipment, double first, int tranche) =>
        shipment.Every < 0 ? first : first + (tranche * once[shipment.Every]);

    private void Quantities(ShipmentModel shipment, Span<long> quantities)
    {
        var stated = 0L;
        for (var i = 0; i < quantities.Length; i++)
        {
            quantities[i] = shipment.Contents[i].Quantity < 0 ? 0 : Rounding.Count(once[shipment.Contents[i].Quantity]);
            stated += quantities[i];
        }

        if (shipment.Rest >= 0)
            quantities[shipment.Rest] = Math.Max(0, Rounding.Count(once[shipment.Total]) - stated);
    }

    private int TranchesOf(ShipmentModel shipment)
    {
        if (shipment.Tranches < 0) return 1;
        var tranches = Math.Max(1, Rounding.Count(once[shipment.Tranches]));
        return tranches <= shipment.TranchesMax
            ? (int)tranches
            : throw new DrawException(
                $"shipments.{shipment.Name}.tranches",
                replication,
                new DrawException($"{tranches} were drawn; at most {shipment.TranchesMax} are possible"));
    }

    /// <summary>Tranche i of n is round(Q·i/n) − round(Q·(i−1)/n), for each of the contents.</summary>
    private void Split(ShipmentModel shipment, int tranches)
    {
        var contents = shipment.Contents.Length;
        var first = firstUnits[shipment.Index];
        for (var content = 0; content < contents; content++)
        {
            var quantity = units[first + content];
            for (var tranche = tranches - 1; tranche >= 0; tranche--)
            {
                units[first + (tranche * contents) + content] =
                    Tranches.Upto(quantity, tranche + 1, tranches) - Tranches.Upto(quantity, tranche, tranches);
            }
        }
    }

    /// <summary>Into the day's list, which is kept in file order.</summary>
    private void Plan(int day, Departure departure)
    {
        if (day >= model.Days) return;
        var added = count++;
        var before = None;
        var after = firstOfDay[day];
        while (after != None && departures[after].FileRank <= departure.FileRank)
            (before, after) = (after, departures[after].Next);
        departures[added] = departure with { Next = after };
        if (before == None) firstOfDay.Put(day, added);
        else departures[before].Next = added;
    }

    private void Pay(int day, int package)
    {
        ref readonly var paid = ref model.Packages[package];
        PackageUnpaid[package] = !Charge(paid.Authority, Money(once[paid.Amount]), day);
    }

    private bool Charge(int authority, long cost, int day)
    {
        var expires = model.Authorities[authority].Expires;
        if (expires >= 0 && model.From.Number + day > Rounding.Whole(once[expires])) return false;
        if (ledger.Spent[authority] + cost > ledger.Amount[authority]) return false;
        ledger.Spent[authority] += cost;
        return true;
    }

    private void Leave(int day, ShipmentModel shipment, int tranche)
    {
        var loads = units.AsSpan(
            firstUnits[shipment.Index] + (tranche * shipment.Contents.Length), shipment.Contents.Length);
        if (Hinders(shipment, loads, day) is { } hindrance)
        {
            Hindered[Hindrances.At(shipment.Index, hindrance)] = true;
            return;
        }

        LeftOn[shipment.FirstTranche + tranche] = day;
        var travel = TravelDays(shipment, tranche);
        for (var i = 0; i < loads.Length; i++)
        {
            if (loads[i] > 0) Send(day, shipment, tranche, i, loads[i], travel);
        }
    }

    private Hindrance? Hinders(ShipmentModel shipment, Span<long> loads, int day)
    {
        var cost = 0L;
        for (var i = 0; i < loads.Length; i++)
        {
            var content = shipment.Contents[i];
            if (content.FromStock >= 0) serving.Settle(content.FromStock, day);
            if (content.FromStock >= 0 && loads[i] > 0
                && ledger.OnHand[content.FromStock] - loads[i] < Floor(content.FromStock))
                return Hindrance.Floor;
            if (shipment.Authority >= 0 && content.Price >= 0) cost += loads[i] * Money(once[content.Price]);
        }

        return shipment.Authority >= 0 && !Charge(shipment.Authority, cost, day) ? Hindrance.Unpaid : null;
    }

    private long Floor(int stock) =>
        model.Stocks[stock].Floor < 0 ? 0 : Rounding.Count(once[model.Stocks[stock].Floor]);

    private int TravelDays(ShipmentModel shipment, int tranche)
    {
        if (shipment.Departs < 0 || shipment.Lane < 0) return 0;
        var lane = model.Lanes[shipment.Lane];
        if (lane.Journey is null) return 0;
        try
        {
            return Journeys.Days(lane.Journey, once, shipment.JourneyStream.At(replication).At(tranche), model.Days);
        }
        catch (DrawException problem)
        {
            throw new DrawException($"lanes.{lane.Name}.takes", replication, problem);
        }
    }

    private void Send(int day, ShipmentModel shipment, int tranche, int content, long sent, int travel)
    {
        var (stock, item, fromStock) = (
            shipment.Contents[content].Stock, shipment.Contents[content].Item, shipment.Contents[content].FromStock);
        if (fromStock >= 0) ledger.OnHand[fromStock] -= sent;
        else ledger.SentFromOutside[item] += sent;
        var lost = Losses(shipment, tranche, content, sent);
        ledger.LostOnTheWay[item] += lost;
        ledger.InTransit[item] += sent - lost;
        var load = new Load(stock, sent, lost, travel, shipment.Index, shipment.FirstTranche + tranche);
        if (shipment.Departs >= 0 && shipment.Lane >= 0) lanes.Ask(shipment.Lane, day, load);
        else arrivals.AddTranche(day, stock, sent - lost, shipment.Index, shipment.FirstTranche + tranche);
    }

    private long Losses(ShipmentModel shipment, int tranche, int content, long sent)
    {
        if (shipment.Lost < 0 || once[shipment.Lost] <= 0) return 0;
        var uniform = shipment.Contents[content].LossStream.At(replication).Uniform(tranche);
        return (long)DistributionFunctions.Quantile(Distribution.Binomial, [sent, once[shipment.Lost]], uniform);
    }

    /// <summary>A tranche (or a package: then shipment is -1 and tranche its index) that leaves on a day.</summary>
    private record struct Departure(int FileRank, int Shipment, int Tranche, int Next);
}
