namespace Resupply.Tests;

/// <summary>House rules no analyzer checks. Each failure names file and line.</summary>
public class TidyTests
{
    private const int LineLengthMax = 120;
    private const int FileLengthMax = 400;
    private const int FileBytesMax = 1 << 20;

    private static readonly string[] BannedNames =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Impl", "Base", "Common"];

    // Put together from halves, here and below, so that this file does not complain about itself.
    private static readonly string[] Leftovers = ["FIX" + "ME", "TO" + "DO", "XX" + "X", "WriteLine(\"" + "DEBUG"];

    private static readonly string[] Registries =
    [
        "nuget" + ".org", "npmjs" + ".org", "npmjs" + ".com", "debian" + ".org/debian", "pypi" + ".org",
        "crates" + ".io",
    ];

    [Fact]
    public void Sources_are_tidy() => Complaints.None(
        Repository.Files("", ".cs", ".js", ".mjs", ".ts", ".css", ".sh").SelectMany(Check));

    [Fact]
    public void No_file_is_named_after_nothing_in_particular() => Complaints.None(
        from path in Repository.Files("", ".cs")
        where BannedNames.Any(name => Path.GetFileNameWithoutExtension(path).EndsWith(name, StringComparison.Ordinal))
        select $"{Repository.Name(path)}: name it after what it does");

    [Fact]
    public void No_file_is_large() => Complaints.None(
        from path in Repository.Files()
        let bytes = new FileInfo(path).Length
        where bytes > FileBytesMax
        select $"{Repository.Name(path)}: {bytes} bytes, at most {FileBytesMax}; bring it in at build time");

    [Fact]
    public void No_file_names_a_package_registry() => Complaints.None(
        from path in Repository.Files()
        where new FileInfo(path).Length <= FileBytesMax
        from line in File.ReadLines(path).Index()
        from registry in Registries
        where line.Item.Contains(registry, StringComparison.OrdinalIgnoreCase)
        select $"{Repository.Name(path)}:{line.Index + 1}: leave out {registry}: each machine has its own");

    private static IEnumerable<string> Check(string path)
    {
        var file = Repository.Name(path);
        var lines = File.ReadAllLines(path);
        if (lines.Length > FileLengthMax) yield return $"{file}: {lines.Length} lines, at most {FileLengthMax}";

        foreach (var (index, line) in lines.Index())
        {
            if (line.Length > LineLengthMax)
                yield return $"{file}:{index + 1}: {line.Length} columns, at most {LineLengthMax}";
            foreach (var leftover in Leftovers.Where(leftover => line.Contains(leftover, StringComparison.Ordinal)))
                yield return $"{file}:{index + 1}: leftover {leftover}";
        }
    }
}
