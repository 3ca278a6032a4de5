using System.Text.Json;

namespace Resupply.Tests.Exact;

/// <summary>Known answers that lie beside the repository; where they do not, the test is skipped.</summary>
internal static class Oracle
{
    public static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Found(name)));
        return document.RootElement.Clone();
    }

    public static string[] Lines(string name) => File.ReadAllLines(Found(name));

    public static double[] Numbers(this JsonElement element) =>
        [.. element.EnumerateArray().Select(number => number.GetDouble())];

    private static string Found(string name) => Repository.Shared("oracles", name);
}
