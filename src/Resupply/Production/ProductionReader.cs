using Resupply.Language;
using Resupply.Supply;

namespace Resupply.Production;

/// <summary>From the checked form of a scenario to its production plan.</summary>
public static class ProductionReader
{
    /// <summary>Reads the plan. It may be used only where no error was reported, here or by the checks.</summary>
    public static ProductionPlan Read(Form.Fields scenario) => new(
        [.. Each(scenario, "lines", ReadLine)],
        [.. Each(scenario, "orders", ReadOrder)]);

    private static IEnumerable<T> Each<T>(Form.Fields scenario, string section, Func<Form.Named, Form.Fields, T?> read)
        where T : class =>
        scenario.MapAt(section)
            .Select(named => named.Form is Form.Fields fields ? read(named, fields) : null)
            .OfType<T>();

    private static Line? ReadLine(Form.Named named, Form.Fields fields) =>
        fields.TextAt("item") is not { } item || fields.TextAt("at") is not { } site ? null : new Line(
            named.Name,
            item,
            site,
            fields.ValueAt("per-day"),
            fields.ValueAt("per-month"),
            [.. SupplyReader.DatedFactors(fields)],
            SequenceOf(fields.TextAt("sequence")),
            named.NameAt);

    private static Sequence SequenceOf(string? word) => word switch
    {
        "due" => Sequence.Due,
        "priority" => Sequence.Priority,
        "share" => Sequence.Share,
        _ => Sequence.Agreement,
    };

    private static Order? ReadOrder(Form.Named named, Form.Fields fields) =>
        fields.TextAt("line") is not { } line || fields.TextAt("to") is not { } to
            || fields.ValueAt("quantity") is not { } quantity ? null : new Order(
            named.Name,
            line,
            quantity,
            fields.ValueAt("agreed"),
            fields.ValueAt("requested"),
            [.. ReadDue(fields)],
            to,
            fields.TextAt("via"),
            fields.FlagAt("firm"),
            fields.ValueAt("priority"),
            fields.TextAt("needs"),
            named.NameAt);

    /// <summary>In order of day.</summary>
    private static IEnumerable<DueUnits> ReadDue(Form.Fields fields) =>
        fields.MapAt("due")
            .Where(entry => entry is { Form: Form.Single, Day: not null })
            .Select(entry => new DueUnits(entry.Day!.Value, ((Form.Single)entry.Form).Value))
            .OrderBy(due => due.By.Number);
}
