using System.Text;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Tests.Language;

/// <summary>
/// Whatever is fed to the readers, they answer with diagnostics: no exception, no hang. Seeds are fixed.
/// </summary>
public sealed class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "5", "8", "2.5", "-", "+", "*", "/", "..", "(", ")", ",", ";", "=", "%", " ", "k", "M", "bn", "h", "d", "w",
        "mo", "y", "per", "day", "chance", "of", "never", "rest", "2024-11-09", "year-end", "interceptors", "share",
        "normal", "poisson", "discrete", "empirical", "uniform", "min", "max", "round", "lognormal", "mean", "sd",
        "30%", "delay", "\t", "é", "\0", "1e6", "0", "'", "#",
    ];

    private static readonly Scope Scope = SmallLanguage.Read(SmallLanguage.Scenario).Scenario!.Scope;

    [Fact]
    public void Random_values_are_read_or_refused()
    {
        for (var run = 0; run < 20_000; run++)
        {
            var random = RandomStream.For(1, "values").At(run);
            var text = string.Concat(
                Enumerable.Range(1, 1 + Below(random, 0, 14)).Select(i => Pieces[Below(random, i, Pieces.Length)]));
            var measure = (Measure)Below(random, 99, 11);
            var diagnostics = new Diagnostics("test.yaml", text);
            var read = ExpressionReader.Read(
                new Node.Scalar(text, false, new Span(1, 1, text.Length)), measure, Scope, diagnostics);
            Assert.True(read is null == diagnostics.HasErrors, $"run {run}: {measure} `{text}`");
            Assert.All(diagnostics.Found, found => Assert.InRange(found.At.Column, 1, text.Length + 1));
        }
    }

    [Fact]
    public void Random_bytes_are_read_or_refused()
    {
        const string Letters = "ab: -[]{},'\"#&*!|>%@`?\n\n  \t\r~<=1.(\u0085\u2028é";
        for (var run = 0; run < 5_000; run++)
        {
            var random = RandomStream.For(2, "bytes").At(run);
            var text = string.Concat(
                Enumerable.Range(1, Below(random, 0, 60)).Select(i => Letters[Below(random, i, Letters.Length)]));
            var (scenario, diagnostics) = SmallLanguage.Read(text);
            Assert.True(scenario is not null || diagnostics.HasErrors, $"run {run}: `{text}`");
            _ = string.Join('\n', diagnostics.Found);
        }
    }

    [Fact]
    public void Spoiled_scenarios_are_read_or_refused()
    {
        for (var run = 0; run < 2_000; run++)
        {
            var random = RandomStream.For(3, "spoiled").At(run);
            var text = new StringBuilder(SmallLanguage.Scenario);
            for (var change = 0; change < 1 + (run % 4); change++) Spoil(text, random, 10 * change);
            var (root, diagnostics) = YamlReader.Read("test.yaml", text.ToString());
            if (root is null)
            {
                Assert.True(diagnostics.HasErrors, $"run {run}");
                continue;
            }

            Checker.Check(SmallLanguage.Top, root, diagnostics);
            foreach (var name in (string[])["more", "without"])
            {
                if ((root["options"] as Node.Map)?[name] is not Node.Map option) continue;
                var patched = MergePatch.Apply(SmallLanguage.Top, root, option, diagnostics);
                Checker.Check(SmallLanguage.Top, patched, diagnostics, asWritten: root);
            }

            _ = string.Join('\n', diagnostics.Found);
        }
    }

    [Theory]
    [InlineData("a: [", "(, ", 200_000)]
    [InlineData("a: {", "x(: ", 200_000)]
    [InlineData("", "a: 1\n", 100_000)]
    [InlineData("unknowns:\n", "  ? x\n", 100_000)]
    [InlineData("a: ", "- ", 200_000)]
    [InlineData("a: \"", "\\\n", 200_000)]
    [InlineData("a: ", "{ b: ", 100_000)]
    public void A_long_file_of_one_kind_does_not_hang(string start, string piece, int count)
    {
        var text = start + string.Concat(Enumerable.Repeat(piece, count));
        Assert.True(SmallLanguage.Read(text).Diagnostics.HasErrors);
    }

    [Fact]
    public void Many_unknowns_in_a_chain_are_read_without_recursion()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => $"  a{i}: a{i + 1} + 1\n");
        var text = SmallLanguage.Scenario.Replace(
            "unknowns:\n", $"unknowns:\n{string.Concat(lines)}  a20000: 5..8\n", StringComparison.Ordinal);
        Assert.Equal("", SmallLanguage.Said(SmallLanguage.Read(text).Diagnostics));
        var circle = text.Replace("a20000: 5..8", "a20000: a0", StringComparison.Ordinal);
        Assert.True(SmallLanguage.Read(circle).Diagnostics.HasErrors);
    }

    private static void Spoil(StringBuilder text, RandomStream random, int from)
    {
        var at = Below(random, from, text.Length);
        var length = Math.Min(Below(random, from + 1, 6), text.Length - at);
        var other = Below(random, from + 2, text.Length - length);
        switch (Below(random, from + 3, 4))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, Pieces[Below(random, from + 4, Pieces.Length)]);
                break;
            case 2:
                text.Insert(at, text.ToString(other, length));
                break;
            default:
                text[at] = "{}[]:,\n '\"#&*"[Below(random, from + 4, 13)];
                break;
        }
    }

    private static int Below(RandomStream random, int count, int limit) => (int)(random.Uniform(count) * limit);
}
