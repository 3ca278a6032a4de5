using System.Text;
using Resupply.Language;

namespace Resupply.Tests;

/// <summary>
/// The examples with letters and lines deleted, doubled, swapped or replaced: the check answers each with diagnostics
/// that have a place in the file, never with an exception, and it ends.
/// </summary>
public sealed class SpoiledExampleTests : IDisposable
{
    private const int Cases = 300;
    private readonly TemporaryFolder folder = new();

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ":", ": ", ",", "#", " #", "'", "\"", "&a ", "*a", "!x ", "<<: ", "|", ">", "- ", "?", "%",
        "\t", "\n", "  ", "null", "~", "never", "rest", "5..3", "per", "chance of", "(", ")", "-1", "1e9", "0", "here",
        "2024-11-31", "9999999999999999", "é", "\uFEFF", "\u202E", "\0", "\u2028", "🚚", "base", "resupply", "---\n",
    ];

    public static TheoryData<string> Examples =>
        new(Repository.Files("examples/", "scenario.yaml").Select(Repository.Name));

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_spoiled_example_is_answered_with_diagnostics(string example)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, example));
        Property.Holds(
            draws => Spoiled(text, draws),
            spoiled =>
            {
                File.WriteAllText(folder.File("scenario.yaml"), spoiled);
                var lines = spoiled.Split(["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"], StringSplitOptions.None);
                var (_, found) = Watchdog.Guard(() => ScenarioReader.CheckAll(folder.File("scenario.yaml")));
                return found.All(diagnostic => IsInside(diagnostic, lines) && diagnostic.ToString().Length > 0);
            },
            Cases);
    }

    private static bool IsInside(Diagnostic diagnostic, string[] lines) =>
        diagnostic.At.Line >= 1 && diagnostic.At.Line <= lines.Length
        && diagnostic.At.Column >= 1 && diagnostic.At.Column <= lines[diagnostic.At.Line - 1].Length + 1;

    private static string Spoiled(string text, Draws draws)
    {
        var spoiled = new StringBuilder(text);
        for (var changes = draws.Whole(1, 4); changes > 0; changes--)
        {
            if (draws.Chance(0.3)) SpoilLine(spoiled, draws);
            else SpoilLetters(spoiled, draws);
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(spoiled.ToString())); // half a letter is none
    }

    private static void SpoilLetters(StringBuilder text, Draws draws)
    {
        var at = draws.Whole(0, text.Length - 1);
        var length = Math.Min(draws.Whole(1, 6), text.Length - at);
        switch (draws.Whole(0, 3))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, draws.OneOf<string>(Pieces));
                break;
            case 2:
                text.Insert(at, text.ToString(at, length));
                break;
            default:
                text.Remove(at, length).Insert(at, draws.OneOf<string>(Pieces));
                break;
        }
    }

    private static void SpoilLine(StringBuilder text, Draws draws)
    {
        var lines = text.ToString().Split('\n').ToList();
        var (one, other) = (draws.Whole(0, lines.Count - 1), draws.Whole(0, lines.Count - 1));
        switch (draws.Whole(0, 3))
        {
            case 0:
                lines.RemoveAt(one);
                break;
            case 1:
                lines.Insert(other, lines[one]);
                break;
            case 2:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                break;
            default:
                lines[one] = "  " + lines[one];
                break;
        }

        text.Clear().Append(string.Join('\n', lines));
        if (text.Length == 0) text.Append(' ');
    }
}
