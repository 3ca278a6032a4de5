using Resupply.Values;

namespace Resupply.Simulation;

/// <summary>A value that is drawn once a replication, by its path in the file; unknowns come first.</summary>
/// <param name="IsProbability">It must lie between 0 and 1.</param>
/// <param name="Moved">How what is drawn is moved, after all conditions on it hold; of what is not fixed.</param>
public sealed record OnceValue(
    string Path, Expression Expression, bool IsProbability = false, Moved? Moved = null);

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
    private readonly JointDraws[] joint;
    private readonly int[] moved;

    /// <param name="values">Unknowns in the order of their slots, then everything else.</param>
    /// <param name="unknowns">How many of them are unknowns.</param>
    public DrawnOnce(IReadOnlyList<OnceValue> values, int unknowns, ulong seed)
    {
        this.values = [.. values];
        this.unknowns = unknowns;
        template =
        [
            .. this.values.Select(value => value.Expression is Expression.Constant fixedTo ? fixedTo.Value : 0),
        ];
        drawn =
        [
            .. InOrder(this.values, unknowns).Where(slot => this.values[slot].Expression is not Expression.Constant),
        ];
        joint = JointDraws.Among(this.values, drawn);
        moved = [.. drawn.Where(slot => this.values[slot].Moved is not null)];
        streams = [.. this.values.Select(value => RandomStream.For(seed, value.Path))];
    }

    public int Count => values.Length;

    /// <summary>So many of the first slots hold unknowns.</summary>
    public int Unknowns => unknowns;

    public IReadOnlyList<OnceValue> Values => values;

    /// <summary>Whether the value has a draw of its own, not only through an unknown.</summary>
    public bool HasOwnDraw(int slot) => values[slot].Expression.IsRandom();

    /// <summary>Whether nothing else that is drawn once has a part in its draw.</summary>
    public bool IsDrawnApart(int slot) => values[slot].Expression.UnknownsUsed().Count == 0
        && !joint.Any(group => group.Conditioned.Contains(slot));

    /// <summary>Draws all of one replication. `into` has one number a slot.</summary>
    /// <exception cref="DrawException">A drawn parameter is outside its domain; the message names the
    /// value.</exception>
    public void Draw(long replication, double[] into)
    {
        template.CopyTo(into, 0);
        foreach (var slot in drawn) Draw(slot, streams[slot].At(replication), replication, into);
        foreach (var group in joint)
        {
            if (!group.Holds(values, into)) DrawTogether(group, replication, into);
        }

        foreach (var slot in moved) into[slot] = values[slot].Moved!.Value.Of(into[slot]);
    }

    private void DrawTogether(JointDraws group, long replication, double[] into)
    {
        for (var number = 1; !group.Holds(values, into); number++)
        {
            if (number == Expression.NotBefore.TriesMax)
            {
                var path = values[group.Failing(values, into)].Path;
                throw new DrawException(path, replication, Expression.NotBefore.HasPassed());
            }

            foreach (var slot in group.Conditioned)
                Draw(slot, streams[slot].At(replication).At(-number), replication, into);
        }

        foreach (var slot in group.Following) Draw(slot, streams[slot].At(replication), replication, into);
    }

    private void Draw(int slot, RandomStream draws, long replication, double[] into)
    {
        ref readonly var value = ref values[slot];
        try
        {
            var number = value.Expression.Evaluate(into.AsSpan(0, unknowns), draws);
            into[slot] = value.IsProbability ? ExpressionEvaluation.CheckedProbability(number) : number;
        }
        catch (DrawException problem)
        {
            throw new DrawException(value.Path, replication, problem);
        }
    }

    /// <summary>
    /// Unknowns so that each uses only those before it (the reader refuses circles), then all the rest.
    /// </summary>
    private static IEnumerable<int> InOrder(OnceValue[] values, int unknowns)
    {
        var done = new HashSet<int>();
        while (done.Count < unknowns)
        {
            for (var slot = 0; slot < unknowns; slot++)
            {
                if (done.Contains(slot) || !values[slot].Expression.UnknownsUsed().IsSubsetOf(done)) continue;
                done.Add(slot);
                yield return slot;
            }
        }

        for (var slot = unknowns; slot < values.Length; slot++) yield return slot;
    }
}
