using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Language;

public sealed partial class Checker
{
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly ImmutableSortedDictionary<string, Shape> Evidence =
        ImmutableSortedDictionary<string, Shape>.Empty
            .Add(
                "claims",
                new Shape.OneOf(new Shape.Reference("claims"), new Shape.List(new Shape.Reference("claims")), null))
            .Add("assume", new Shape.Text());

    private Form? CheckScalar(Shape shape, Node.Scalar scalar, Place place) => shape switch
    {
        Shape.Reference reference => CheckReference(reference, scalar, place),
        Shape.Word word => CheckWord(word, scalar, place),
        Shape.Flag => CheckFlag(scalar),
        Shape.Text => Said(scalar, place),
        _ => throw new InvalidOperationException($"unknown shape {shape}"),
    };

    private static Form.Word Said(Node.Scalar scalar, Place place) => new(scalar.Text, scalar.At)
    {
        Path = place.Path,
        Support = scalar.Patched ? place.Inherited with { Decision = true } : place.Inherited,
    };

    private Form.Word? CheckReference(Shape.Reference reference, Node.Scalar scalar, Place place)
    {
        var (name, section) = (scalar.Text, reference.Section);
        if (name == reference.Or || scope.Declares(section, name)) return new Form.Word(name, scalar.At);
        if (scope.HasRemoved(section, name))
        {
            if (place.IsInQuestions) return new Form.Word(name, scalar.At, Missing: true);
            diagnostics.Error(
                scalar.At,
                $"`{name}` was removed from `{section}`, and is still named in `{PlaceOf(place)}`",
                "remove this too, or name another");
            return null;
        }

        var hint = IsSeveral(name, section)
            ? $"write a list: [{name}]"
            : Nearest.HintFor(name, scope.NamesIn(section), $"the file has no `{section}`");
        if (Names.IsEvidence(section))
        {
            diagnostics.Warn(scalar.At, $"there is no `{name}` under `{section}`", hint);
            return new Form.Word(name, scalar.At, Missing: true);
        }

        if (reference.By is { } by && IsWhatIsMade(by, section, name) is { } made)
            diagnostics.Error(scalar.At, made.Message, made.Hint);
        else
            diagnostics.Error(scalar.At, $"there is no `{name}` under `{section}`", hint);
        return null;
    }

    /// <summary>An item stands where a line is named.</summary>
    private (string Message, string Hint)? IsWhatIsMade(Maker by, string section, string name)
    {
        if (!scope.Declares($"{by.Key}s", name)) return null;
        var thing = section[..^1];
        var makers = root[section] is not Node.Map things ? [] : things.Entries
            .Where(entry => entry.Value is Node.Map fields && fields[by.Key] is Node.Scalar made && made.Text == name)
            .Select(entry => entry.Key.Text)
            .ToList();
        return makers.Count > 0
            ? ($"`{name}` is no {thing} but what {Nearest.Listed(makers)} {by.Verb}", $"write `{makers[0]}`")
            : ($"no {thing} {by.Verb} `{name}`", $"add one with `{by.Key}: {name}`, and name it here");
    }

    /// <summary>The path without the number of an item in a list.</summary>
    private static string PlaceOf(Place place)
    {
        var last = place.Path.LastIndexOf('.');
        return last > 0 && char.IsAsciiDigit(place.Path[last + 1]) ? place.Path[..last] : place.Path;
    }

    /// <summary>`line, shop` without the brackets of a list.</summary>
    private bool IsSeveral(string text, string section) =>
        text.Contains(',', StringComparison.Ordinal)
        && text.Split(',').All(name => scope.Declares(section, name.Trim()));

    private Form.Word? CheckWord(Shape.Word shape, Node.Scalar scalar, Place place)
    {
        if (shape.Words.Contains(scalar.Text)) return Said(scalar, place);
        var meant = shape.Words.FirstOrDefault(word => IsLonghand(scalar.Text, word))
            ?? Nearest.To(scalar.Text, shape.Words);
        diagnostics.Error(
            scalar.At, $"expected {Expected.By(shape)}, found `{Expected.Short(scalar.Text)}`",
            (meant, shape.Words) switch
            {
                ({ }, _) => $"did you mean `{meant}`?",
                (_, [var only]) => $"write {only}",
                _ => null,
            });
        return null;
    }

    /// <summary>`Saturday` for `sat`.</summary>
    private static bool IsLonghand(string text, string word) =>
        word.Length >= 3 && text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private Form.Flag? CheckFlag(Node.Scalar scalar)
    {
        if (!scalar.Quoted && scalar.Text is "true" or "false") return new Form.Flag(scalar.Text == "true", scalar.At);
        var meant = scalar.Text.ToLowerInvariant() switch
        {
            "yes" or "on" or "y" or "true" or "1" => "write true",
            "no" or "off" or "n" or "false" or "0" => "write false",
            _ => "write true or false",
        };
        diagnostics.Error(scalar.At, $"expected `true` or `false`, found `{Expected.Short(scalar.Text)}`", meant);
        return null;
    }

