using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Forecasting;

/// <summary>
/// A file of series as `resupply import` writes it: CSV in UTF-8 with the header `series,period,count`, sorted by
/// series and period, every period between the first and the last present; an empty count is not known.
/// </summary>
/// <param name="Sha256">Of the file's bytes, lower case.</param>
public sealed record SeriesFile(string Path, string Sha256, ImmutableArray<NeedSeries> Series)
{
    public const string Header = "series,period,count";

    private static readonly DocumentKind Kind = new("file of series", Header, "`resupply import` writes one")
    {
        BytesMax = SeriesLimits.FileBytesMax,
    };

    /// <summary>Reads a file and says all that is wrong with it; null where anything is.</summary>
    public static (SeriesFile? File, ImmutableArray<Diagnostic> Diagnostics) Read(string path)
    {
        var (file, diagnostics) = ScenarioFile.Read(path, Kind);
        if (file is null) return (null, diagnostics.Found);
        var series = new SeriesReader(diagnostics).Read(file.Text);
        return (diagnostics.HasErrors ? null : new SeriesFile(file.Path, file.Sha256, series), diagnostics.Found);
    }

    /// <summary>The same from a text, for tests and other sources than a disk.</summary>
    public static (ImmutableArray<NeedSeries> Series, ImmutableArray<Diagnostic> Diagnostics) ReadText(
        string text, string name)
    {
        var diagnostics = new Diagnostics(name, text);
        var series = new SeriesReader(diagnostics).Read(text);
        return (diagnostics.HasErrors ? [] : series, diagnostics.Found);
    }
}
