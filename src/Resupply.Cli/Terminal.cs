namespace Resupply.Cli;

/// <summary>What the terminal can show.</summary>
public static class Terminal
{
    private const int WidthMin = 40;
    private const int WidthMax = 120;

    /// <summary>Columns of the terminal; `otherwise` where the text goes to a file or a test.</summary>
    public static int Width(TextWriter output, int otherwise)
    {
        if (!IsTerminal(output)) return otherwise;
        try
        {
            return Console.WindowWidth is > 0 and var width ? Math.Clamp(width, WidthMin, WidthMax) : otherwise;
        }
        catch (IOException)
        {
            return otherwise;
        }
    }

    /// <summary>Colour where a person looks on, unless NO_COLOR says no.</summary>
    public static bool IsColoured(TextWriter output) =>
        IsTerminal(output) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private static bool IsTerminal(TextWriter output) =>
        ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
}
