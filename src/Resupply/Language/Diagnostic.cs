using System.Collections.Immutable;
using System.Text;

namespace Resupply.Language;

/// <summary>A stretch of the file; lines and columns count from 1.</summary>
public readonly record struct Span(int Line, int Column, int Length);

public enum Severity
{
    Error,
    Warning,
    Note,
}

/// <summary>Something wrong with the input, or worth knowing: where, what was found, what would help.</summary>
/// <param name="Excerpt">The line of the file as it stands; empty where there is none.</param>
public sealed record Diagnostic(Severity Severity, string File, Span At, string Message, string? Hint, string Excerpt)
{
    public string Place => VisibleText.Of(At.Line == 0 ? File : $"{File}:{At.Line}:{At.Column}");

    /// <summary>The message with its place, the line with a caret under the offending text, the hint.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Place}: {Severity.ToString().ToLowerInvariant()}: {Message}");
        if (Excerpt.Length > 0)
        {
            var number = $"{At.Line,5} | ";
            var (line, caret) = VisibleText.Excerpt(Excerpt, At);
            text.Append('\n').Append(number).Append(line);
            text.Append('\n').Append(' ', number.Length).Append(caret);
        }

        if (Hint is not null) text.Append("\n  hint: ").Append(Hint);
        return text.ToString();
    }
}

/// <summary>Collects what is wrong with one file, in the order in which it was found; says each thing once.</summary>
public sealed class Diagnostics(string file, string text)
{
    /// <summary>As YAML 1.1 has them.</summary>
    internal static readonly string[] LineBreaks = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    private readonly List<Diagnostic> found = [];
    private readonly HashSet<(Severity, Span, string)> said = [];
    private string[]? lines; // most files have nothing wrong with them, and each option is read by itself
    private (string Name, Span From, Span To)? patch;

    public bool HasErrors => found.Exists(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>
    /// How many errors were reported, also those that had been said before: whether something is whole.
    /// </summary>
    internal int ErrorsReported { get; private set; }

    /// <summary>So much was found that no more is taken: whoever looks may stop looking.</summary>
    public bool IsFull => found.Count >= Limits.DiagnosticsMax;

    /// <summary>What was found, in the order of the file.</summary>
    public ImmutableArray<Diagnostic> Found =>
        [.. found.OrderBy(diagnostic => diagnostic.At.Line).ThenBy(diagnostic => diagnostic.At.Column)];

    public void Error(Span at, string message, string? hint = null)
    {
        ErrorsReported++;
        Add(Severity.Error, at, message, hint);
    }

    public void Warn(Span at, string message, string? hint = null) => Add(Severity.Warning, at, message, hint);

    public void Note(Span at, string message, string? hint = null) => Add(Severity.Note, at, message, hint);

    /// <summary>
    /// From here on the file is looked at as an option or a world changes it: what is wrong outside of that patch is
    /// said with the patch's name, as without it all was well there.
    /// </summary>
    /// <param name="name">As in `option x`; null: as the file is written.</param>
    internal void With(string? name, Span from, Span to) => patch = name is null ? null : (name, from, to);

    private void Add(Severity severity, Span at, string message, string? hint)
    {
        if (IsFull || !said.Add((severity, at, message))) return;
        if (found.Count == Limits.DiagnosticsMax - 1)
            message = $"{message} (and more: only the first {Limits.DiagnosticsMax} are shown)";

        if (patch is { } changes && (IsBefore(at, changes.From) || IsBefore(changes.To, at)))
            message = $"{message} (with {changes.Name})";
        lines ??= text.Split(LineBreaks, StringSplitOptions.None);
        var excerpt = at.Line >= 1 && at.Line <= lines.Length ? lines[at.Line - 1] : "";
        found.Add(
            new Diagnostic(
                severity, file, at, VisibleText.Of(message), hint is null ? null : VisibleText.Of(hint), excerpt));
    }

    private static bool IsBefore(Span one, Span other) =>
        one.Line < other.Line || (one.Line == other.Line && one.Column < other.Column);
}
