using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Production;
using Resupply.Readiness;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>
/// Which values can make a difference to a question: those from which a way leads to it through stocks, shipments,
/// lanes whose lift is limited, money, orders of a line, spares and crews, by the question's last day. All draws are by
/// path, so a value from which no way leads changes no byte of the answer. A way that leads may yet change nothing.
/// </summary>
public sealed class ReachMap
{
    private static readonly ImmutableArray<string> KnownSections =
    [
        "unknowns", "lanes", "items", "stocks", "counts", "demands", "shipments", "authorities", "fleets", "crews",
        "lines", "orders", "releases", "restrictions",
    ];

    private readonly ILookup<string, Value> byThing;

    /// <param name="unknowns">In the order of their slots.</param>
    /// <param name="values">Every value that the scenario states.</param>
    public ReachMap(
        SupplyPlan supply,
        ReadinessPlan readiness,
        ProductionPlan production,
        ImmutableArray<Value> unknowns,
        ImmutableArray<Value> values,
        Day last)
    {
        (Supply, Readiness, Production, Unknowns, Values, Last) = (
            supply, readiness, production, unknowns, values, last);
        byThing = values.ToLookup(value => ThingOf(value.Path));
        Repairs = [.. RepairsOf(readiness)];
    }

    internal SupplyPlan Supply { get; }

    internal ReadinessPlan Readiness { get; }

    internal ProductionPlan Production { get; }

    internal ImmutableArray<Value> Unknowns { get; }

    internal ImmutableArray<Value> Values { get; }

    /// <summary>The last day of the calendar.</summary>
    internal Day Last { get; }

    /// <summary>Every way of removed units: of what, from which site, to which place.</summary>
    internal ImmutableArray<Repair> Repairs { get; }

    /// <summary>Values of sections that this map knows nothing of: taken to reach every answer.</summary>
    internal IEnumerable<Value> Unplaced => Values.Where(value => !IsPlaced(value.Path));

    /// <summary>What reaches a question; nothing where an option removed what it asks about.</summary>
    public Reach Of(Question question) => ReachSearch.Of(this, question, onAnyDay: false);

    /// <summary>The same where what comes may come on any other day: no way is closed for coming too late.</summary>
    public Reach OnAnyDay(Question question) => ReachSearch.Of(this, question, onAnyDay: true);

    /// <summary>What a patch changes: things, or all of a site or a section where it does not name them.</summary>
    internal static IEnumerable<string> ThingsIn(Node.Map patch) =>
        from section in patch.Entries
        from thing in ThingsIn(section, section.Key.Text is "stocks" or "counts" ? 3 : 2)
        select thing;

    /// <summary>Whether this map knows to what it leads.</summary>
    internal static bool IsPlaced(string path) => KnownSections.Contains(path.Split('.')[0]);

    /// <summary>The values of a thing, as `shipments.november` or `stocks.theatre.patriot`.</summary>
    internal IEnumerable<Value> Of(string thing) => byThing[thing];

    /// <summary>What of a path comes after its thing: `contents` in `shipments.november.contents.patriot`.</summary>
    internal static string KeyOf(string path)
    {
        var after = path.AsSpan(Math.Min(path.Length, ThingOf(path).Length + 1));
        var end = after.IndexOf('.');
        return new string(end < 0 ? after : after[..end]);
    }

    private static IEnumerable<string> ThingsIn(Node.Entry entry, int length) =>
        length > 1 && entry.Value is Node.Map { Entries: { IsEmpty: false } inside }
            ? inside.SelectMany(each => ThingsIn(each, length - 1)).Select(name => $"{entry.Key.Text}.{name}")
            : [entry.Key.Text];

    private static string ThingOf(string path)
    {
        var parts = path.Split('.');
        var length = parts[0] is "stocks" or "counts" ? 3 : 2;
        return string.Join('.', parts.Take(length));
    }

    private static IEnumerable<Repair> RepairsOf(ReadinessPlan readiness)
    {
        var homes = RepairRoutes.Homes(readiness);
        return from part in readiness.Parts
               from place in part.Places
               from home in homes[part.Item]
               select new Repair(part, place, home);
    }

    /// <summary>A way of units of a part through one place of repair.</summary>
    /// <param name="Home">The site that sends them.</param>
    internal sealed record Repair(Part Part, RepairPlace Place, string Home)
    {
        public string Name => $"{Part.Item} of {Home} at {Place.Name}";
    }
}

/// <summary>What can make a difference to one question.</summary>
/// <param name="values">In file order.</param>
/// <param name="things">As `demands.ballistic`, `fleets.f16`.</param>
public sealed class Reach(ImmutableArray<Value> values, IReadOnlySet<string> things)
{
    private readonly HashSet<string> paths = [.. values.Select(value => value.Path)];
    private readonly IReadOnlySet<string> things = things;

    /// <summary>The values that can make a difference, in file order.</summary>
    public ImmutableArray<Value> Values => values;

    public bool Has(string path) => paths.Contains(path);

    /// <summary>What can make a difference to any of several questions.</summary>
    public static Reach Together(IReadOnlyCollection<Reach> reaches) => new(
        [.. reaches.SelectMany(reach => reach.Values).Distinct()],
        reaches.SelectMany(reach => reach.things).ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether anything of a thing can make a difference.</summary>
    /// <param name="thing">As `shipments.november`, or a section.</param>
    public bool HasAnyOf(string thing)
    {
        var inside = $"{thing}.";
        return things.Contains(thing) || paths.Concat(things).Any(
            path => path.StartsWith(inside, StringComparison.Ordinal) || path == thing);
    }

    /// <summary>The plans without what makes no difference and nothing else refers to: it need not be played.</summary>
    public (SupplyPlan Supply, ReadinessPlan Readiness, ProductionPlan Production) Within(
        SupplyPlan supply, ReadinessPlan readiness, ProductionPlan production)
    {
        // Dates that are drawn together with something must be drawn, though nothing else of their thing matters.
        var isAnyPart = HasAnyOf("fleets") || HasAnyOf("crews") || HasAnyOf("repairs") || HasAnyOf("parts");
        var isAnyLine = HasAnyOf("lines") || HasAnyOf("orders");
        return (
            supply with
            {
                Demands = [.. supply.Demands.Where(demand => Plays("demands", demand.Name))],
                Shipments = [.. supply.Shipments.Where(shipment => Plays("shipments", shipment.Name))],
            },
            isAnyPart
                ? readiness with { Fleets = [.. readiness.Fleets.Where(fleet => Plays("fleets", fleet.Name))] }
                : ReadinessPlan.Nothing,
            isAnyLine ? production : ProductionPlan.Nothing);
    }

    private bool Plays(string section, string name) => HasAnyOf($"{section}.{name}");
}
