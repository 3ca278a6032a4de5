namespace Resupply.Reports;

/// <summary>A share as a bar of characters, to an eighth of one.</summary>
internal static class TextBar
{
    public const int Width = 24;
    private const string Eighths = " ▏▎▍▌▋▊▉";

    /// <summary>Padded to its full width; below 0 it is empty, above 1 full.</summary>
    public static string Of(double share)
    {
        var eighths = (int)Math.Round(Math.Clamp(share, 0, 1) * Width * 8);
        var bar = new string('█', eighths / 8) + (eighths % 8 > 0 ? Eighths[eighths % 8].ToString() : "");
        return bar.PadRight(Width);
    }
}
