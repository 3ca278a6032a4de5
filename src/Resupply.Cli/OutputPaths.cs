namespace Resupply.Cli;

/// <summary>Where files go: looked at before a run, so that a long one is not made in vain.</summary>
public static class OutputPaths
{
    /// <summary>What keeps the files from being written, in a sentence; null where nothing is known to.</summary>
    public static string? Problem(string? report, string? csv)
    {
        if (report is not null && Directory.Exists(report))
            return $"--report takes a file, but {report} is a folder; write {Path.Join(report, "report.html")}";
        if (report is not null && Path.GetDirectoryName(Path.GetFullPath(report)) is { } folder
            && !Directory.Exists(folder))
            return $"there is no folder {folder} for the report; make it first";
        return csv is not null && File.Exists(csv) ? $"--csv takes a folder, but {csv} is a file" : null;
    }
}
