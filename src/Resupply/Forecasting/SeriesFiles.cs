using System.Collections.Concurrent;
using Resupply.Language;

namespace Resupply.Forecasting;

/// <summary>
/// The files of series beside one scenario: each is read once and each forecast is tried once, however many demands,
/// options and worlds name it.
/// </summary>
/// <param name="folder">The scenario's folder, as a full path: no file outside of it is read.</param>
public sealed class SeriesFiles(string folder)
{
    private readonly ConcurrentDictionary<string, (SeriesFile? File, string Problem, string? Hint)> files = [];

    private readonly ConcurrentDictionary<(string File, string Name, int Length, string? Model), Lazy<JudgedForecast>>
        forecasts = [];

    /// <summary>The file; null where a diagnostic says why not.</summary>
    public SeriesFile? Read(Form.Word named, Diagnostics diagnostics)
    {
        var found = files.GetOrAdd(named.Text, Read);
        if (found.File is null) diagnostics.Error(named.At, $"`{named.Text}` {found.Problem}", found.Hint);
        return found.File;
    }

    /// <summary>The forecast of a series as it stood after its first so many days, tried when it is first
    /// used.</summary>
    /// <param name="model">Null: the one with the best record.</param>
    public Lazy<JudgedForecast> ForecastOf(string file, NeedSeries series, int length, string? model) =>
        forecasts.GetOrAdd(
            (file, series.Name, length, model),
            _ => new Lazy<JudgedForecast>(() => SeriesTrial.Judge(series.Until(length), model)));

    private (SeriesFile? File, string Problem, string? Hint) Read(string file)
    {
        const string Beside = "put the file beside the scenario and name it from there";
        if (file.Length == 0 || file.Contains('\0', StringComparison.Ordinal))
            return (null, "names no file", Beside);
        try
        {
            if (PhysicalPath.Within(folder, file) is not { } path)
                return (null, "lies outside the scenario's folder", Beside);
            if (Directory.Exists(path)) return (null, "is a folder, not a file of series", "name the file itself");
            if (!File.Exists(path))
                return (null, "is not there", "`resupply import` writes such a file; its path begins at the scenario");

            // A pipe or a device has no length either, and to open one may wait for ever: it is not opened.
            if (new FileInfo(path).Length == 0)
                return (null, "is empty, or is not an ordinary file", "`resupply import` writes a file of series");
            var (read, mistakes) = SeriesFile.Read(path);
            return read is not null ? (read, "", null) : Refused(mistakes[0], mistakes.Length - 1, file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, "cannot be read", null);
        }
    }

    private static (SeriesFile? File, string Problem, string? Hint) Refused(Diagnostic first, int others, string file)
    {
        var line = first.At.Line == 0 ? "" : $" on line {first.At.Line}";
        if (others == 0) return (null, $"is not a file of series: {first.Message}{line}", first.Hint);
        var problem = $"has {others + 1} mistakes; the first{line}: {first.Message}";
        return (null, problem, $"`resupply fit {file}` lists all of them");
    }
}
