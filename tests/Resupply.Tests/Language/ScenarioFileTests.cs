using System.Text;
using Resupply.Language;

namespace Resupply.Tests.Language;

public sealed class ScenarioFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("resupply-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_folder_stands_for_its_scenario()
    {
        var path = Write("title: ä\n"u8);
        var (byFile, _) = ScenarioFile.Read(path);
        var (byFolder, _) = ScenarioFile.Read(folder);
        Assert.Equal((byFile!.Path, byFile.Sha256), (byFolder!.Path, byFolder.Sha256));
        Assert.Equal("title: ä\n", byFile.Text);
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes() // FIPS 180-2, appendix B.1: SHA-256 of "abc"
    {
        Assert.Equal(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            ScenarioFile.Read(Write("abc"u8)).File!.Sha256);
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_text() =>
        Assert.Equal("a: 1", ScenarioFile.Read(Write([0xEF, 0xBB, 0xBF, .. "a: 1"u8])).File!.Text);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_shown_where_they_stand() => Assert.Equal(
        "2:5 the byte E4 is not UTF-8 / save the file as UTF-8",
        Said(Write([.. "a: 1\n"u8, .. "ö: x"u8, 0xE4, (byte)'\n'])));

    [Fact]
    public void A_file_in_UTF16_is_named_as_such() =>
        Assert.Equal(
            "1:1 the file is UTF-16, not UTF-8 / save it as UTF-8", Said(Write(Encoding.Unicode.GetPreamble())));

    [Fact]
    public void What_is_not_there_is_said()
    {
        Assert.Equal("0:0 there is no such file or folder", Said(Path.Join(folder, "nothing.yaml")));
        Assert.StartsWith("0:0 the folder has no scenario.yaml", Said(folder), StringComparison.Ordinal);
        Assert.Equal("0:0 this is not a path", Said(""));
    }

    [Fact]
    public void A_file_of_a_hundred_megabytes_is_refused_unread()
    {
        var path = Path.Join(folder, ScenarioFile.Name);
        using (var stream = File.Create(path)) stream.SetLength(100_000_000);
        Assert.StartsWith("0:0 the file is larger than 8 MB", Said(path), StringComparison.Ordinal);
    }

    private static string Said(string path)
    {
        var (file, diagnostics) = ScenarioFile.Read(path);
        Assert.Null(file);
        return SmallLanguage.Said(diagnostics);
    }

    private string Write(ReadOnlySpan<byte> bytes)
    {
        var path = Path.Join(folder, ScenarioFile.Name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
