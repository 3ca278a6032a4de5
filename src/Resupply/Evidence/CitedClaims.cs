using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Evidence;

/// <summary>
/// Which claims a file names anywhere: beside values in any version, option or world, and in questions.
/// </summary>
internal static class CitedClaims
{
    public static ImmutableHashSet<string> In(Node.Map root)
    {
        var cited = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var section in root.Entries)
        {
            if (section.Key.Text != "claims") Collect(section.Value, cited);
        }

        return cited.ToImmutable();
    }

    private static void Collect(Node node, ImmutableHashSet<string>.Builder cited)
    {
        switch (node)
        {
            case Node.List list:
                foreach (var item in list.Items) Collect(item, cited);
                break;
            case Node.Map map:
                foreach (var entry in map.Entries)
                {
                    if (entry.Key.Text is "claims" or "claimed") Add(entry.Value, cited);
                    Collect(entry.Value, cited);
                }

                break;
        }
    }

    private static void Add(Node names, ImmutableHashSet<string>.Builder cited)
    {
        if (names is Node.Scalar one) cited.Add(one.Text);
        if (names is Node.Map map) cited.UnionWith(map.Entries.Select(entry => entry.Key.Text));
        if (names is not Node.List list) return;
        foreach (var name in list.Items.OfType<Node.Scalar>()) cited.Add(name.Text);
    }
}
