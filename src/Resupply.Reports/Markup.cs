using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Reports;

/// <summary>HTML being written. What fills an interpolated text's holes is escaped; only markup is not.</summary>
internal sealed class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder text = new();

    public Markup Add([InterpolatedStringHandlerArgument("")] ref Escaped html)
    {
        _ = html;
        text.Append('\n');
        return this;
    }

    /// <summary>Appends markup as it is: for what this library wrote itself.</summary>
    public Markup AddRaw(string html)
    {
        text.Append(html);
        return this;
    }

    /// <summary>Appends text as it is to be read: escaped, without a line break of its own.</summary>
    public Markup AddText(string content)
    {
        text.Append(Encoder.Encode(content));
        return this;
    }

    /// <summary>A sentence whose dates (2024-12-31) do not break at the end of a line.</summary>
    public static Markup Prose(string sentence) => Of(prose =>
    {
        const int DateLength = 10;
        var from = 0;
        for (var at = 0; at + DateLength <= sentence.Length; at++)
        {
            if (sentence[at + 4] != '-' || Day.Parse(sentence.Substring(at, DateLength)) is not { } day) continue;
            prose.text.Append(Encoded(sentence[from..at]));
            prose.text.Append("<span class=\"date\">").Append(day).Append("</span>");
            from = at + DateLength;
            at = from - 1;
        }

        prose.text.Append(Encoded(sentence[from..]));
    });

    /// <summary>One cell, without a line break of its own: tables are most of the page.</summary>
    public Markup AddCell(string element, string content)
    {
        text.Append('<').Append(element).Append('>').Append(Prose(content).text);
        text.Append("</").Append(element).Append('>');
        return this;
    }

    public static Markup Of(Action<Markup> write)
    {
        var markup = new Markup();
        write(markup);
        return markup;
    }

    public override string ToString() => text.ToString();

    /// <summary>An escaped direction mark still turns the page about: it is written out.</summary>
    private static string Encoded(string text) => Encoder.Encode(HiddenCharacters.WrittenOut(text));

    [InterpolatedStringHandler]
    public readonly struct Escaped
    {
        private readonly StringBuilder text;

        public Escaped(int literalLength, int holes, Markup markup)
        {
            const int HoleLengthUsual = 16;
            text = markup.text;
            text.EnsureCapacity(text.Length + literalLength + (holes * HoleLengthUsual));
        }

        public void AppendLiteral(string html) => text.Append(html);

        public void AppendFormatted(Markup markup) => text.Append(markup.text);

        public void AppendFormatted<T>(T value) =>
            text.Append(Encoded(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
    }
}
