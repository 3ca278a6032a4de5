using System.Security.Cryptography;
using System.Text;

namespace Resupply.Language;

/// <summary>A scenario's text as it lies on the disk.</summary>
/// <param name="Path">The file that was read: `scenario.yaml` in the folder, where a folder was named.</param>
/// <param name="Text">Without a byte-order mark.</param>
public sealed record ScenarioFile(string Path, string Text, ReadOnlyMemory<byte> Bytes)
{
    public const string Name = "scenario.yaml";

    private static readonly Span FirstByte = new(1, 1, 1);
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Of its bytes, lower case. Not before it is asked for: to load what computes it takes a while.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>Reads a file, or `scenario.yaml` in a folder; null with a diagnostic where that cannot be.</summary>
    /// <remarks>
    /// UTF-8, with or without a byte-order mark; a file past <see cref="DocumentKind.BytesMax"/> is not read.
    /// </remarks>
    /// <param name="kind">What the file is to be; null: a scenario. Of another kind no folder holds one.</param>
    public static (ScenarioFile? File, Diagnostics Diagnostics) Read(string path, DocumentKind? kind = null)
    {
        kind ??= DocumentKind.Scenario;
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal)) return Fails(
            path, "this is not a path");
        var file = Directory.Exists(path) ? System.IO.Path.Join(path, Name) : path;
        if (file != path && kind != DocumentKind.Scenario)
            return Fails(path, $"this is a folder, not a {kind.Name}", "name the file itself");
        if (!File.Exists(file))
        {
            return file == path
                ? Fails(path, "there is no such file or folder")
                : Fails(path, $"the folder has no {Name}", "name the file itself, or begin one with `resupply new`");
        }

        try
        {
            // A pipe that was named is waited for; one that lies in a folder, which nobody asked for, is not opened.
            var isOpened = file == path || new FileInfo(file).Length > 0;
            return Read(file, isOpened ? BytesOf(file, kind.BytesMax) : [], kind);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Fails(
                file,
                "the file cannot be read",
                problem is UnauthorizedAccessException ? "it is not yours to read" : null);
        }
    }

    private static (ScenarioFile? File, Diagnostics Diagnostics) Read(string file, byte[]? bytes, DocumentKind wanted)
    {
        if (bytes is null)
            return Fails(
                file,
                $"the file is larger than {wanted.BytesMax / (1024 * 1024)} MB",
                wanted == DocumentKind.Scenario ? "keep long series in data files beside it" : "split it");
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return Fails(file, "the file is UTF-16, not UTF-8", "save it as UTF-8", FirstByte);
        if (OtherKind(bytes) is { } kind)
            return Fails(
                file, $"the file is {kind}, not text", wanted.ToBeginWith, FirstByte);
        try
        {
            var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
            var text = Strict.GetString(bytes, start, bytes.Length - start);
            return (new ScenarioFile(file, text, bytes), new Diagnostics(file, text));
        }
        catch (DecoderFallbackException)
        {
            return NotUtf8(file, bytes);
        }
    }

    private static string? OtherKind(byte[] bytes) => bytes switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF",
        [(byte)'P', (byte)'K', 3, 4, ..] => "an archive or an office document",
        _ => null,
    };

    /// <summary>All of a file; null where it is too large, also if it grows while it is read.</summary>
    internal static byte[]? BytesOf(string file, long most)
    {
        using var stream = File.OpenRead(file);
        if (stream.CanSeek && stream.Length > most) return null;

        // A device has no length, so that it is read up to the limit and no further.
        var bytes = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (var read = stream.Read(piece); read > 0; read = stream.Read(piece))
        {
            bytes.Write(piece, 0, read);
            if (bytes.Length > most) return null;
        }

        return bytes.ToArray();
    }

    private static (ScenarioFile? File, Diagnostics Diagnostics) NotUtf8(string file, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var diagnostics = new Diagnostics(file, text);
        var bad = FirstBad(bytes);
        var line = bytes.AsSpan(0, bad).Count((byte)'\n') + 1;
        var lineStart = bytes.AsSpan(0, bad).LastIndexOf((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(bytes, lineStart, bad - lineStart) + 1;
        diagnostics.Error(
            new Span(line, column, 1), $"the byte {bytes[bad]:X2} is not UTF-8", "save the file as UTF-8");
        return (null, diagnostics);
    }

    private static int FirstBad(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var status = Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out var length);
            if (status != System.Buffers.OperationStatus.Done) return at;
            at += length;
        }

        return 0;
    }

    private static (ScenarioFile? File, Diagnostics Diagnostics) Fails(
        string path, string message, string? hint = null, Span at = default)
    {
        var diagnostics = new Diagnostics(path, "");
        diagnostics.Error(at, message, hint);
        return (null, diagnostics);
    }
}
