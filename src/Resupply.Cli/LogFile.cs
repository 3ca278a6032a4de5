using System.Text;
using System.Text.Json;
using Resupply.Scoring;

namespace Resupply.Cli;

/// <summary>A log of answers on the disk: one JSON line an answer, each with the hash of the line before.</summary>
public static class LogFile
{
    private const int TriesMax = 200;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);
    private static readonly byte[] Start = Encoding.UTF8.GetBytes(LogReader.Start);

    /// <summary>What keeps a line from being added, in a sentence; null where nothing is known to.</summary>
    public static string? Problem(string? path)
    {
        if (path is null) return null;
        if (Directory.Exists(path))
            return $"--log takes a file, but {path} is a folder; write {Path.Join(path, "answers.log")}";
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            return $"there is no folder {folder} for the log; make it first";
        if (!File.Exists(path)) return null;
        using var stream = File.OpenRead(path);
        return IsLog(stream) ? null : NotALog(path);
    }

    /// <summary>Adds one line; no other program adds one meanwhile.</summary>
    /// <param name="lineAfter">The line, made from the hash of the one before; null where it is the first.</param>
    /// <returns>Its place in the log, counted from 1, its hash, and whether a torn line was taken away.</returns>
    /// <exception cref="IOException">It cannot be written, or is no log any more.</exception>
    public static (int Line, string Hash, bool WasTorn) Append(string path, Func<string?, string> lineAfter)
    {
        using var stream = Opened(path);
        if (!IsLog(stream)) throw new IOException(NotALog(path));
        stream.Position = 0;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        var isTorn = whole < bytes.Length && !IsJson(bytes.AsMemory(whole));
        if (isTorn) stream.SetLength(whole);
        if (isTorn) bytes = bytes[..whole];
        else if (whole < bytes.Length) bytes = [.. bytes, (byte)'\n']; // Only its line break was lost.
        var count = bytes.AsSpan().Count((byte)'\n');
        var line = lineAfter(count == 0 ? null : LogReader.HashOf(LastOf(bytes)));
        var lineBreakLost = bytes.AsSpan((int)stream.Length);
        stream.Position = stream.Length;
        stream.Write([.. lineBreakLost, .. Encoding.UTF8.GetBytes(line), (byte)'\n']);
        stream.Flush(flushToDisk: true);
        return (count + 1, LogReader.HashOf(line), isTorn);
    }

    private static string LastOf(ReadOnlySpan<byte> lines) =>
        Encoding.UTF8.GetString(lines[(lines[..^1].LastIndexOf((byte)'\n') + 1)..^1]);

    /// <summary>Another program that adds a line is waited for, ten seconds long.</summary>
    private static FileStream Opened(string path)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tried < TriesMax && File.Exists(path))
            {
                Thread.Sleep(BetweenTries);
            }
        }
    }

    /// <summary>It is empty, or begins as logs do, as far as it goes.</summary>
    private static bool IsLog(FileStream stream)
    {
        var begins = new byte[Start.Length];
        var read = stream.ReadAtLeast(begins, begins.Length, throwOnEndOfStream: false);
        return begins.AsSpan(0, read).SequenceEqual(Start.AsSpan(0, read));
    }

    private static bool IsJson(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string NotALog(string path) =>
        $"{path} is not a log of answers, and nothing is added to it; name another file with --log";
}
