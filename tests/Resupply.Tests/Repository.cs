using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Resupply.Tests;

/// <summary>Where the checkout lies, so that tests can read sources, docs and examples.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>Absolute paths of the files that git knows or would take up, in ordinal order: nothing built.</summary>
    /// <param name="endings">Such as `.cs`; all files where none is given.</param>
    public static IEnumerable<string> Files(string folder = "", params string[] endings) => Tracked.Value
        .Where(file => file.StartsWith(folder, StringComparison.Ordinal))
        .Where(file => endings.Length == 0 || endings.Any(end => file.EndsWith(end, StringComparison.Ordinal)))
        .Select(file => Path.Combine(Root, file))
        .Where(File.Exists);

    /// <summary>The file's path from the root, as complaints name it.</summary>
    public static string Name(string path) => Path.GetRelativePath(Root, path);

    /// <summary>A file of the folder `shared` beside some checkouts; skips the test where there is none.</summary>
    public static string Shared(params string[] path)
    {
        var file = Path.Combine([Root, "..", "shared", .. path]);
        if (!Path.Exists(file)) Assert.Skip($"needs ../shared/{string.Join('/', path)}, which is not here");
        return Path.GetFullPath(file);
    }

    private static readonly Lazy<string[]> Tracked = new(() =>
    {
        var listing = new ProcessStartInfo("git", "ls-files -z --cached --others --exclude-standard")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(listing)!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. files.Order(StringComparer.Ordinal)];
    });

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
