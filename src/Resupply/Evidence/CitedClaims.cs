using Resupply.Language;

namespace Resupply.Evidence;

/// <summary>
/// Which claims a file names anywhere: beside values in any version, option or world, and in questions.
/// </summary>
internal static class CitedClaims
{
    public static HashSet<string> In(Node.Map root)
    {
        var cited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in root.Entries)
        {
            if (section.Key.Text != "claims") Collect(section.Value, cited);
        }

        return cited;
    }

    private static void Collect(Node node, HashSet<string> cited)
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

    private static void Add(Node names, HashSet<string> cited)
    {
        if (names is Node.Scalar one) cited.Add(one.Text);
        if (names is Node.Map map) cited.UnionWith(map.Entries.Select(entry => entry.Key.Text));
        if (names is not Node.List list) return;
        foreach (var name in list.Items.OfType<Node.Scalar>()) cited.Add(name.Text);
    }
}
