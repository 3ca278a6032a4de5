namespace Resupply.Language;

/// <summary>Where a path ends when its links are followed, one part at a time, as the file system does.</summary>
internal static class PhysicalPath
{
    /// <summary>As many as Linux follows; a circle of links comes to more.</summary>
    private const int LinksMax = 40;

    /// <summary>The path without links; null where they lead in a circle. It need not exist.</summary>
    /// <param name="path">A full path.</param>
    /// <exception cref="IOException">A folder on the way cannot be looked into.</exception>
    public static string? Of(string path)
    {
        var root = Path.GetPathRoot(path)!;
        var (at, links) = (root, 0);
        var ahead = new Stack<string>();
        Push(path[root.Length..]);
        while (ahead.TryPop(out var part))
        {
            if (part == "..") at = Path.GetDirectoryName(at) ?? root;
            if (part is "" or "." or "..") continue;
            var next = Path.Join(at, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                at = next;
                continue;
            }

            if (++links > LinksMax) return null;
            var isRooted = Path.IsPathRooted(target);
            if (isRooted) at = Path.GetPathRoot(target)!;
            Push(isRooted ? target[at.Length..] : target);
        }

        return at;

        void Push(string parts)
        {
            foreach (var part in parts.Split(Path.DirectorySeparatorChar).Reverse()) ahead.Push(part);
        }
    }

    /// <summary>
    /// The path of a file that is named from a folder, without links; null where it leaves the folder, by its words or
    /// by a link.
    /// </summary>
    /// <param name="folder">As a full path.</param>
    /// <exception cref="IOException">A link cannot be looked into.</exception>
    public static string? Within(string folder, string file)
    {
        if (Path.IsPathRooted(file) || !IsUnder(folder, Path.GetFullPath(file, folder))) return null;
        return Of(folder) is { } home && Of(Path.Join(folder, file)) is { } path && IsUnder(home, path) ? path : null;
    }

    /// <summary>Strictly below a folder; both without links and without `..`.</summary>
    public static bool IsUnder(string folder, string path) =>
        path.StartsWith(
            Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || (folder == Path.GetPathRoot(folder) && path.Length > folder.Length);
}
