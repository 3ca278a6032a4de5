namespace Resupply.Language;

/// <summary>What a YAML file is to be, for messages about one that is not.</summary>
/// <param name="Name">As in "one file holds one scenario".</param>
/// <param name="FirstLine">How it begins.</param>
/// <param name="ToBeginWith">The hint where there is nothing yet.</param>
public sealed record DocumentKind(string Name, string FirstLine, string ToBeginWith)
{
    public static readonly DocumentKind Scenario =
        new("scenario", "resupply: 1", "`resupply new FOLDER` writes one to begin with");

    /// <summary>A file that is larger is not read.</summary>
    public long BytesMax { get; init; } = Limits.FileBytesMax;
}
