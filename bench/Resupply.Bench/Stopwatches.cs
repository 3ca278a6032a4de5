using System.Diagnostics;
using System.Globalization;

namespace Resupply.Bench;

/// <summary>What a process cost from its start to its end.</summary>
public readonly record struct ProcessCost(double WallSeconds, double UserSeconds, double MemoryMegabytes);

/// <summary>How time is taken. Machines are noisy: everything is run several times, and the median counts.</summary>
public static class Stopwatches
{
    /// <summary>Seconds of user time that the work took, on all threads.</summary>
    public static double UserSeconds(Action work)
    {
        var before = Environment.CpuUsage.UserTime;
        work();
        return (Environment.CpuUsage.UserTime - before).TotalSeconds;
    }

    /// <summary>Seconds by the clock on the wall, and of user time on all threads.</summary>
    public static (double Wall, double User) Seconds(Action work)
    {
        var clock = Stopwatch.StartNew();
        var user = UserSeconds(work);
        return (clock.Elapsed.TotalSeconds, user);
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>How many processes, on average over the last minute, wanted to run.</summary>
    public static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    /// <summary>Runs a program to its end; what it prints goes nowhere.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static ProcessCost Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var user = UserTicksOfChildren();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEndAsync();
        var said = process.StandardError.ReadToEndAsync();
        var memory = 0.0;
        while (!process.WaitForExit(5)) memory = Math.Max(memory, PeakMegabytes(process.Id));
        var wall = clock.Elapsed.TotalSeconds;
        printed.Wait();
        return process.ExitCode == 0
            ? new ProcessCost(wall, (UserTicksOfChildren() - user) / 100.0, memory)
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}\n{said.Result}");
    }

    /// <summary>User time of all children that have ended, in ticks of 10 ms: field 16 of proc(5)'s stat.</summary>
    private static long UserTicksOfChildren() =>
        long.Parse(File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ')[13], CultureInfo.InvariantCulture);

    private static double PeakMegabytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(
                line => line.StartsWith("VmHWM", StringComparison.Ordinal));
            return line is null
                ? 0
                : double.Parse(line.Split(':')[1].Replace("kB", ""), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0; // It has just ended.
        }
    }
}
