using System.Collections.Immutable;
using Resupply.Evidence;
using Resupply.Language;

namespace Resupply;

public sealed partial class ScenarioReader
{
    /// <summary>
    /// The same with other values, once for each of several changes; null where the file could not have them. The file
    /// is read once.
    /// </summary>
    /// <param name="changes">What becomes of each value; itself where it stays.</param>
    public static ImmutableArray<Scenario?> ReadEachChanged(
        Scenario scenario, ImmutableArray<Func<Value, Value>> changes)
    {
        var (reader, _) = Open(scenario.File, scenario.KnownOn, scenario.SeriesFiles);
        if (reader?.Read(scenario.World, scenario.Option) is null) return [.. changes.Select(_ => (Scenario?)null)];
        var read = reader.checkedForm!;
        return
        [
            .. changes.Select(change => reader.BuildChanged(read with { Form = (Form.Fields)read.Form.With(change) })),
        ];
    }

    private Scenario? BuildChanged(CheckedForm changed)
    {
        var found = new Diagnostics(file.Path, file.Text);
        var scenario = new ScenarioReader(file, found, root, known, documents, series).Build(changed);
        return found.HasErrors ? null : scenario;
    }

    /// <summary>What was found of a file in one option and world, before anything is made of it.</summary>
    private sealed record CheckedForm(
        Form.Fields Form,
        EvidencePlan Evidence,
        WholeParts Whole,
        string World,
        string Option,
        ImmutableArray<News> News);
}
