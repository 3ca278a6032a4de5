using System.Text;
using Resupply.Language;

namespace Resupply.Evidence;

/// <summary>
/// The file with a source's words. It must lie in the scenario's folder; one that cannot be read is warned of, and its
/// quotes are not checked.
/// </summary>
internal static class DocumentFile
{
    public const int BytesMax = 8 * 1024 * 1024;

    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Its text without a byte order mark; null where a diagnostic says why not.</summary>
    /// <param name="folder">The scenario's folder, as a full path.</param>
    public static string? TextOf(Form.Word document, string folder, Diagnostics diagnostics)
    {
        if (document.Text.Length == 0 || document.Text.Contains('\0', StringComparison.Ordinal)) return null;
        try
        {
            if (PhysicalPath.Within(folder, document.Text) is { } path) return TextAt(path, document, diagnostics);
            diagnostics.Error(
                document.At,
                $"`{document.Text}` lies outside the scenario's folder",
                "put the document beside the scenario and name it from there");
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Unread(document, diagnostics, "cannot be read", null);
        }
    }

    private static string? TextAt(string path, Form.Word document, Diagnostics diagnostics)
    {
        if (Directory.Exists(path)) return Unread(document, diagnostics, "is a folder", "name the file in it");
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            diagnostics.Warn(document.At, $"there is no document `{document.Text}`: its quotes are not checked");
            return null;
        }

        // A pipe or a device has no length either, and to open one may wait for ever: it is not opened.
        if (file.Length == 0)
            return Unread(document, diagnostics, "is empty, or is not an ordinary file", "save it as text in UTF-8");
        return ScenarioFile.BytesOf(path, BytesMax) is { } bytes
            ? Decoded(bytes, document, diagnostics)
            : Unread(
                document, diagnostics, $"is larger than {BytesMax / 1024 / 1024} MB", "cut it to what is quoted");
    }

    private static string? Unread(Form.Word document, Diagnostics diagnostics, string why, string? hint)
    {
        diagnostics.Warn(document.At, $"`{document.Text}` {why}: its quotes are not checked", hint);
        return null;
    }

    private static string? Decoded(byte[] bytes, Form.Word document, Diagnostics diagnostics)
    {
        const string Hint = "save it as text in UTF-8";
        switch (bytes)
        {
            case [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]:
                return Unread(document, diagnostics, "is written in UTF-16", Hint);
            case [0, not 0, ..] or [not 0, 0, ..]:
                return Unread(document, diagnostics, "is not UTF-8: it looks like UTF-16 without a mark", Hint);
            case [0x25, 0x50, 0x44, 0x46, ..]:
                return Unread(document, diagnostics, "is a PDF", Hint);
        }

        try
        {
            var from = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
            var text = Strict.GetString(bytes, from, bytes.Length - from);
            return text.Contains('\0', StringComparison.Ordinal)
                ? Unread(document, diagnostics, "is not text: it holds a zero byte", Hint)
                : text;
        }
        catch (DecoderFallbackException wrong)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(wrong.Index, 0, bytes.Length)).Count((byte)'\n');
            return Unread(document, diagnostics, $"is not UTF-8 on its line {line}", Hint);
        }
    }
}
