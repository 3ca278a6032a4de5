using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Resupply.Forecasting.Importing;
using Resupply.Language;
using static System.FormattableString;

namespace Resupply.Cli;

/// <summary>A file of cells, read as it lies on the disk: letters, separators, quotes.</summary>
public sealed class SourceFile
{
    private const int LinesInQuotesMax = 200;
    private static readonly (char Sign, string Name)[] Separators =
        [(',', "comma"), (';', "semicolon"), ('\t', "tab"), ('|', "bar")];

    private readonly string path;
    private readonly byte[] bytes;
    private readonly Diagnostics diagnostics;

    private SourceFile(string path, byte[] bytes, Diagnostics diagnostics) =>
        (this.path, this.bytes, this.diagnostics) = (path, bytes, diagnostics);

    /// <summary>Null, with a diagnostic, where the file is not there or is no table.</summary>
    public static (SourceTable? Table, ImmutableArray<Diagnostic> Diagnostics) Read(string path, FileForm form)
    {
        var found = new Diagnostics(path, "");
        var table = BytesOf(path, found) is { } bytes
            ? new SourceFile(path, bytes, found).Read(form)
            : null;
        return (found.HasErrors ? null : table, found.Found);
    }

    private static byte[]? BytesOf(string path, Diagnostics found)
    {
        if (Directory.Exists(path))
        {
            found.Error(default, "this is a folder, not a file", "name the file itself");
            return null;
        }

        if (!File.Exists(path))
        {
            var folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
            var others = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(Path.GetFileName) : [];
            var near = Nearest.To(Path.GetFileName(path), others.OfType<string>().Order(StringComparer.Ordinal));
            found.Error(default, "there is no such file", near is null ? null : $"did you mean `{near}`?");
            return null;
        }

        try
        {
            if (new FileInfo(path).Length <= ImportLimits.FileBytesMax) return File.ReadAllBytes(path);
            found.Error(default, $"the file is larger than {ImportLimits.FileBytesMax / (1024 * 1024)} MB");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            found.Error(default, "the file cannot be read");
        }

        return null;
    }

    private SourceTable? Read(FileForm form)
    {
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            diagnostics.Error(default, "the file is a workbook or an archive, not text", "save its sheet as CSV");
            return null;
        }

        if (TextOf(form.Encoding) is not var (text, encoding)) return null;
        if (string.IsNullOrWhiteSpace(text))
        {
            diagnostics.Error(default, "the file is empty");
            return null;
        }

        var separator = form.Separator ?? SeparatorOf(text);
        var words = $"{Separators.First(each => each.Sign == separator).Name}, {encoding}";
        var rows = Rows(text, separator);
        if (diagnostics.HasErrors) return null;
        var at = rows.FindIndex(row => form.HeaderLine > 0
            ? row.Line == form.HeaderLine
            : row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)));
        if (at < 0)
        {
            diagnostics.Error(
                default, Invariant($"no row begins on line {form.HeaderLine}, where the mapping has the header"));
            return null;
        }

        var header = rows[at];
        return new SourceTable(
            Path.GetFileName(path),
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            words,
            [.. rows.Take(at).Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))],
            header.Line,
            header.Cells,
            [.. rows.Skip(at + 1)]);
    }

    private List<SourceRow> Rows(string text, char separator)
    {
        var isOdd = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            IgnoreBlankLines = false,
            DetectColumnCountChanges = false,
            CacheFields = false,
            BadDataFound = _ => isOdd = true,
        };
        var rows = new List<SourceRow>();
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, configuration);
        var (line, cells) = (1, 0L);
        while (parser.Read())
        {
            // The cells are taken out first: only then are quotes looked at.
            var record = parser.Record ?? [];
            var row = new SourceRow(line, [.. record], isOdd);
            var lines = parser.RawRow - line + 1;
            (line, isOdd) = (parser.RawRow + 1, false);
            cells += record.Length;
            if (IsTooMuch(rows.Count, record.Length, cells)) return rows;
            if (row.HasOddQuotes && lines > LinesInQuotesMax) Unclosed(row.Line, lines);
            rows.Add(row);
        }

        return rows;
    }

    private void Unclosed(int line, int lines) => diagnostics.Error(
        new Span(line, 1, 1),
        Invariant($"a quote that opens in this row runs over {lines:N0} lines"),
        "close it, or double it where it is part of the text");

    private bool IsTooMuch(int rows, int columns, long cells)
    {
        var isTooMuch = rows >= ImportLimits.RowsMax || columns > ImportLimits.ColumnsMax
            || cells > ImportLimits.CellsMax;
        if (isTooMuch)
            diagnostics.Error(
                default,
                Invariant($"the file holds more than {ImportLimits.RowsMax:N0} rows, {ImportLimits.ColumnsMax:N0} ") +
                    Invariant($"columns or {ImportLimits.CellsMax:N0} cells"),
                "split it");
        return isTooMuch;
    }

    /// <summary>The sign of which the first line that is not blank holds most, outside of quotes.</summary>
    private static char SeparatorOf(string text)
    {
        var line = text.Split('\n', '\r').First(each => !string.IsNullOrWhiteSpace(each));
        var counts = new int[Separators.Length];
        var isQuoted = false;
        foreach (var sign in line)
        {
            if (sign == '"') isQuoted = !isQuoted;
            var which = isQuoted ? -1 : Array.FindIndex(Separators, each => each.Sign == sign);
            if (which >= 0) counts[which]++;
        }

        return Separators[Array.IndexOf(counts, counts.Max())].Sign;
    }

    private (string Text, string Encoding)? TextOf(string? stated)
    {
        var name = stated ?? bytes switch
        {
            [0xFF, 0xFE, ..] => "utf-16",
            [0xFE, 0xFF, ..] => "utf-16-be",
            [not 0, 0, not 0, 0, ..] => "utf-16",
            [0, not 0, 0, not 0, ..] => "utf-16-be",
            _ => "utf-8",
        };
        var encoding = name switch
        {
            "utf-16" => Encoding.Unicode,
            "utf-16-be" => Encoding.BigEndianUnicode,
            "windows-1251" => CodePagesEncodingProvider.Instance.GetEncoding(1251)!,
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        };
        try
        {
            var text = encoding.GetString(bytes).TrimStart('\uFEFF');
            return (text, name.ToUpperInvariant().Replace("WINDOWS", "Windows", StringComparison.Ordinal));
        }
        catch (DecoderFallbackException problem)
        {
            var line = bytes.AsSpan(0, Math.Clamp(problem.Index, 0, bytes.Length)).Count((byte)'\n') + 1;
            diagnostics.Error(
                new Span(line, 1, 1),
                "the file is not UTF-8",
                "say in the mapping how it is written: `file: { encoding: windows-1251 }`, or save it as UTF-8");
            return null;
        }
    }
}
