using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Resupply.Reports;

/// <summary>HTML being written. What stands in an interpolated text's holes is escaped; only other markup is not.</summary>
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

    /// <summary>One cell, without a line break of its own: tables are most of the page.</summary>
    public Markup AddCell(string element, string content)
    {
        text.Append('<').Append(element).Append('>').Append(Encoder.Encode(content));
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

        public void AppendFormatted<T>(T value) => text.Append(Encoder.Encode(value?.ToString() ?? ""));
    }
}
