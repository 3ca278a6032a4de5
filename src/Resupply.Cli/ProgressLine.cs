using System.Diagnostics;

namespace Resupply.Cli;

/// <summary>One line that says how far a run is, where it takes longer than a second and a person looks on.</summary>
public sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private readonly TextWriter? errors;
    private readonly long total;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private TimeSpan shown = First - Between;
    private bool wasShown;

    private readonly string what;

    private ProgressLine(TextWriter? errors, long total, string what) =>
        (this.errors, this.total, this.what) = (errors, total, what);

    /// <summary>Silent where the error stream is not a terminal.</summary>
    public static ProgressLine On(TextWriter errors, long total, string what = "replications") =>
        new(ReferenceEquals(errors, Console.Error) && !Console.IsErrorRedirected ? errors : null, total, what);

    public void Report(long done) => Report(done, total);

    /// <param name="known">How many there are, where that was not known before.</param>
    public void Report(long done, long known)
    {
        if (errors is null || clock.Elapsed < shown + Between) return;
        lock (gate)
        {
            shown = clock.Elapsed;
            wasShown = true;
            var target = Math.Max(known, done);
            var left = clock.Elapsed * ((double)(target - done) / done);
            var percent = 100.0 * done / target;
            errors.Write($"\r{done:N0} of {target:N0} {what} ({percent:0} %), {left.TotalSeconds:0} s left   ");
        }
    }

    public void Dispose()
    {
        if (wasShown) errors!.Write($"\r{new string(' ', 70)}\r");
    }
}
