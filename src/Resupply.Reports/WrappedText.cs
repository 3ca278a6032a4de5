namespace Resupply.Reports;

/// <summary>Text in columns: a label on the left, what is said of it wrapped at words under itself.</summary>
internal sealed class WrappedText(TextWriter output, int width)
{
    private const int WidthMin = 40;

    /// <summary>Where a line may break; a space that does not break is none of them.</summary>
    private static readonly char[] Breaks = [' ', '\t', '\r', '\n', '\u2028', '\u2029'];

    private readonly int width = Math.Max(WidthMin, width);

    public void Blank() => output.Write('\n');

    /// <summary>A label longer than its column stands on a line of its own.</summary>
    public void Line(string label, int indent, string text)
    {
        if (label.Length > 0 && label.Length >= indent)
        {
            output.Write(label + "\n");
            label = "";
        }

        Wrap(label.PadRight(indent), indent, text);
    }

    /// <summary>The first line at two columns, those after it at four.</summary>
    public void Hanging(string text) => Wrap("  ", 4, text);

    private void Wrap(string lead, int indent, string text)
    {
        var line = lead;
        var empty = true;
        foreach (var word in text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && line.Length + 1 + word.Length > width)
            {
                output.Write(line + "\n");
                line = new string(' ', indent);
                empty = true;
            }

            line += empty ? word : " " + word;
            empty = false;
        }

        output.Write(line.TrimEnd() + "\n");
    }
}
