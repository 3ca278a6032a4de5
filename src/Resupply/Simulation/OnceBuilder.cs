using Resupply.Language;
using Resupply.Values;

namespace Resupply.Simulation;

/// <summary>
/// Gives each value that is drawn once a slot while a model is compiled; unknowns have the first slots.
/// </summary>
public sealed class OnceBuilder
{
    private readonly List<OnceValue> values = [];
    private readonly Dictionary<string, int> slots = [];
    private readonly int unknowns;

    /// <param name="unknowns">In the order of their slots.</param>
    public OnceBuilder(IEnumerable<Value> unknowns)
    {
        foreach (var unknown in unknowns) Slot(unknown);
        this.unknowns = values.Count;
    }

    /// <summary>The slot of a value; -1 where nothing is stated.</summary>
    public int Slot(Value? value) => value is null
        ? -1
        : Slot(value.Path, value.Expression, value.Measure == Measure.Probability, value.Moved);

    /// <param name="isProbability">It must lie between 0 and 1.</param>
    /// <param name="moved">How what is drawn is moved; a fixed value is moved before.</param>
    public int Slot(string path, Expression expression, bool isProbability = false, Moved? moved = null)
    {
        if (slots.TryGetValue(path, out var slot)) return slot;
        slots[path] = values.Count;
        values.Add(new OnceValue(path, expression, isProbability, moved));
        return values.Count - 1;
    }

    /// <summary>The number in a slot where nothing about it is drawn; null where it differs by replication.</summary>
    public double? Fixed(int slot) => values[slot].Expression is Expression.Constant constant ? constant.Value : null;

    public int Count => values.Count;

    public DrawnOnce Build(ulong seed) => new(values, unknowns, seed);
}
