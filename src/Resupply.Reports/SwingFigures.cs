using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>What each answer hangs on: a bar for each value, from its lowest fifth to its highest.</summary>
internal static class SwingFigures
{
    private const int BarsMax = 6;
    private const int RowsMax = 30;

    public static IEnumerable<Figure> Of(RunReport report) =>
        WhatMatters.Of(report).Where(matters => matters.Moving.Any()).Select((matters, index) =>
        {
            var answer = report.Answers.FirstOrDefault(answer => answer.Name == matters.Question);
            var bars = matters.Foremost(BarsMax);
            var caption = string.Join(
                ' ', [CaptionOf(bars[0], answer, report.Card) + Rest(matters), .. SwingSentence.Of(matters)]);
            return new Figure(
                Figure.IdOf("swing", index),
                matters.Question,
                caption,
                [("low", "value in its lowest fifth"), ("high", "value in its highest fifth")],
                json => Write(json, bars, answer, report.Card),
                TableOf(matters.Question, matters.Swings.Take(RowsMax), answer, report.Card));
        });

    /// <summary>The questions that no single value moves by more than chance could.</summary>
    public static ImmutableArray<string> Unmoved(RunReport report) =>
        [.. WhatMatters.Of(report).Where(matters => !matters.Moving.Any()).Select(matters => matters.Question)];

    /// <summary>"unknowns.raids" without its section: what is left says enough.</summary>
    public static string NameOf(string path) =>
        path.StartsWith("unknowns.", StringComparison.Ordinal) ? path["unknowns.".Length..] : path;

    private static string CaptionOf(Swing swing, Answer? answer, RunCard card)
    {
        var low = Wording.SwingValue(swing.Low, swing.LowShare, swing, answer, card);
        var high = Wording.SwingValue(swing.High, swing.HighShare, swing, answer, card);
        var what = Wording.SwingOf(answer, card);
        var start = what.Length == 0 ? "" : $"The {what}. ";
        return $"{start}It hangs most on {NameOf(swing.Path)}: {low} where that is {swing.LowText}, {high} where it " +
            $"is {swing.HighText}.";
    }

    private static string Rest(WhatMatters matters)
    {
        var chance = matters.Swings.Length - matters.Moving.Count();
        return chance == 0 ? ""
            : chance == 1 ? " One more value moves it by less than the simulation's own error."
            : $" {chance} more values move it by less than the simulation's own error.";
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<Swing> bars, Answer? answer, RunCard card)
    {
        json.WriteString("type", "tornado");
        json.WriteString("scale", answer switch
        {
            Answer.Share => "percent",
            Answer.Quantity quantity => quantity.Unit,
            _ => "probability",
        });
        if (MiddleOf(answer) is { } middle) json.WriteNumber("middle", middle);
        json.WriteStartArray("bars");
        foreach (var swing in bars)
        {
            json.WriteStartObject();
            json.WriteString("name", NameOf(swing.Path));
            json.WriteNumber("low", swing.Low);
            json.WriteString("lowText", swing.LowText);
            json.WriteString("lowShown", Wording.SwingValue(swing.Low, swing.LowShare, swing, answer, card));
            json.WriteNumber("high", swing.High);
            json.WriteString("highText", swing.HighText);
            json.WriteString("highShown", Wording.SwingValue(swing.High, swing.HighShare, swing, answer, card));
            if (swing.Index is { } index) json.WriteString("explains", Shown.Explained(index.Estimate));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static double? MiddleOf(Answer? answer) => answer switch
    {
        Answer.Probability probability => probability.Estimate.Value,
        Answer.Share share => share.Estimate.Value,
        Answer.Quantity quantity => quantity.Mean?.Value,
        Answer.Date date => date.Estimate.Never,
        _ => null,
    };

    private static Markup TableOf(string question, IEnumerable<Swing> swings, Answer? answer, RunCard card) =>
        Figure.TableOf(
            $"{question}: the answer where one value is low, and where it is high",
            ["Value", "lowest fifth", "answer there", "highest fifth", "answer there", "explains", "more than chance"],
            swings.Select(swing => new[]
            {
                swing.Path,
                swing.LowText, Wording.SwingValue(swing.Low, swing.LowShare, swing, answer, card),
                swing.HighText, Wording.SwingValue(swing.High, swing.HighShare, swing, answer, card),
                swing.Index is { } index ? Shown.Explained(index.Estimate) : "",
                swing.Matters ? "yes" : "no",
            }));
}
