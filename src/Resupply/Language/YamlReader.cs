using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Resupply.Language;

/// <summary>Reads YAML into nodes with places. It resolves nothing and refuses what could hide something.</summary>
public sealed class YamlReader
{
    private readonly Diagnostics diagnostics;
    private readonly DocumentKind kind;
    private readonly Parser parser;
    private int nodes;
    private readonly HashSet<string> anchors = [];
    private (Span At, string Message)? tooMuch;
    private bool isTorn;

    private YamlReader(string text, Diagnostics diagnostics, DocumentKind kind)
    {
        (this.diagnostics, this.kind) = (diagnostics, kind);
        parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>
    /// The map that the file is. Null where it is no map, or where a syntax error or something refused left so little
    /// of it that what follows from it would be reported too.
    /// </summary>
    public static (Node.Map? Root, Diagnostics Diagnostics) Read(string file, string text)
    {
        var found = new Diagnostics(file, text);
        return (Read(text, found), found);
    }

    /// <summary>As <see cref="Read(string, string)"/>, into diagnostics that exist already.</summary>
    /// <param name="kind">What the file is to be; null: a scenario.</param>
    public static Node.Map? Read(string text, Diagnostics diagnostics, DocumentKind? kind = null)
    {
        if (YamlMistakes.ControlCharacter(text, diagnostics)) return null;
        var reader = new YamlReader(text, diagnostics, kind ?? DocumentKind.Scenario);
        try
        {
            var root = reader.Document(isBlank: string.IsNullOrWhiteSpace(text));
            return reader.isTorn ? null : root;
        }
        catch (YamlException) when (reader.tooMuch is not null)
        {
            diagnostics.Error(reader.tooMuch.Value.At, reader.tooMuch.Value.Message);
        }
        catch (YamlException problem)
        {
            YamlMistakes.Explain(problem.Message, PlaceOf(problem.Start), PlaceOf(problem.End), text, diagnostics);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or OverflowException)
        {
            // The parser loses its footing over some unclosed brackets and says so in its own way.
            var at = PlaceOf(reader.parser.Current?.End ?? Mark.Empty);
            YamlMistakes.Explain("", at, at, text, diagnostics);
        }
        return null;
    }

    private static Span PlaceOf(Mark mark) => new((int)mark.Line, (int)mark.Column, 1);

    private Node.Map? Document(bool isBlank)
    {
        Move();
        Move();
        if (parser.Current is StreamEnd)
        {
            var what = isBlank ? "the file is empty" : "the file holds nothing but comments";
            diagnostics.Error(new Span(1, 1, 1), what, kind.ToBeginWith);
            return null;
        }

        Move();
        var root = ReadNode(0);
        Move();
        Move();
        if (parser.Current is DocumentStart second)
            diagnostics.Error(
                PlaceOf(second.Start) with { Length = 3 },
                "a second document begins here",
                $"one file holds one {kind.Name}");
        if (root is Node.Map map) return map;
        if (root is not null)
        {
            var what = root switch
            {
                Node.List => "a list",
                Node.Scalar { Text: ['<', ..] } => "a web page or XML",
                _ => "a single value",
            };
            diagnostics.Error(root.At, $"the file is {what}, not a map of keys", $"begin with `{kind.FirstLine}`");
        }

        return null;
    }

    private void Move()
    {
        parser.MoveNext();
        if (parser.Current is Comment) Move();
    }

    /// <summary>The node that the current event begins; ends on its last event. Null where it was refused.</summary>
    private Node? ReadNode(int depth)
    {
        // Over some broken maps the parser ends the map where a value should begin.
        if (parser.Current is not (NodeEvent or AnchorAlias)) throw new InvalidOperationException($"{parser.Current}");
        var current = parser.Current;
        var at = SpanOf(current);
        if (++nodes > Limits.NodesMax) tooMuch = (at, $"the file holds more than {Limits.NodesMax} values");
        if (depth > Limits.DepthMax) tooMuch = (at, $"the file is nested more than {Limits.DepthMax} deep");
        if (tooMuch is not null) throw new YamlException(tooMuch.Value.Message);
        if (current is AnchorAlias alias)
        {
            // Where its anchor was reported, the alias goes with it.
            isTorn = true;
            if (!anchors.Contains(alias.Value.Value))
                diagnostics.Error(
                    at, $"`*{alias.Value}` is an alias", "aliases are not used here: write the thing out");
            return null;
        }

        RefuseDecorations((NodeEvent)current, at);
        if (current is Scalar { Style: ScalarStyle.DoubleQuoted } quoted)
            YamlMistakes.EscapedCharacter(quoted.Value, at, diagnostics);
        return current switch
        {
            Scalar scalar => new Node.Scalar(scalar.Value, scalar.Style != ScalarStyle.Plain, at),
            SequenceStart list => ReadList(list, at, depth),
            MappingStart map => ReadMap(map, at, depth),
            _ => throw new InvalidOperationException($"unexpected {current}"),
        };
    }

    private void RefuseDecorations(NodeEvent node, Span at)
    {
        if (!node.Anchor.IsEmpty && anchors.Add(node.Anchor.Value))
        {
            diagnostics.Error(
                at with { Length = node.Anchor.Value.Length + 1 },
                $"`&{node.Anchor}` is an anchor",
                "anchors and aliases are not used here: write the thing out wherever it stands, or use `unknowns`");
        }

        if (node.Tag.IsEmpty) return;
        const string core = "tag:yaml.org,2002:";
        var tag = node.Tag switch
        {
            { IsNonSpecific: true } => "!",
            { Value: var name } when name.StartsWith(core, StringComparison.Ordinal) => $"!!{name[core.Length..]}",
            { Value: var name } => name,
        };
        diagnostics.Error(at with { Length = 1 }, $"`{tag}` is a tag", "tags are not used here: leave it out");
    }

    private static Span SpanOf(ParsingEvent node)
    {
        var isOneLine = node.Start.Line == node.End.Line;
        var length = isOneLine && node is Scalar ? (int)(node.End.Column - node.Start.Column) : 1;
        return PlaceOf(node.Start) with { Length = length };
    }

    private Node.List ReadList(SequenceStart start, Span at, int depth)
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        for (Move(); parser.Current is not SequenceEnd; Move())
        {
            if (ReadNode(depth + 1) is { } item) items.Add(item);
        }

        var isFlow = start.Style == SequenceStyle.Flow;
        return new Node.List(isFlow ? FlowTraps.Join(items.ToImmutable(), diagnostics) : items.ToImmutable(), at);
    }

