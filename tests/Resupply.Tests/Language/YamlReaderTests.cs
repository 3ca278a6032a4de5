using Resupply.Language;

namespace Resupply.Tests.Language;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("", "1:1 the file is empty / `resupply new FOLDER` writes one to begin with")]
    [
        InlineData(
            "# only a comment\n",
            "1:1 the file holds nothing but comments / `resupply new FOLDER` writes one to begin with"),
    ]
    [InlineData("just text\n", "1:1 the file is a single value, not a map of keys / begin with `resupply: 1`")]
    [InlineData("- a\n- b\n", "1:1 the file is a list, not a map of keys / begin with `resupply: 1`")]
    [InlineData("a: [1, 2\nb: 3\n", "1:4 this `[` is never closed / put `]` where it ends")]
    [InlineData("a: {b: 1\nc: 2\n", "1:4 this `{` is never closed / put `}` where it ends")]
    [InlineData("a: {b: {c: 1}\nd: 2\n", "1:4 this `{` is never closed / put `}` where it ends")]
    [InlineData("a: [1}\n", "1:6 `}` does not close `[`, opened at 1:4 / write `]`")]
    [InlineData("a: [1, 2]]\n", "1:10 this `]` closes nothing / delete it")]
    [InlineData("a: \"abc\nb: 3\n", "1:4 this quote is never closed / put the same quote at the text's end")]
    [InlineData("a: 'abc\nb: 3\n", "1:4 this quote is never closed / put the same quote at the text's end")]
    [InlineData("a:\n\tb: 3\n", "2:1 a tab indents this line / indent with spaces")]
    [InlineData("a:\n  b:\n  \tc: 3\n", "3:3 a tab indents this line / indent with spaces")]
    [InlineData("a: @x\n", "1:4 a value cannot begin with `@` / put quotes around it")]
    [InlineData("a: 1\nfoo\nb: 2\n", "2:1 this line is neither `key: value` nor a list's item / is a colon missing?")]
    [InlineData("a: 1\na: 2\n", "2:1 `a` stands here for the second time / the first stands at 1:1; keep one of them")]
    [InlineData("a: *x\n", "1:4 `*x` is an alias / aliases are not used here: write the thing out")]
    [InlineData("a: !!str 2\n", "1:4 `!!str` is a tag / tags are not used here: leave it out")]
    [InlineData("? [a]\n: b\n", "1:3 a key is a single word, not a list or a map / write name: value")]
    [InlineData("---\na: 1\n---\nb: 1\n", "3:1 a second document begins here / one file holds one scenario")]
    [InlineData("a: b\u0000c\n", "1:5 a control character, U+0000, stands here / delete it")]
    [InlineData("%YAML 3.0\n---\na: 1\n", "1:1 YAML directives are not used here / delete the line that begins with %")]
    public void A_broken_file_is_explained(string text, string expected) =>
        Assert.Equal(expected, SmallLanguage.Said(YamlReader.Read("test.yaml", text).Diagnostics));

    [Theory]
    [InlineData("a: &x 1\n", "1:4 `&x` is an anchor")]
    [InlineData("a: { <<: { b: 1 } }\n", "1:6 `<<` is a merge key")]
    [InlineData("a: b: c\n", "1:5 a second `: ` makes this line ambiguous")]
    [InlineData("a:\n  b: 1\n c: 2\n", "3:2 this line does not fit the ones above")]
    [InlineData("a: \"\\q\"\n", "1:4 a backslash in this quoted text begins an escape that does not exist")]
    [InlineData("a: { f: weibull(1.5, 900 h) }\n", "1:9 inside braces and brackets a comma ends the value")]
    [InlineData("a: [uniform(1, 2), 3]\n", "1:5 inside braces and brackets a comma ends the value")]
    public void A_trap_of_YAML_is_named(string text, string expected) =>
        Assert.StartsWith(
            expected, SmallLanguage.Said(YamlReader.Read("test.yaml", text).Diagnostics), StringComparison.Ordinal);

    [Fact]
    public void The_message_names_both_ways_out_of_the_comma_trap() => Assert.EndsWith(
        "/ write weibull(1.5; 900 h), or put quotes around it",
        SmallLanguage.Said(YamlReader.Read("test.yaml", "a: { f: weibull(1.5, 900 h) }\n").Diagnostics),
        StringComparison.Ordinal);

    [Fact]
    public void Places_count_from_one_whatever_ends_the_lines()
    {
        foreach (var ending in (string[])["\n", "\r\n"])
        {
            var (root, diagnostics) = YamlReader.Read("test.yaml", $"a: 1{ending}b:{ending}  c: [x, 'y z']{ending}");
            Assert.False(diagnostics.HasErrors);
            var list = (Node.List)((Node.Map)root!["b"]!)["c"]!;
            Assert.Equal(new Span(3, 7, 1), list.Items[0].At);
            Assert.Equal(new Span(3, 10, 5), list.Items[1].At);
            Assert.Equal("y z", ((Node.Scalar)list.Items[1]).Text);
        }
    }

    [Theory]
    [InlineData("a: no", "no", false)]
    [InlineData("a: 012", "012", false)]
    [InlineData("a: 2024-11-09", "2024-11-09", false)]
    [InlineData("a: 1:30", "1:30", false)]
    [InlineData("a: ~", "~", true)]
    [InlineData("a:", "", true)]
    [InlineData("a: ''", "", false)]
    [InlineData("a: 'null'", "null", false)]
    public void A_scalar_is_its_text_and_nothing_is_guessed(string yaml, string text, bool isNull)
    {
        var scalar = (Node.Scalar)YamlReader.Read("test.yaml", yaml).Root!["a"]!;
        Assert.Equal((text, isNull), (scalar.Text, scalar.IsNull));
    }

    [Fact]
    public void What_is_nested_too_deep_is_refused_before_it_hurts()
    {
        var text = "a: " + new string('[', 500_000);
        Assert.Contains(
            "nested", SmallLanguage.Said(YamlReader.Read("test.yaml", text).Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void A_billion_laughs_are_not_laughed()
    {
        var lines = Enumerable.Range(1, 30).Select(
            i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");
        var (_, diagnostics) = YamlReader.Read("test.yaml", "a0: &a0 lol\n" + string.Join('\n', lines));
        Assert.Contains(diagnostics.Found, found => found.Message.Contains("anchor", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_with_a_million_mistakes_says_so_and_stops()
    {
        var text = "a: [" + string.Join(", ", Enumerable.Repeat("!x y", 100_000)) + "]";
        var found = YamlReader.Read("test.yaml", text).Diagnostics.Found;
        Assert.Equal(Limits.DiagnosticsMax, found.Length);
        Assert.Contains("and more", found[^1].Message, StringComparison.Ordinal);
    }
}
