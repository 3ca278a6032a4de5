using System.Runtime.CompilerServices;

namespace Resupply.Tests;

/// <summary>
/// Compares text with a file beside the test. To accept a change: UPDATE_SNAPSHOTS=1 ./test, then read the diff
/// before you commit it.
/// </summary>
internal static class Snapshot
{
    public static bool AreAccepted { get; } = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <param name="name">What the file is named after, besides the class; if left out, the test method.</param>
    public static void Matches(
        string actual,
        string? name = null,
        [CallerFilePath] string testFile = "",
        [CallerMemberName] string test = "")
    {
        var path = Path.ChangeExtension(testFile, null) + "." + (name ?? test) + ".snapshot.txt";
        if (AreAccepted) File.WriteAllText(path, actual);
        if (!File.Exists(path)) Assert.Fail($"no {Repository.Name(path)} yet; UPDATE_SNAPSHOTS=1 ./test writes it");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
