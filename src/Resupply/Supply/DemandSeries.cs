using Resupply.Forecasting;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Supply;

/// <summary>The series that a demand's need is forecast from.</summary>
/// <param name="Factor">Of the need: 1 as written. The series counts as one value with what it rests on, and this is
/// it, so that it can be asked what a tenth more need would do.</param>
/// <param name="Model">The only one that may be used; null: the one with the best record.</param>
/// <param name="Until">The last day that is used, if it is not earlier anyway; null: nothing is said.</param>
public sealed record DemandSeries(Value Factor, Form.Word File, Form.Word Name, Form.Word? Model, Value? Until)
{
    private const string Key = "series";
    private const string FactorKey = "factor";

    /// <summary>The file's bytes, once it was read.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The last day that is used.</summary>
    public Day Last { get; init; }

    /// <summary>Days between that one and the first that is simulated.</summary>
    public int Gap { get; init; }

    /// <summary>The forecast and its record, tried when it is first asked for; null: the file was not read.</summary>
    public Lazy<JudgedForecast>? Forecast { get; init; }

    /// <summary>The forecast over the days of the plan.</summary>
    public NeedCourse Course => new(Forecast!.Value.Forecast, Gap, Name.Text);

    /// <summary>Whether a value is what a series counts as.</summary>
    public static bool IsValueOf(Value value) =>
        value.Path.StartsWith("demands.", StringComparison.Ordinal)
        && value.Path.EndsWith($".{Key}", StringComparison.Ordinal);

    /// <summary>Which series it is, up to which day; by which model where the plan names one.</summary>
    public string Words => $"{Name.Text} in {File.Text} until {Last}" + (Model is null ? "" : $": {Model.Text}");

    /// <summary>The form with the value that each series counts as.</summary>
    public static Form.Fields Valued(Form.Fields scenario)
    {
        if (scenario["demands"] is not Form.Map demands) return scenario;
        var entries = demands.Entries.Select(entry => entry with { Form = Valued(entry.Form) });
        return scenario.With("demands", demands with { Entries = [.. entries] });
    }

    /// <summary>That of a demand; null where it has none, or not a whole one.</summary>
    public static DemandSeries? Of(Form.Fields demand) =>
        demand[Key] is Form.Fields fields && fields.ValueAt(FactorKey) is { } factor
            && fields["file"] is Form.Word file && fields["name"] is Form.Word name
            ? new DemandSeries(factor, file, name, fields["model"] as Form.Word, fields.ValueAt("until"))
            : null;

    private static Form Valued(Form demand)
    {
        if (demand is not Form.Fields fields || fields[Key] is not Form.Fields series) return demand;
        if (series["file"] is not Form.Word file || series["name"] is not Form.Word name) return demand;
        var isDecided = series.Entries.Any(entry => entry.Form is Form.Word { Support.Decision: true });
        var factor = new Value(
            new Expression.Constant(1),
            Measure.Factor,
            file.Path[..file.Path.LastIndexOf('.')],
            $"{name.Text} in {file.Text}",
            series.At,
            IsShare: false,
            file.Support with { Decision = isDecided });
        return fields.With(Key, series.With(FactorKey, new Form.Single(factor)));
    }
}
