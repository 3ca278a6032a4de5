using Resupply.Values;

namespace Resupply.Simulation;

/// <summary>
/// Dates that have not come yet and rest on the same names under `unknowns`: they and those names are drawn together
/// until none of the dates lies before its day, which leaves their joint distribution under that condition.
/// </summary>
/// <param name="Conditioned">The slots that are drawn together, names first.</param>
/// <param name="Following">Slots that rest on those names and keep their own draws.</param>
internal sealed record JointDraws(int[] Conditioned, int[] Following)
{
    /// <summary>The groups among values that hang together; none where nothing is conditioned.</summary>
    /// <param name="inOrder">All slots that are drawn, each after those that it uses.</param>
    public static JointDraws[] Among(OnceValue[] values, int[] inOrder)
    {
        var joint = inOrder.Where(slot => values[slot].Expression is Expression.NotBefore { IsJoint: true }).ToArray();
        var groupOf = joint.ToDictionary(slot => slot);
        foreach (var slot in joint)
        {
            foreach (var used in values[slot].Expression.UnknownsUsed().Where(groupOf.ContainsKey))
                Unite(groupOf, groupOf[slot], groupOf[used]);
        }

        return
        [
            .. joint.GroupBy(slot => groupOf[slot])
                .Select(group => group.ToArray())
                .Select(group => new JointDraws(group, [.. FollowingOf(group, values, inOrder)])),
        ];
    }

    private static void Unite(Dictionary<int, int> groupOf, int one, int other)
    {
        foreach (var slot in groupOf.Keys.Where(slot => groupOf[slot] == other).ToList()) groupOf[slot] = one;
    }

    private static IEnumerable<int> FollowingOf(int[] group, OnceValue[] values, int[] inOrder)
    {
        var changed = group.ToHashSet();
        foreach (var slot in inOrder)
        {
            if (changed.Contains(slot) || !values[slot].Expression.UnknownsUsed().Overlaps(changed)) continue;
            changed.Add(slot);
            yield return slot;
        }
    }

    /// <summary>Whether every date is late enough.</summary>
    public bool Holds(OnceValue[] values, double[] drawn)
    {
        foreach (var slot in Conditioned)
        {
            if (!((Expression.NotBefore)values[slot].Expression).Allows(drawn[slot])) return false;
        }

        return true;
    }

    /// <summary>The date that keeps them from being drawn.</summary>
    public int Failing(OnceValue[] values, double[] drawn) =>
        Conditioned.First(slot => !((Expression.NotBefore)values[slot].Expression).Allows(drawn[slot]));
}
