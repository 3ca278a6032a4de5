namespace Resupply.Values;

/// <summary>A value that cannot be drawn, in a planner's words: "sd is -3; it must not be below 0".</summary>
/// <remarks>Thrown during a run, where what is wrong was itself drawn; the run adds which value it was.</remarks>
public sealed class DrawException : Exception
{
    public DrawException()
    {
    }

    public DrawException(string message)
        : base(message)
    {
    }

    /// <summary>The same, with the value it is about and the replication it was drawn in.</summary>
    public DrawException(string path, long replication, DrawException problem)
        : base($"{path}: {problem.Message} (in replication {replication})", problem)
    {
    }

    public DrawException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
