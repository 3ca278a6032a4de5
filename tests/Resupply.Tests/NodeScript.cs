using System.Diagnostics;

namespace Resupply.Tests;

/// <summary>
/// Runs a script of tests/web, which says what is wrong and ends with another code than 0, or says nothing.
/// </summary>
internal static class NodeScript
{
    private static readonly Lock Installing = new();

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "web");

    /// <summary>Skips, with a message, where there is no node.</summary>
    public static void Passes(string script, IEnumerable<string> arguments)
    {
        if (!Starts("node")) Assert.Skip("node is not there");
        lock (Installing)
        {
            if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
                Assert.Equal("", Run("npm", ["ci", "--no-audit", "--no-fund", "--silent"]).Faults);
        }

        Assert.Equal("", Run("node", [script, .. arguments]).Faults);
    }

    private static bool Starts(string program)
    {
        try
        {
            return Run(program, ["--version"]).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static (int Code, string Faults) Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start");
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? "" : output + errors.Result);
    }
}
