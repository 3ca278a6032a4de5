using System.Diagnostics;
using System.Text;
using Resupply.Cli;

namespace Resupply.Tests.Evidence;

/// <summary>
/// Documents come from others. Whatever a document is, its source is warned of in one sentence, at its place, and the
/// plan is still read; only a way out of the folder refuses it. Nothing hangs, nothing reaches the terminal raw.
/// </summary>
public sealed class HostileDocumentTests : IDisposable
{
    private const string Words = "three hundred drums";
    private const int BytesMax = 8 * 1024 * 1024;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, byte[], string> Contents => new()
    {
        { "UTF-16, little end first", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Words)], "is written in UTF-16" },
        { "UTF-16, big end first", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Words)], "is written in UTF-16" },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Words), "it looks like UTF-16 without a mark" },
        { "the same, big end first", Encoding.BigEndianUnicode.GetBytes(Words), "it looks like UTF-16 without a mark" },
        { "UTF-32", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Words)], "is written in UTF-16" },
        { "Latin-1", Encoding.Latin1.GetBytes($"{Words}\nau café"), "is not UTF-8 on its line 2" },
        { "a surrogate in UTF-8", [.. "drums "u8, 0xED, 0xA0, 0x80], "is not UTF-8 on its line 1" },
        { "a letter longer than it need be", [.. "\n\n"u8, 0xC0, 0xAF], "is not UTF-8 on its line 3" },
        { "a letter cut off", [.. "drums "u8, 0xE2, 0x82], "is not UTF-8 on its line 1" },
        { "a zero byte", [.. "three\0hundred drums"u8], "is not text: it holds a zero byte" },
        { "a program", [0x7F, .. "ELF"u8, 2, 1, 1, 0, 0, 0], "is not text: it holds a zero byte" },
        { "a picture", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0], "is not UTF-8 on its line 1" },
        { "a PDF", [.. "%PDF-1.7\n"u8], "is a PDF" },
        { "nothing", [], "is empty, or is not an ordinary file" },
        { "a mark of a byte order alone", [0xEF, 0xBB, 0xBF], "does not stand in the document" },
        { "an escape for the terminal", [.. "drums "u8, 0x1B, .. "[2J"u8], "holds <U+001B> on its line 1" },
        { "a bell", [.. "drums\n"u8, 0x07], "holds <U+0007> on its line 2" },
        { "letters turned about", [.. Encoding.UTF8.GetBytes("\n\u202Esmurd")], "holds <U+202E> on its line 2" },
        { "a turn that is isolated", [.. Encoding.UTF8.GetBytes("\u2066drums")], "holds <U+2066> on its line 1" },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void What_is_no_plain_text_is_warned_of(string what, byte[] content, string said)
    {
        File.WriteAllBytes(folder.File("words.md"), content);
        var (exitCode, errors) = Check("words.md");
        Assert.True(exitCode == ExitCode.Success, $"{what}: {errors}");
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.Matches(@"^scenario\.yaml:[45]:\d+: warning: ", errors);
        NothingRaw(errors);
    }

    [Fact]
    public void The_limit_of_a_document_is_stated_and_is_where_it_says()
    {
        Write(BytesMax + 1);
        Assert.Contains(
            "`words.md` is larger than 8 MB: its quotes are not checked", Check("words.md").Errors,
            StringComparison.Ordinal);
        Write(BytesMax);
        Assert.Equal((ExitCode.Success, ""), Check("words.md"));

        void Write(int length)
        {
            using var file = File.Create(folder.File("words.md"));
            file.Write(Encoding.UTF8.GetBytes(Words));
            var line = Encoding.UTF8.GetBytes(new string(' ', 1023) + "\n");
            while (file.Length < length) file.Write(line.AsSpan(0, (int)Math.Min(line.Length, length - file.Length)));
        }
    }

    [Theory]
    [InlineData("../words.md")]
    [InlineData("sub/../../words.md")]
    [InlineData("/dev/zero")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("to-root/etc/passwd")]
    [InlineData("to-zero")]
    [InlineData("through")]
    [InlineData("beside")]
    [InlineData("circle")]
    public void A_way_out_of_the_folder_is_refused(string document)
    {
        Directory.CreateDirectory(folder.File("sub"));
        Directory.CreateSymbolicLink(folder.File("to-root"), "/");
        Directory.CreateSymbolicLink(folder.File("up"), "..");
        File.CreateSymbolicLink(folder.File("to-zero"), "/dev/zero");
        File.CreateSymbolicLink(folder.File("through"), "to-root/etc/passwd");
        File.CreateSymbolicLink(folder.File("beside"), "to-root/../etc/passwd");
        File.CreateSymbolicLink(folder.File("circle"), "circle");
        var (exitCode, errors) = Check(document);
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains(
            $"4:31: error: `{document}` lies outside the scenario's folder", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_itself_a_link_is_no_way_out()
    {
        using var elsewhere = new TemporaryFolder();
        File.WriteAllText(folder.File("words.md"), Words);
        File.CreateSymbolicLink(folder.File("again.md"), folder.File("words.md"));
        File.WriteAllText(folder.File("scenario.yaml"), Scenario("again.md"));
        Directory.CreateSymbolicLink(elsewhere.File("link"), folder.Path);
        Assert.Equal((ExitCode.Success, ""), Said("check", elsewhere.File("link")));
    }

    [Fact]
    public void A_folder_is_no_document()
    {
        Directory.CreateDirectory(folder.File("words.md"));
        Assert.Contains(
            "warning: `words.md` is a folder: its quotes are not checked", Check("words.md").Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_missing_is_told()
    {
        var (exitCode, errors) = Check("words.md");
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.Contains("warning: there is no document `words.md`", errors, StringComparison.Ordinal);
    }

    /// <summary>To open a pipe that nobody writes to waits for ever.</summary>
    [Fact]
    public void A_pipe_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("there are no such pipes");
        MakePipe(folder.File("words.md"));
        Assert.Contains(
            "`words.md` is empty, or is not an ordinary file", Check("words.md").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_in_the_place_of_the_scenario_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("there are no such pipes");
        MakePipe(folder.File("scenario.yaml"));
        var (exitCode, errors) = Said("check", folder.Path);
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains("the file is empty", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_without_an_end_is_read_up_to_the_limit_of_a_scenario()
    {
        if (!File.Exists("/dev/zero")) Assert.Skip("there is no such device");
        Assert.Contains("the file is larger than 8 MB", Said("check", "/dev/zero").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_passage_that_comes_nearest_is_shown_without_what_it_would_do()
    {
        File.WriteAllText(folder.File("words.md"), "four hundred \u001b[31m drums\u202E<b>of oil\u2069 \u0007");
        var (_, errors) = Check("words.md");
        Assert.Contains("comes nearest: \"four hundred <U+001B>[31m drums<b>of", errors, StringComparison.Ordinal);
        NothingRaw(errors);
    }

    [Fact]
    public void A_name_of_a_file_is_shown_without_what_it_would_do()
    {
        var hostile = folder.File("\u001b[31m\u202E.yaml");
        File.WriteAllText(hostile, "resupply: 2\n");
        var (exitCode, errors) = Said("check", hostile);
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.StartsWith("<U+001B>[31m<U+202E>.yaml:1:", errors, StringComparison.Ordinal);
        NothingRaw(errors);
    }

    private static void NothingRaw(string text) => Assert.DoesNotContain(
        text, letter => (char.IsControl(letter) && letter != '\n')
            || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format);

    private static void MakePipe(string path)
    {
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }

    private static string Scenario(string document) => $$"""
        resupply: 1
        title: Camp
        calendar: { from: 2024-11-09, to: 2024-12-31 }
        sources: { mayor: { document: "{{document}}", reliability: B } }
        claims: { promise: { source: mayor, quote: "{{Words}}", credibility: 2 } }
        unknowns: { drums: { value: 300, claims: [promise] } }

        """;

    private (int ExitCode, string Errors) Check(string document)
    {
        File.WriteAllText(folder.File("scenario.yaml"), Scenario(document));
        return Said("check", folder.File("scenario.yaml"));
    }

    private (int ExitCode, string Errors) Said(params string[] arguments) => Watchdog.Guard(() =>
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exitCode = Commands.Run(arguments, output, errors);
        return (
            exitCode,
            errors.ToString().Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    });
}
