using System.Text;
using Resupply.Language;

namespace Resupply.Evidence;

/// <summary>
/// Do documents lie in the scenario's folder, and do quotes stand in them? What is missing in evidence is reported and
/// never refuses a run; a path that leaves the folder is a mistake of another kind, and does.
/// </summary>
public static class EvidenceChecks
{
    private const long DocumentBytesMax = 8 * 1024 * 1024;

    /// <param name="folder">The scenario's folder, as a full path.</param>
    public static void Check(Form.Fields scenario, string folder, Diagnostics diagnostics)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in scenario.MapAt("sources"))
        {
            if (source.Form is Form.Fields fields && fields["document"] is Form.Word document
                && TextOf(document, folder, diagnostics) is { } text)
            {
                texts[source.Name] = Folded(text);
            }
        }

        foreach (var claim in scenario.MapAt("claims"))
        {
            if (claim.Form is Form.Fields fields
                && fields["quote"] is Form.Word quote
                && fields.TextAt("source") is { } source
                && texts.TryGetValue(source, out var text)
                    && !text.Contains(Folded(quote.Text), StringComparison.Ordinal))
            {
                diagnostics.Warn(
                    quote.At, $"the quote of claim `{claim.Name}` does not stand in the document of `{source}`");
            }
        }
    }

    private static string? TextOf(Form.Word document, string folder, Diagnostics diagnostics)
    {
        if (document.Text.Length == 0 || document.Text.Contains('\0', StringComparison.Ordinal)) return null;
        var path = Path.GetFullPath(document.Text, folder);
        if (Path.IsPathRooted(document.Text) || !IsUnder(folder, path) || LeadsOutside(folder, path))
        {
            diagnostics.Error(
                document.At,
                $"`{document.Text}` lies outside the scenario's folder",
                "put the document beside the scenario and name it from there");
            return null;
        }

        try
        {
            return TextAt(path, document, diagnostics);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            diagnostics.Warn(document.At, $"`{document.Text}` cannot be read: its quotes are not checked");
            return null;
        }
    }

    private static string? TextAt(string path, Form.Word document, Diagnostics diagnostics)
    {
        if (!File.Exists(path))
        {
            diagnostics.Warn(document.At, $"there is no document `{document.Text}`: its quotes are not checked");
            return null;
        }

        if (new FileInfo(path).Length <= DocumentBytesMax) return File.ReadAllText(path, Encoding.UTF8);
        diagnostics.Warn(
            document.At,
            $"`{document.Text}` is larger than {DocumentBytesMax / 1024 / 1024} MB: its quotes are not checked");
        return null;
    }

    /// <summary>A link on the way, be it a folder or the document itself, that ends elsewhere.</summary>
    private static bool LeadsOutside(string folder, string path)
    {
        var at = Path.TrimEndingDirectorySeparator(folder);
        foreach (var part in Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar))
        {
            at = Path.Join(at, part);
            try
            {
                if (File.ResolveLinkTarget(at, returnFinalTarget: true) is { } target
                    && !IsUnder(folder, target.FullName))
                    return true;
            }
            catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
            {
                return false;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return true; // A circle of links leads nowhere.
            }
        }

        return false;
    }

    private static bool IsUnder(string folder, string path) =>
        path.StartsWith(
            Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>White space folded, so that a quote may be broken over lines.</summary>
    private static string Folded(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
}
