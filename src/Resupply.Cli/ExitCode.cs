namespace Resupply.Cli;

/// <summary>What the process tells the shell.</summary>
public static class ExitCode
{
    public const int Success = 0;

    /// <summary>The scenario has mistakes; the diagnostics say which.</summary>
    public const int BadInput = 1;

    /// <summary>There is no such command, option or argument.</summary>
    public const int BadUsage = 2;

    /// <summary>Something else went wrong: a file that cannot be written, a run that failed its own checks.</summary>
    public const int Failure = 3;
}
