using Resupply.Values;

namespace Resupply.Simulation;

/// <summary>A value that is drawn once a replication, by its path in the file; unknowns come first.</summary>
public sealed record OnceValue(string Path, Expression Expression);

/// <summary>
/// All values that are drawn once a replication, in slots. A fixed value costs nothing: it is copied with all the rest.
/// </summary>
public sealed class DrawnOnce
{
    private readonly OnceValue[] values;
    private readonly int unknowns;
    private readonly double[] template;
    private readonly int[] drawn;
    private readonly RandomStream[] streams;

    /// <param name="values">Unknowns in an order in which each uses only those before it, then everything else.</param>
    /// <param name="unknowns">How many of them are unknowns; unknown number i of the file is in slot `slots[i]`.</param>
    public DrawnOnce(IReadOnlyList<OnceValue> values, int unknowns, ulong seed)
    {
        this.values = [.. values];
        this.unknowns = unknowns;
        template = [.. this.values.Select(value => value.Expression is Expression.Constant fixedTo ? fixedTo.Value : 0)];
        drawn = [.. Enumerable.Range(0, template.Length).Where(slot => this.values[slot].Expression is not Expression.Constant)];
        streams = [.. this.values.Select(value => RandomStream.For(seed, value.Path))];
    }

    public int Count => values.Length;

    public IReadOnlyList<OnceValue> Values => values;

    /// <summary>Draws all of one replication. `into` has one number a slot.</summary>
    /// <exception cref="DrawException">A drawn parameter is outside its domain; the message names the value.</exception>
    public void Draw(long replication, double[] into)
    {
        template.CopyTo(into, 0);
        foreach (var slot in drawn)
        {
            try
            {
                into[slot] = values[slot].Expression.Evaluate(into.AsSpan(0, unknowns), streams[slot].At(replication));
            }
            catch (DrawException problem)
            {
                throw problem.In(values[slot].Path, replication);
            }
        }
    }
}
