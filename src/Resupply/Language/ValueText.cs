namespace Resupply.Language;

/// <summary>The text of one value and where it stands, so that a mistake in it is shown at its column.</summary>
/// <remarks>
/// Where the text was folded, or has escapes, columns are lost: then the start of the value is shown.
/// </remarks>
internal sealed class ValueText(Node.Scalar scalar, Diagnostics diagnostics)
{
    private readonly bool isPlain = !scalar.Quoted && scalar.At.Length == scalar.Text.Length;
    private readonly bool isQuoted = scalar.Quoted && scalar.At.Length == scalar.Text.Length + 2;

    public string Text => scalar.Text;

    public Span At => scalar.At;

    public bool HasErrors { get; private set; }

    public Span Place(int start, int length)
    {
        if (!isPlain && !isQuoted) return scalar.At;
        return new Span(scalar.At.Line, scalar.At.Column + start + (isQuoted ? 1 : 0), Math.Max(1, length));
    }

    public void Error(int start, int length, string message, string? hint = null)
    {
        HasErrors = true;
        diagnostics.Error(Place(start, length), message, hint);
    }

    public void Error(Token at, string message, string? hint = null) =>
        Error(at.Start, at.Text.Length, message, hint);

    public void Error(Phrase at, string message, string? hint = null) =>
        Error(at.Start, at.Length, message, hint);

    /// <summary>The words of a phrase as the planner wrote them.</summary>
    public string Of(Phrase phrase) => Text.Substring(phrase.Start, phrase.Length);
}
