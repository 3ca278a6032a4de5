using System.Collections.Immutable;

namespace Resupply.Reports;

/// <summary>
/// Columns of text beside their labels, as many as there is room for; the others in further tables below.
/// </summary>
internal static class ColumnTables
{
    private const int Gap = 2;

    /// <param name="labels">Of the rows; the first is over the labels.</param>
    /// <param name="columns">As many cells each; right-aligned.</param>
    public static void Write(
        ImmutableArray<string> labels, ImmutableArray<ImmutableArray<string>> columns, TextWriter output, int width)
    {
        var indent = labels.Max(label => label.Length);
        for (var first = 0; first < columns.Length;)
        {
            var beside = Math.Max(1, Fitting(columns.AsSpan()[first..], width - indent));
            output.Write('\n');
            for (var row = 0; row < labels.Length; row++)
            {
                var line = labels[row].PadRight(indent);
                foreach (var column in columns.AsSpan().Slice(first, beside))
                    line += column[row].PadLeft(WidthOf(column));
                output.Write(line.TrimEnd() + "\n");
            }

            first += beside;
        }
    }

    private static int Fitting(ReadOnlySpan<ImmutableArray<string>> columns, int room)
    {
        var count = 0;
        foreach (var column in columns)
        {
            room -= WidthOf(column);
            if (room < 0) break;
            count++;
        }

        return count;
    }

    private static int WidthOf(ImmutableArray<string> column) => Gap + column.Max(cell => cell.Length);
}
