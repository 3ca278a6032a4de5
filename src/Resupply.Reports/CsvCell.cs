namespace Resupply.Reports;

/// <summary>Text for a cell of a table (RFC 4180).</summary>
internal static class CsvCell
{
    /// <summary>Quoted where it must be; what a spreadsheet would take for a formula is marked as text.</summary>
    public static string Of(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"")}\"";
    }
}
