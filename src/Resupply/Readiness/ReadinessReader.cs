using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Readiness;

/// <summary>
/// From the checked form of a scenario to its readiness plan; what form alone cannot tell is checked next door.
/// </summary>
public static class ReadinessReader
{
    /// <summary>Reads the plan. It may be used only where no error was reported, here or by the checks.</summary>
    public static ReadinessPlan Read(Form.Fields scenario) => new(
        [.. scenario.MapAt("items").Select(ReadPart).OfType<Part>()],
        [.. scenario.MapAt("fleets").Select(ReadFleet).OfType<Fleet>()],
        [.. scenario.MapAt("crews").Select(ReadCrew).OfType<Crew>()],
        [.. ReadUnserviceable(scenario)]);

    /// <summary>Null where nothing is said of it as a part.</summary>
    private static Part? ReadPart(Form.Named named)
    {
        if (named.Form is not Form.Fields fields || !ReadinessShapes.ItemKeys.Any(key => fields.Has(key.Name)))
            return null;
        return new Part(
            named.Name,
            fields.ValueAt("fails"),
            fields.TextAt("ages") == "always",
            fields.ValueAt("age"),
            ReadPlaces(fields["repair"]),
            fields["replace"] is Form.Fields replace ? ReadWork(replace) : null,
            [
                .. from site in fields.MapAt("removals")
                   where site.Form is Form.Single
                   select new RemovalStream(site.Name, ((Form.Single)site.Form).Value, site.NameAt),
            ],
            named.NameAt);
    }

    /// <summary>One place, or several by name; a repair of which nothing is said is one here, in no time.</summary>
    private static ImmutableArray<RepairPlace> ReadPlaces(Form? repair) => repair switch
    {
        Form.Fields fields => [ReadPlace(null, fields, fields["at"]?.At ?? fields.At)],
        Form.Map { Entries.IsEmpty: true } map => [new RepairPlace(
            null, null, new Work([], null, map.At), null, null, null, null, map.At)],
        Form.Map map =>
        [
            .. map.Entries.Where(entry => entry.Form is Form.Fields)
                .Select(entry => ReadPlace(entry.Name, (Form.Fields)entry.Form, entry.NameAt)),
        ],
        _ => [],
    };

    private static RepairPlace ReadPlace(string? name, Form.Fields fields, Span at) => new(
        name,
        fields.TextAt("at") is { } site && site != "here" ? site : null,
        ReadWork(fields),
        fields.ValueAt("condemned"),
        fields.TextAt("via"),
        fields.TextAt("back"),
        fields.ValueAt("share"),
        at)
    {
        ViaAt = fields["via"]?.At ?? at,
        BackAt = fields["back"]?.At ?? at,
    };

    private static Work ReadWork(Form.Fields fields) => new(
        [.. fields.WordsAt("crew").Select(crew => crew.Text)],
        fields.ValueAt("takes"),
        fields["crew"]?.At ?? fields.At);

    private static Fleet? ReadFleet(Form.Named named)
    {
        if (named.Form is not Form.Fields fields) return null;
        if (fields.TextAt("at") is not { } site || fields.ValueAt("size") is not { } size) return null;
        return new Fleet(
            named.Name,
            site,
            size,
            fields.ValueAt("operates"),
            [.. ReadCounts(fields, "parts")],
            [.. ReadCounts(fields, "missing")],
            [.. fields.MapAt("inspections").Select(ReadInspection).OfType<Inspection>()],
            ReadUpkeep(fields["upkeep"]),
            [.. ReadJoinings(fields, "joins", "size")],
            [.. ReadJoinings(fields, "leaves", "size")],
            fields.ValueAt("losses-per-month"),
            fields.FlagAt("cannibalize"),
            named.NameAt);
    }

    private static IEnumerable<CountOfPart> ReadCounts(Form.Fields fields, string key) =>
        from item in fields.MapAt(key)
        where item.Form is Form.Single
        select new CountOfPart(item.Name, ((Form.Single)item.Form).Value, item.NameAt);

    private static Inspection? ReadInspection(Form.Named named) =>
        named.Form is Form.Fields fields && fields.ValueAt("every") is { } every
            ? new Inspection(
                named.Name, every, fields.ValueAt("since"), ReadWork(fields), fields.TextAt("at"), named.NameAt)
            : null;

    private static Upkeep? ReadUpkeep(Form? form) =>
        form is Form.Fields fields && fields.ValueAt("per-hour") is { } perHour
            ? new Upkeep(perHour, ReadWork(fields))
            : null;

    private static IEnumerable<Joining> ReadJoinings(Form.Fields fields, string key, string number) =>
        from named in fields.MapAt(key)
        let joining = named.Form as Form.Fields
        where joining?.ValueAt("when") is not null && joining.ValueAt(number) is not null
        select new Joining(named.Name, joining.ValueAt("when")!, joining.ValueAt(number)!, named.NameAt);

    private static Crew? ReadCrew(Form.Named named) =>
        named.Form is Form.Fields fields && fields.ValueAt("teams") is { } teams
            ? new Crew(
                named.Name,
                fields.TextAt("at"),
                teams,
                fields.ValueAt("works"),
                [.. fields.WordsAt("only-at").Select(tag => tag.Text)],
                [.. ReadJoinings(fields, "joins", "teams")],
                [.. ReadJoinings(fields, "leaves", "teams")],
                named.NameAt)
            : null;

    private static IEnumerable<UnserviceableUnits> ReadUnserviceable(Form.Fields scenario) =>
        from site in scenario.MapAt("stocks")
        where site.Form is Form.Map
        from item in ((Form.Map)site.Form).Entries
        let count = (item.Form as Form.Fields)?.ValueAt("unserviceable")
        where count is not null
        select new UnserviceableUnits(site.Name, item.Name, count, item.NameAt);
}
