namespace Resupply.Language;

/// <summary>What one scenario may hold. The readers enforce it; all loops and recursions rely on it.</summary>
public static class Limits
{
    public const long FileBytesMax = 8 * 1024 * 1024;
    public const int NodesMax = 1_000_000;
    public const int DepthMax = 64;
    public const int DiagnosticsMax = 500;

    /// <summary>Characters of one value.</summary>
    public const int ValueLengthMax = 100_000;

    /// <summary>Operators of one value: a sum is a tree that deep.</summary>
    public const int OperatorsMax = 500;

    /// <summary>Parentheses, calls, chances and minus signs within each other in one value.</summary>
    public const int NestingMax = 64;

    /// <summary>Up to here every whole number is exact in a double.</summary>
    public const double NumberMax = 1e15;
}
