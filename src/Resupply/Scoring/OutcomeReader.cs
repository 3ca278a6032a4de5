using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Scoring;

/// <summary>From YAML to what came; what is wrong is a diagnostic with its place.</summary>
public static class OutcomeReader
{
    public static readonly DocumentKind Kind = new(
        "file of outcomes", "score: 1", "write `score: 1` and, under `outcomes`, what came of each question");

    private const string BaseOption = "base";
    private const string WorldAsWritten = "as-written";

    /// <summary>Null where something is wrong.</summary>
    public static ImmutableArray<Outcome>? Read(string text, Diagnostics diagnostics)
    {
        if (YamlReader.Read(text, diagnostics, Kind) is not { } root) return null;
        var form = Checker.Check(OutcomeShapes.Top, root, diagnostics).Form;
        if (form is null || diagnostics.HasErrors) return null;
        ImmutableArray<Outcome> outcomes =
        [
            .. form.MapAt("outcomes")
                .Select(entry => Of(entry, (Form.Fields)entry.Form, diagnostics))
                .OfType<Outcome>(),
        ];
        return diagnostics.HasErrors ? null : outcomes;
    }

    private static Outcome? Of(Form.Named entry, Form.Fields fields, Diagnostics diagnostics)
    {
        var came = CameOf(fields, diagnostics);
        return came is null ? null : new Outcome(
            entry.Name,
            entry.NameAt,
            fields.TextAt("question") ?? entry.Name,
            [.. fields.WordsAt("scenario").Select(word => word.Text)],
            fields.TextAt("asks"),
            fields.TextAt("option") ?? BaseOption,
            fields.TextAt("world") ?? WorldAsWritten,
            came,
            fields.ValueAt("on")?.Fixed is { } on ? new Day((int)on) : (came as WhatCame.Date)?.Day,
            fields.TextAt("source"));
    }

    private static WhatCame? CameOf(Form.Fields fields, Diagnostics diagnostics)
    {
        if (fields["happened"] is Form.Word word) return new WhatCame.Happened(word.Text == OutcomeShapes.Yes, word.At);
        if ((fields.ValueAt("value") ?? fields.ValueAt("date")) is not { } value) return null;
        if (value.Fixed is not { } number)
        {
            diagnostics.Error(
                value.At,
                $"what came is one {(fields.Has("date") ? "day" : "number")}, found `{Expected.Short(value.Text)}`",
                "an outcome is not drawn: write what it was");
            return null;
        }

        return fields.Has("date")
            ? new WhatCame.Date(double.IsFinite(number) ? new Day((int)number) : null, value.At)
            : new WhatCame.Number(number, value.IsShare, value.At);
    }
}