    private Node.Map ReadMap(MappingStart start, Span at, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<Node.Entry>();
        for (Move(); parser.Current is not MappingEnd; Move())
        {
            var key = ReadNode(depth + 1);
            Move();
            var value = ReadNode(depth + 1);
            isTorn |= key is not Node.Scalar;
            if (key is not null and not Node.Scalar)
                diagnostics.Error(key.At, "a key is a single word, not a list or a map", "write name: value");
            if (key is Node.Scalar name && value is not null) entries.Add(new Node.Entry(name, value));
        }

        var isFlow = start.Style == MappingStyle.Flow;
        var joined = isFlow ? FlowTraps.Join(entries.ToImmutable(), diagnostics) : entries.ToImmutable();
        return new Node.Map(WithoutDuplicates(joined), at);
    }

    private ImmutableArray<Node.Entry> WithoutDuplicates(ImmutableArray<Node.Entry> entries)
    {
        var first = new Dictionary<string, Span>(entries.Length);
        var kept = ImmutableArray.CreateBuilder<Node.Entry>(entries.Length);
        foreach (var entry in entries)
        {
            var key = entry.Key;
            if (key.Text == "<<" && !key.Quoted)
            {
                isTorn = true;
                diagnostics.Error(
                    key.At, "`<<` is a merge key", "merges are not used here: write things out, or use `options`");
            }
            else if (first.TryAdd(key.Text, key.At))
            {
                kept.Add(entry);
            }
            else
            {
                var at = first[key.Text];
                isTorn |= entry.Value is not Node.Scalar;
                diagnostics.Error(
                    key.At,
                    $"`{key.Text}` stands here for the second time",
                    $"the first stands at {at.Line}:{at.Column}; keep one of them");
            }
        }

        return kept.ToImmutable();
    }
}
