using Resupply.Simulation;
using Record = Resupply.Simulation.Record;

namespace Resupply.Tests.Promises;

/// <summary>The scenarios in `examples/`, which the engine's promises are held to.</summary>
internal static class Examples
{
    public static TheoryData<string> All { get; } =
        ["five-lines", "vaccines", "ambulances", "queue", "need", "winter-2024"];

    /// <summary>Each example in each of its options and worlds: example, world, option.</summary>
    public static TheoryData<string, string, string> Everything
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var (example, worlds, options) in (ReadOnlySpan<(string, string[], string[])>)
            [
                ("five-lines", [], []),
                ("vaccines", ["outbreak"], ["order-earlier", "no-reserve", "deliveries-closer-together"]),
                ("ambulances", [], ["second-mechanic", "spare-gearbox"]),
                ("queue", [], ["requester-first", "second-shift"]),
                ("need", ["a-fifth-more"], ["days-apart", "second-lorry"]),
                ("winter-2024", ["raids-grow", "nothing-on-top"],
                [
                    "all-in-first-tranche", "spread-until-april", "one-month-earlier", "one-hundred-more",
                    "no-contractors", "contractors-a-month-earlier", "spares-on-top", "spares-and-no-contractors",
                    "requester-first",
                ]),
            ])
            {
                foreach (var world in (string[])["as-written", .. worlds])
                {
                    foreach (var option in (string[])["base", .. options]) all.Add(example, world, option);
                }
            }

            return all;
        }
    }

    public static string FileOf(string example) => Path.Combine(Repository.Root, "examples", example, "scenario.yaml");

    public static Scenario Read(string example, string world = "as-written", string option = "base")
    {
        var (scenario, diagnostics) = ScenarioReader.Read(FileOf(example), world, option);
        Assert.True(scenario is not null, string.Join('\n', diagnostics));
        return scenario;
    }

    public static Model Model(string example, bool withCharts = true) =>
        Resupply.Model.Compile(Read(example), seed: 7, withCharts);

    /// <summary>Replications from the first up to, not including, the end, on one thread.</summary>
    public static Record Run(Model model, long first, long end, int threads = 1) =>
        Simulator.Run(model.NewWorld, model.Layout, first, end, threads);

    public static byte[] Bytes(Record record)
    {
        using var stream = new MemoryStream();
        record.Write(stream);
        return stream.ToArray();
    }
}
