using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Evidence;

/// <summary>
/// The documents of one scenario, each read once however many sources, options and worlds name it.
/// </summary>
/// <param name="folder">The scenario's folder, as a full path.</param>
internal sealed class SourceDocuments(string folder)
{
    private const long CharactersMax = 64 * 1024 * 1024;
    private const int PassageMax = 160;

    private readonly Dictionary<string, Document?> byPath = new(StringComparer.Ordinal);
    private long characters;

    /// <summary>The text; null where it cannot be read, which is said.</summary>
    public string? TextOf(Form.Word document, Diagnostics diagnostics)
    {
        if (byPath.TryGetValue(document.Text, out var known))
        {
            // Said again where the same document is named again: what is wrong with it, is wrong there too.
            if (known is null) DocumentFile.TextOf(document, folder, diagnostics);
            return known?.Text;
        }

        var text = characters > CharactersMax ? TooMany(document, diagnostics)
            : DocumentFile.TextOf(document, folder, diagnostics);
        byPath[document.Text] = text is null ? null : new Document(text);
        characters += text?.Length ?? 0;
        if (text is not null) HiddenMarks.Warn(text, document, diagnostics);
        return text;
    }

    /// <summary>Where a quote stands in a document that was read; null where it was not.</summary>
    public QuoteCheck? Find(string quote, string document)
    {
        if (byPath.GetValueOrDefault(document) is not { } read) return null;
        var folded = read.Folded.Value;
        var asked = FoldedText.Of(quote).Text;
        if (asked.Length == 0) return new QuoteCheck.Unchecked("the quote is empty");
        if (folded.IndexOf(asked) is var at and >= 0)
        {
            var (from, to) = (folded.PlaceOf(at), folded.PlaceOf(at + asked.Length - 1) + 1);
            return new QuoteCheck.Found(document, read.LineOf(from), from, to);
        }

        if (read.Nearest.Value.To(asked) is not var (first, own, last))
            return new QuoteCheck.Missing(document, null, 0);
        var passage = folded.Text[first..last];
        if (passage.Length > PassageMax) passage = passage[..PassageMax] + "…";
        return new QuoteCheck.Missing(document, passage, read.LineOf(folded.PlaceOf(own)));
    }

    /// <summary>Those that were read, by path.</summary>
    public ImmutableSortedDictionary<string, string> Texts()
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (path, document) in byPath)
        {
            if (document is not null) texts.Add(path, document.Text);
        }

        return texts.ToImmutable();
    }

    private static string? TooMany(Form.Word document, Diagnostics diagnostics)
    {
        diagnostics.Warn(
            document.At,
            $"the documents before `{document.Text}` have more than {CharactersMax / 1024 / 1024} M characters: its " +
            "quotes are not checked");
        return null;
    }

    private sealed class Document(string text)
    {
        private readonly Lazy<int[]> lines = new(() => LineStarts(text));

        public string Text => text;

        public Lazy<FoldedText> Folded { get; } = new(() => FoldedText.Of(text));

        public Lazy<NearestPassage> Nearest => nearest ??= new(() => new NearestPassage(Folded.Value));

        private Lazy<NearestPassage>? nearest;

        public int LineOf(int place)
        {
            var found = Array.BinarySearch(lines.Value, place);
            return found >= 0 ? found + 1 : ~found;
        }

        private static int[] LineStarts(string text)
        {
            var starts = new List<int> { 0 };
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                    starts.Add(at + 1);
            }

            return [.. starts];
        }
    }
}
