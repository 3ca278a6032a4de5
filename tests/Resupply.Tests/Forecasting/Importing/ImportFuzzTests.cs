using System.Text;
using Resupply.Cli;

namespace Resupply.Tests.Forecasting.Importing;

/// <summary>No file crashes or hangs the importer, and whatever it makes of one, no unit is lost.</summary>
public class ImportFuzzTests
{
    private const int Cases = 250;
    private const int LengthMax = 3_000;

    private static readonly string[] Pieces =
    [
        ",", ";", "\t", "\"", "\n", "\r\n", "\r", "\0", "{'a': 1}", "{", "}", "2024-11-01", "01.11.2024", "9999-99-99",
        "-", "999999999999999999999", "1e9", "pump", " and ", "\uFEFF", "𝟙", "\u202E", "=1+1", "\"\"", "…", "0", "-5",
    ];

    [Fact]
    public void Mutations_of_the_corpus_are_survived()
    {
        var names = ImportCase.Names.Where(name => name is not "mapping.empty").ToArray();
        Survives(draws =>
        {
            var name = names[draws.Whole(0, names.Length - 1)];
            var mapping = File.ReadAllBytes(new ImportCase(name).Mapping);
            return (Mutated(File.ReadAllBytes(new ImportCase(name).Data), draws),
                draws.Chance(0.3) ? Mutated(mapping, draws) : mapping);
        });
    }

    [Fact]
    public void Random_bytes_are_survived() => Survives(draws =>
    {
        var bytes = draws.Several(0, LengthMax, each => (byte)each.Whole(0, 255));
        return (bytes, File.ReadAllBytes(new ImportCase("joint.split").Mapping));
    });

    [Fact]
    public void Random_pieces_of_tables_are_survived() => Survives(draws =>
    {
        var text = new StringBuilder("date,item,used\n");
        foreach (var piece in draws.Several(0, 200, each => each.OneOf(Pieces))) text.Append(piece);
        return (Encoding.UTF8.GetBytes(text.ToString()), File.ReadAllBytes(new ImportCase("joint.split").Mapping));
    });

    private static byte[] Mutated(byte[] bytes, Draws draws)
    {
        var mutated = bytes.ToList();
        for (var change = draws.Whole(1, 6); change > 0; change--)
        {
            var at = draws.Whole(0, mutated.Count);
            if (draws.Chance(0.4)) mutated.InsertRange(at, Encoding.UTF8.GetBytes(draws.OneOf(Pieces)));
            else if (at == mutated.Count) continue;
            else if (draws.Chance(0.3)) mutated.RemoveRange(at, Math.Min(mutated.Count - at, draws.Whole(1, 20)));
            else mutated[at] = (byte)draws.Whole(0, 255);
        }

        return [.. mutated];
    }

    private static void Survives(Func<Draws, (byte[] Data, byte[] Mapping)> make)
    {
        using var folder = new TemporaryFolder();
        var (data, mapping) = (folder.File("data.csv"), folder.File("mapping.yaml"));
        for (var seed = 0UL; seed < Cases; seed++)
        {
            var made = make(Draws.Of(seed));
            File.WriteAllBytes(data, made.Data);
            File.WriteAllBytes(mapping, made.Mapping);
            var (exitCode, output, errors) = ImportCase.Run(data, "--mapping", mapping);
            IsTold(seed, exitCode, errors);
            if (exitCode == ExitCode.Success) Adds(output, seed);
            (exitCode, _, errors) = ImportCase.Run(data, "--guess");
            IsTold(seed, exitCode, errors);
        }
    }

    private static void IsTold(ulong seed, int exitCode, string errors)
    {
        Assert.True(exitCode is ExitCode.Success or ExitCode.BadInput, $"seed {seed}: exit code {exitCode}\n{errors}");
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    /// <summary>"12 units in the file = 10 counted + 2 left out".</summary>
    private static void Adds(string output, ulong seed)
    {
        var line = output.Split('\n').First(each => each.Contains(" units in the file = ", StringComparison.Ordinal));
        var numbers = line.Split(' ').Select(word => word.Replace(",", "", StringComparison.Ordinal))
            .Where(word => long.TryParse(word, out _)).Select(long.Parse).ToArray();
        Assert.True(numbers[0] == numbers[1] + numbers[2], $"seed {seed}: {line}");
    }
}
