namespace Resupply.Tests;

/// <summary>Fails a test that hangs, so that the other tests go on. It is no measure of speed.</summary>
internal static class Watchdog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static T Guard<T>(Func<T> work)
    {
        var task = Task.Factory.StartNew(
            work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(Patience))
            Assert.Fail($"still busy after {Patience.TotalSeconds} s: it hangs");
        return task.GetAwaiter().GetResult();
    }
}
