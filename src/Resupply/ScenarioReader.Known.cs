using System.Collections.Immutable;
using Resupply.Evidence;
using Resupply.Language;

namespace Resupply;

public sealed partial class ScenarioReader
{
    /// <summary>
    /// The same scenario as it was known at each of several moments, read in turn as they are asked for; null where
    /// something was wrong at that moment that kept it from being run, which its diagnostics say.
    /// </summary>
    /// <exception cref="IOException">The file is not there any more.</exception>
    public static IEnumerable<(Knowledge Known, Scenario? Scenario, ImmutableArray<Diagnostic> Diagnostics)> ReadAt(
        Scenario scenario, IEnumerable<Knowledge> moments)
    {
        var (opened, mistakes) = Open(scenario.File, null);
        if (opened is null) throw new IOException(mistakes.Found[0].Message);
        var sources = new SourceDocuments(Path.GetDirectoryName(Path.GetFullPath(opened.file.Path))!);
        foreach (var moment in moments)
        {
            var found = new Diagnostics(opened.file.Path, opened.file.Text);
            var reader = new ScenarioReader(
                opened.file, found, opened.root, moment, sources, scenario.SeriesFiles ?? opened.series);
            var read = reader.Read(scenario.World, scenario.Option);
            yield return (moment, found.HasErrors ? null : read, found.Found);
        }
    }
}
