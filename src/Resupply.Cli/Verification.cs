using System.Collections.Immutable;
using Resupply.Reports;
using static System.FormattableString;

namespace Resupply.Cli;

/// <summary>What a manifest says against what is found, told line by line.</summary>
/// <param name="folder">The manifest's.</param>
internal sealed class Verification(Manifest manifest, string folder, TextWriter output)
{
    private int same;
    private int different;

    public void Version(string own)
    {
        if (own != manifest.Resupply)
            output.WriteLine($"made by resupply {manifest.Resupply}; this is {own}, which may answer otherwise");
    }

    /// <summary>Are the files that were read the ones that lie there now?</summary>
    public void Inputs(string scenarioFolder)
    {
        foreach (var (name, hash) in manifest.Inputs)
        {
            var found = ManifestFile.HashIn(scenarioFolder, name);
            Tell(name, found == hash, found is null ? "is not there" : "has changed since");
        }
    }

    /// <summary>Does the same come out, and is it what lies beside the manifest?</summary>
    /// <param name="made">The files as they are made now, by name.</param>
    public void Outputs(ImmutableSortedDictionary<string, string> made)
    {
        foreach (var (name, hash) in manifest.Outputs)
        {
            var now = made.GetValueOrDefault(name);
            var lies = ManifestFile.HashIn(folder, name);
            if (now is null) Tell(name, false, "is not made by this version");
            else if (Manifest.HashOf(now) != hash)
                Tell(name, false, $"comes out otherwise{FirstDifference(name, now)}");
            else if (lies is null) Tell(name, false, "comes out the same, but the file is not there");
            else Tell(name, lies == hash, $"comes out the same, but the file was changed{FirstDifference(name, now)}");
        }
    }

    /// <returns>Whether all is as the manifest says.</returns>
    public bool Conclude()
    {
        output.WriteLine(different == 0
            ? Invariant($"All {same:N0} files are what the manifest says, and come out the same to the byte.")
            : Invariant($"{different:N0} of {same + different:N0} files are not what the manifest says."));
        return different == 0;
    }

    private void Tell(string name, bool isSame, string otherwise)
    {
        _ = isSame ? same++ : different++;
        output.WriteLine($"  {name}: {(isSame ? "the same" : otherwise)}");
    }

    /// <summary>Where the file beside the manifest first differs from what is made now.</summary>
    private string FirstDifference(string name, string now)
    {
        var path = Path.Join(folder, name);
        if (!File.Exists(path)) return "";
        var (lies, made) = (File.ReadAllText(path).Split('\n'), now.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(lies.Length, made.Length)).FirstOrDefault(
            at => lies[at] != made[at], Math.Min(lies.Length, made.Length));
        return Invariant($", first on line {line + 1:N0}");
    }
}
