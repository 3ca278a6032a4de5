namespace Resupply.Reports;

/// <summary>Text in columns: a label on the left, what is said of it wrapped at words under itself.</summary>
internal sealed class WrappedText(TextWriter output, int width)
{
    private const int WidthMin = 40;
    private readonly int width = Math.Max(WidthMin, width);

    public void Blank() => output.Write('\n');

    /// <summary>A label longer than its column stands on a line of its own.</summary>
    public void Line(string label, int indent, string text)
    {
        if (label.Length >= indent && label.Length > 0)
        {
            output.Write(label + "\n");
            label = "";
        }

        var line = label.PadRight(indent);
        var empty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
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
