using System.Globalization;

namespace Resupply.Bench;

/// <summary>One line of what was measured.</summary>
/// <param name="Name">The workload, and what of it: `W3 engine`.</param>
/// <param name="Measured">In the unit.</param>
/// <param name="Plain">What the plain loop takes, in the same unit; null: there is none.</param>
/// <param name="Asked">At most this: a ratio where there is a plain loop, else in the unit.</param>
/// <param name="More">What else is worth saying, as words for machines: `name value name value`.</param>
public sealed record Row(
    string Name, double Measured, double? Plain, string Unit, double? Asked, string More = "", string? Mistake = null)
{
    private double? Ratio => Measured / Plain;

    /// <summary>A table for people, then a line for machines each.</summary>
    public static void Print(IReadOnlyList<Row> rows, TextWriter output)
    {
        var width = rows.Max(row => row.Name.Length);
        output.WriteLine($"{"".PadRight(width)}   measured      plain   ratio     asked");
        foreach (var row in rows) output.WriteLine(row.InTable(width));
        output.WriteLine();
        foreach (var row in rows) output.WriteLine(row.ForMachines());
    }

    private string InTable(int width)
    {
        var bound = Asked?.ToString("0.##", CultureInfo.InvariantCulture);
        var asked = bound is null ? "" : $"≤ {bound}{(Plain is null ? "" : " ×")}";
        var misses = (Ratio ?? Measured) > Asked ? "  MISSED" : "";
        var wrong = Mistake is null ? "" : $"  WRONG: {Mistake}";
        var (invariant, name) = (CultureInfo.InvariantCulture, Name.PadRight(width));
        var numbers = string.Create(invariant, $"{name} {Measured,10:0.00} {Plain,10:0.00} {Ratio,7:0.00} {asked,9}");
        return $"{numbers}  {Unit} {More}{misses}{wrong}".TrimEnd();
    }

    private string ForMachines()
    {
        var plain = Plain is null ? "" : string.Create(CultureInfo.InvariantCulture, $" plain {Plain:0.000}");
        var ratio = Ratio is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ratio {Ratio:0.000}");
        return string.Create(
            CultureInfo.InvariantCulture, $"{Name} {Measured:0.000}{plain} unit {Unit}{ratio} {More}").TrimEnd();
    }
}
