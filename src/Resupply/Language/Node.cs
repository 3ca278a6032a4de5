using System.Collections.Immutable;

namespace Resupply.Language;

/// <summary>
/// A piece of the YAML file as it stands, with its place. Nothing is resolved: a scalar is its text.
/// </summary>
/// <param name="Patched">It came from an option or a world: a decision, not a statement of the file.</param>
public abstract record Node(Span At, bool Patched)
{
    public sealed record Scalar(string Text, bool Quoted, Span At, bool Patched = false) : Node(At, Patched)
    {
        /// <summary>YAML's null: nothing, `~` or `null`, unquoted.</summary>
        public bool IsNull => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";
    }

    public sealed record Map(ImmutableArray<Entry> Entries, Span At, bool Patched = false) : Node(At, Patched)
    {
        public Node? this[string key]
        {
            get
            {
                foreach (var entry in Entries)
                {
                    if (entry.Key.Text == key) return entry.Value;
                }

                return null;
            }
        }
    }

    public sealed record List(ImmutableArray<Node> Items, Span At, bool Patched = false) : Node(At, Patched);

    public sealed record Entry(Scalar Key, Node Value);
}
