using System.Collections.Immutable;

namespace Resupply.Language;

/// <summary>
/// Inside YAML's braces and brackets a comma ends the value: `{ fails: weibull(1.5, 900 h) }` has the keys `fails` and
/// `900 h)`. The mistake is recognised by the open parenthesis and reported; what was torn apart is put together again.
/// </summary>
internal static class FlowTraps
{
    /// <summary>So that a list of open parentheses is not searched to its end for each of them.</summary>
    private const int PiecesMax = 64;

    public static ImmutableArray<Node.Entry> Join(ImmutableArray<Node.Entry> entries, Diagnostics diagnostics)
    {
        var joined = ImmutableArray.CreateBuilder<Node.Entry>();
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            if (entry.Value is Node.Scalar { Quoted: false } value)
            {
                var pieces = entries.Skip(i + 1).TakeWhile(IsBareKey).Select(next => next.Key);
                var (whole, used) = Whole(value, pieces, IsDigits);
                if (used > 0) Report(value, whole, diagnostics);
                entry = entry with { Value = whole };
                i += used;
            }

            joined.Add(entry);
        }

        return joined.ToImmutable();
    }

    public static ImmutableArray<Node> Join(ImmutableArray<Node> items, Diagnostics diagnostics)
    {
        var joined = ImmutableArray.CreateBuilder<Node>();
        for (var i = 0; i < items.Length; i++)
        {
            var item = items[i];
            if (item is Node.Scalar { Quoted: false } value)
            {
                var (whole, used) = Whole(value, items.Skip(i + 1).OfType<Node.Scalar>(), (_, _) => false);
                if (used > 0) Report(value, whole, diagnostics);
                item = whole;
                i += used;
            }

            joined.Add(item);
        }

        return joined.ToImmutable();
    }

    private static bool IsBareKey(Node.Entry entry) =>
        !entry.Key.Quoted && entry.Value is Node.Scalar { Quoted: false, Text: "" };

    /// <summary>
    /// The value with as many of the following pieces as close its parentheses; as it is where none do.
    /// </summary>
    private static (Node.Scalar Whole, int Used) Whole(
        Node.Scalar value, IEnumerable<Node.Scalar> pieces, Func<Node.Scalar, Node.Scalar, bool> isTorn)
    {
        var open = Open(value.Text);
        var texts = new List<string> { value.Text };
        var last = value;
        foreach (var piece in pieces.Take(PiecesMax))
        {
            var isTornNumber = texts.Count == 1 && open == 0 && isTorn(value, piece);
            if (open <= 0 && !isTornNumber) break;
            texts.Add(isTornNumber ? piece.Text : " " + piece.Text);
            open += Open(piece.Text);
            last = piece;
        }

        if (texts.Count == 1 || open != 0) return (value, 0);
        var isOneLine = last.At.Line == value.At.Line;
        var length = isOneLine ? last.At.Column + last.At.Length - value.At.Column : value.At.Length;
        var whole = value with { Text = string.Join(',', texts), At = value.At with { Length = length } };
        return (whole, texts.Count - 1);
    }

    private static int Open(string text) => text.Count(letter => letter == '(') - text.Count(letter => letter == ')');

    /// <summary>1,000 and 2,5: the value itself reports what is wrong with the comma.</summary>
    private static bool IsDigits(Node.Scalar value, Node.Scalar piece) =>
        value.Text.Length > 0 && value.Text.All(char.IsAsciiDigit)
        && !piece.Quoted && piece.Text.Length > 0 && piece.Text.All(char.IsAsciiDigit);

    private static void Report(Node.Scalar value, Node.Scalar whole, Diagnostics diagnostics)
    {
        if (!whole.Text.Contains('(', StringComparison.Ordinal)) return; // 1,000: the value itself reports it
        diagnostics.Error(
            whole.At,
            $"inside braces and brackets a comma ends the value: after `{value.Text}` a new key begins",
            $"write {whole.Text.Replace(", ", "; ", StringComparison.Ordinal)}, or put quotes around it");
    }
}
