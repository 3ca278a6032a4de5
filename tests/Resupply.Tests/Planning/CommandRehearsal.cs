using System.Text.Json;
using System.Text.RegularExpressions;
using Resupply.Cli;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Planning;

/// <summary>A command run on a scenario that is written where it is needed.</summary>
internal static class CommandRehearsal
{
    /// <summary>What it prints, without what changes with the version and the place of the file.</summary>
    public static (int ExitCode, string Output, string Errors) Run(string command, string text, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("scenario.yaml");
        File.WriteAllText(file, Rehearsal.Whole(text));
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exitCode = Commands.Run([command, file, .. options], output, errors);
        return (exitCode, Lasting(output.ToString()), errors.ToString());
    }

    /// <summary>The names of all fields, at any depth.</summary>
    public static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(each => Names(each.Value).Prepend(each.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    internal static string Lasting(string output)
    {
        var text = Regex.Replace(
            output, "\"(?<name>resupply|sha256)\": \"[^\"]*\"", "\"${name}\": \"…\"", RegexOptions.NonBacktracking);
        var card = text.LastIndexOf("seed 1, resupply ", StringComparison.Ordinal);
        return card < 0 ? text : text[..card] + "…\n";
    }
}
