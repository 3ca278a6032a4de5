using System.Runtime.ExceptionServices;

namespace Resupply.Simulation;

/// <summary>
/// Runs replications in blocks on several threads. The record is the same bytes for any number of them.
/// </summary>
public static class Simulator
{
    /// <summary>Replications in a block: the unit of work, of progress and of merging.</summary>
    public const int BlockSize = 256;

    /// <summary>The same where each is played by many worlds.</summary>
    public const int PairedBlockSize = 16;

    /// <summary>Runs the replications from `first` up to, not including, `end`.</summary>
    /// <param name="newWorld">Makes a working copy of the model; called once a thread.</param>
    /// <param name="progress">Is told how many replications are done; from any thread.</param>
    public static Record Run(
        Func<World> newWorld,
        RecordLayout layout,
        long first,
        long end,
        int threads,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        (Record, Action<long>) NewWorker()
        {
            var (record, world) = (new Record(layout), newWorld());
            return (record, number => world.Run(number, record));
        }

        var records = InBlocks(NewWorker, BlockSize, first, end, threads, progress, cancellation);
        for (var i = 1; i < records.Length; i++) records[0].Add(records[i]);
        return records[0];
    }

    /// <summary>The same for worlds that play each replication side by side.</summary>
    /// <param name="newWorlds">Makes a working copy of each model; called once a thread.</param>
    public static PairedRecord Run(
        Func<PairedWorlds> newWorlds,
        PairedLayout layout,
        long first,
        long end,
        int threads,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        (PairedRecord, Action<long>) NewWorker()
        {
            var (record, worlds) = (new PairedRecord(layout), newWorlds());
            return (record, number => worlds.Run(number, record));
        }

        var records = InBlocks(NewWorker, PairedBlockSize, first, end, threads, progress, cancellation);
        for (var i = 1; i < records.Length; i++) records[0].Add(records[i]);
        return records[0];
    }

    /// <param name="newWorker">A record and what plays one replication into it; called once a thread.</param>
    /// <returns>The records, one a thread.</returns>
    private static TRecord[] InBlocks<TRecord>(
        Func<(TRecord Record, Action<long> Play)> newWorker,
        int blockSize,
        long first,
        long end,
        int threads,
        Action<long>? progress,
        CancellationToken cancellation)
    {
        var next = first;
        var done = 0L;
        var blocks = (end - first + blockSize - 1) / blockSize;
        var records = new TRecord[Math.Max(1, Math.Min(threads, (int)Math.Min(blocks, int.MaxValue)))];
        var failures = new (long Block, Exception Problem)?[records.Length];
        var failed = false;

        // Blocks are handed out in order and each that was handed out is finished, so the failure with the lowest
        // block is the same one for any number of threads.
        void Work(int worker)
        {
            (records[worker], var play) = newWorker();
            while (!Volatile.Read(ref failed) && !cancellation.IsCancellationRequested)
            {
                var from = Interlocked.Add(ref next, blockSize) - blockSize;
                if (from >= end) return;
                var to = Math.Min(from + blockSize, end);
                try
                {
                    for (var number = from; number < to; number++) play(number);
                }
                catch (Exception problem)
                {
                    failures[worker] = (from, problem);
                    Volatile.Write(ref failed, true);
                    return;
                }

                progress?.Invoke(Interlocked.Add(ref done, to - from));
            }
        }

        var workers = Enumerable.Range(1, records.Length - 1).Select(worker => new Thread(() => Work(worker))).ToList();
        foreach (var worker in workers) worker.Start();
        Work(0);
        foreach (var worker in workers) worker.Join();
        if (failures.Where(failure => failure is not null).MinBy(failure => failure!.Value.Block) is { } earliest)
            ExceptionDispatchInfo.Throw(earliest.Problem);
        cancellation.ThrowIfCancellationRequested();
        return records;
    }
}
