using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Answers;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>A manifest beside the files it is of.</summary>
internal static class ManifestFile
{
    /// <param name="folder">Where the manifest will lie.</param>
    public static Manifest Of(
        Scenario scenario, RunCard card, ImmutableSortedDictionary<string, string> outputs, string folder)
    {
        var file = Path.GetFullPath(scenario.File);
        return new Manifest(
            card.Version,
            Path.GetRelativePath(Path.GetFullPath(folder), file).Replace('\\', '/'),
            card.World,
            card.Option,
            scenario.KnownOn?.ToString(),
            card.Seed,
            card.Replications,
            ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal,
                InputsOf(scenario).Prepend(Path.GetFileName(file)).Distinct().Select(name =>
                    KeyValuePair.Create(name, HashIn(Path.GetDirectoryName(file)!, name)!))),
            outputs.ToImmutableSortedDictionary(each => each.Key, each => Manifest.HashOf(each.Value)));
    }

    /// <summary>What was read beside the scenario: documents, and files of series.</summary>
    private static IEnumerable<string> InputsOf(Scenario scenario) => scenario.Evidence.Documents.Keys.Concat(
        scenario.Supply.Demands.Select(demand => demand.Series?.File.Text).OfType<string>());

    /// <returns>The manifest; null, and in a sentence why, where there is none to be read.</returns>
    public static (Manifest? Manifest, string? Problem) Read(string path)
    {
        if (Directory.Exists(path)) path = Path.Join(path, BriefFiles.Manifest);
        if (!File.Exists(path)) return (null, $"there is no file {path}");
        try
        {
            return (Manifest.Read(File.ReadAllText(path)), null);
        }
        catch (JsonException problem)
        {
            var (reason, line) = (problem.Message.Split(" Path: ")[0].TrimEnd('.'), problem.LineNumber + 1);
            var place = line is null ? "" : $" on line {line}";
            return (null, $"{path} is not a manifest of `resupply brief`: {reason}{place}");
        }
    }

    /// <summary>Null where there is no such file, or it cannot be read.</summary>
    public static string? HashIn(string folder, string name)
    {
        var path = Path.Join(folder, name);
        return File.Exists(path) ? Manifest.HashOf(File.ReadAllBytes(path)) : null;
    }
}
