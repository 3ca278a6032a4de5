using System.Buffers;
using System.Globalization;
using System.Text;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Reports;

public static partial class CsvReport
{
    /// <summary>
    /// What a spreadsheet takes for the beginning of a formula, the wide forms of some languages too.
    /// </summary>
    /// <remarks>OWASP, "CSV Injection", owasp.org/www-community/attacks/CSV_Injection.</remarks>
    private static readonly SearchValues<char> FormulaSigns =
        SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    private static readonly SearchValues<char> Marks = SearchValues.Create(",;\"\t\r\n");

    /// <summary>
    /// Text for a cell, the one way into every table. A number is left as it is. Other text that a spreadsheet would
    /// take for a formula gets an apostrophe before it and quotes about it: it is shown and not computed.
    /// </summary>
    internal static string Cell(string text)
    {
        var shown = HiddenCharacters.WrittenOut(text);
        var start = shown.AsSpan().TrimStart(' ');
        var isFormula = start.Length > 0 && FormulaSigns.Contains(start[0]) && !IsBelowZero(shown);
        if (!isFormula && shown.AsSpan().IndexOfAny(Marks) < 0) return shown;
        return $"\"{(isFormula ? "'" : "")}{shown.Replace("\"", "\"\"")}\"";
    }

    /// <summary>As numbers below 0 are written: -2, -0.5, -1E-05.</summary>
    private static bool IsBelowZero(string text) => text[0] == '-' && double.TryParse(
        text,
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
        CultureInfo.InvariantCulture,
        out _);

    /// <summary>Lines of text with the header above.</summary>
    internal sealed class Table(string option)
    {
        private readonly StringBuilder lines = new StringBuilder(Header).Append("\r\n");

        /// <summary>What the next lines are of.</summary>
        public string Option { get; set; } = option;

        public void Add(string measure, string thing, Day? date, string statistic, double? value) =>
            AddText(measure, thing, date, statistic, value?.ToString("R", CultureInfo.InvariantCulture) ?? "");

        public void Add(string measure, string thing, Day? date, string statistic, Day? value) =>
            AddText(measure, thing, date, statistic, value?.ToString() ?? "");

        public override string ToString() => lines.ToString();

        /// <param name="value">A number or a date, written out.</param>
        public void AddText(string measure, string thing, Day? date, string statistic, string value)
        {
            string[] cells = [Option, measure, thing, date?.ToString() ?? "", statistic, value];
            lines.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }
    }
}