    private (bool IsKey, Day? Day) CheckKey(Shape.Map shape, Node.Scalar key, Place place) => shape.Keys switch
    {
        KeyKind.Name => (CheckName(key, shape.Section), null),
        KeyKind.Reference => (CheckReference(new Shape.Reference(shape.Section!), key, place) is not null, null),
        KeyKind.Date => CheckDate(key) is { } day ? (true, day) : (false, null),
        KeyKind.Weekday => (CheckWord(new Shape.Word([.. Weekdays]), key, place) is not null, null),
        _ => (CheckGrade(key), null),
    };

    private bool CheckName(Node.Scalar key, string? section)
    {
        if (!Names.IsName(key.Text))
        {
            var suggestion = Names.Suggest(key.Text) is { } name ? $"; write `{name}`" : "";
            diagnostics.Error(
                key.At, $"`{Expected.Short(key.Text)}` is not a name",
                $"names are lower-case letters, digits and single hyphens, and begin with a letter{suggestion}");
            return false;
        }

        if (Names.WhyReserved(key.Text, section) is not { } why) return true;
        diagnostics.Error(key.At, $"`{key.Text}` cannot be a name: it {why}", "choose another name");
        return false;
    }

    private Day? CheckDate(Node.Scalar key) =>
        ExpressionReader.Read(key, Measure.FixedDate, scope, diagnostics)?.Expression is Expression.Constant day
            ? new Day((int)day.Value)
            : null;

    private bool CheckGrade(Node.Scalar key)
    {
        if (key.Text is [>= 'A' and <= 'F', >= '1' and <= '6']) return true;
        diagnostics.Error(
            key.At, $"`{Expected.Short(key.Text)}` is not a grade",
            "a grade is a source's reliability, A to F, and a claim's credibility, 1 to 6: B2");
        return false;
    }

    private Form? CheckValue(Shape.Value shape, Node node, Place place)
    {
        var picked = ValueForm.Pick(node, scope.Known, diagnostics, place.Happened + 1);
        foreach (var other in picked.Others) ExpressionReader.Read(other, shape.Measure, scope, diagnostics);
        AddNews(picked, node, place);
        if (picked.IsAbsent && place.Happened is not null) return new Form.NotKnown(node.At);
        if (picked.IsAbsent) ReportAbsent(picked, node);
        if (picked.Text is not { } text) return null;
        if (text.IsNull)
        {
            diagnostics.Error(text.At.Length > 0 ? text.At : place.KeyAt, "`value` is empty");
            return null;
        }

        var support = SupportOf(picked, place);
        if (shape.Or is { } word && text.Text == word)
            return new Form.Word(word, text.At) { Path = place.Path, Support = support };

        if (ExpressionReader.Read(text, shape.Measure, scope, diagnostics) is not { } read) return null;
        var isLater = place.Happened is { } day && picked.Versions.IsEmpty
            && scope.Known?.Has(day + 1, node.At) is false;
        if (isLater) return new Form.NotKnown(node.At);
        return new Form.Single(new Value(
            read.Expression, read.Measure, place.Path, text.Text, text.At, read.IsShare, support));
    }

    private void AddNews(PickedValue picked, Node node, Place place)
    {
        var kind = place.Happened is null ? NewsKind.Version : NewsKind.Fact;
        foreach (var version in picked.Versions)
            news.Add(new News(kind, place.Path, version.Known, version.Map.At));
        if (place.Happened is { } day && picked.Versions.IsEmpty)
            news.Add(new News(kind, place.Path, day + 1, node.At));
    }

    private void ReportAbsent(PickedValue picked, Node node)
    {
        var (earliest, day) = (picked.Versions[0].Known, scope.Known!.Value.Day);
        diagnostics.Error(
            node.At,
            $"nothing was known of this by {day}: its earliest version is of {earliest}",
            $"ask for {earliest} or later, or write what was thought before: {{ value: …, known-on: {day} }}");
    }

    /// <summary>Its own evidence, else that of its thing; a value that came from a patch is a decision.</summary>
    private Support SupportOf(PickedValue picked, Place place)
    {
        var own = picked.Evidence is { } evidence ? OwnSupport(evidence) : null;
        if (picked.Evidence is { } map)
        {
            foreach (var entry in map.Entries)
            {
                if (Evidence.TryGetValue(entry.Key.Text, out var shape))
                    Check(shape, entry.Value, place.Under(entry.Key.Text, entry.Key.At));
            }
        }

        return picked.Text!.Patched
            ? (own ?? Support.None) with { Decision = true }
            : own ?? place.Inherited;
    }

    /// <summary>The claims and the assumption that stand in this very map; null where there are none.</summary>
    private static Support? OwnSupport(Node.Map map)
    {
        var claims = map["claims"] switch
        {
            Node.Scalar { IsNull: false } one => [one.Text],
            Node.List list => list.Items.OfType<Node.Scalar>().Select(claim => claim.Text).ToImmutableArray(),
            _ => ImmutableArray<string>.Empty,
        };
        var assume = (map["assume"] as Node.Scalar)?.Text;
        return claims.IsEmpty && assume is null ? null : new Support(claims, assume, false);
    }
}
