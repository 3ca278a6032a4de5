using Resupply.Cli;

namespace Resupply.Tests.Forecasting.Importing;

/// <summary>
/// A file under imports/ with one defect: NAME.csv, how to read it in NAME.yaml, and where there is one the last import
/// in NAME.last.csv.
/// </summary>
internal sealed record ImportCase(string Name)
{
    public static readonly string Folder = Path.Combine(Repository.Root, "tests", "Resupply.Tests", "imports");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.yaml")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal);

    public string Data => Path.Combine(Folder, Name + ".csv");
    public string Mapping => Path.Combine(Folder, Name + ".yaml");
    public string Last => Path.Combine(Folder, Name + ".last.csv");

    /// <summary>All that `resupply import` says and writes about it.</summary>
    public (int ExitCode, string Told) Run()
    {
        using var folder = new TemporaryFolder();
        var needs = folder.File("needs.csv");
        string[] since = File.Exists(Last) ? ["--since", Last] : [];
        var (exitCode, output, errors) = Run([Data, "--mapping", Mapping, "--out", needs, .. since]);
        string[] files = [needs, folder.File("needs.ledger.csv")];
        var written = files.Where(File.Exists).Select(file => $"\n{Path.GetFileName(file)}\n{File.ReadAllText(file)}");
        var told = (errors + output + string.Concat(written)).ReplaceLineEndings("\n")
            .Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            .Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        return (exitCode, told);
    }

    public static (int ExitCode, string Output, string Errors) Run(params string[] arguments) => Watchdog.Guard(() =>
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exitCode = Commands.Run([ImportCommand.Name, .. arguments], output, errors);
        return (exitCode, output.ToString(), errors.ToString());
    });
}
