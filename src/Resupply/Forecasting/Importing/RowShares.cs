using System.Collections.Immutable;
using static System.FormattableString;

namespace Resupply.Forecasting.Importing;

/// <summary>What of a row goes where.</summary>
/// <param name="Series">Null: nowhere, for the reason.</param>
/// <param name="Name">As the file has it.</param>
/// <param name="Suspects">Where it goes nowhere, the series that it might have been of.</param>
internal readonly record struct Share(
    string? Series, RuledCount Count, string Name, string? Reason, string Note, ImmutableArray<string> Suspects);

/// <summary>Which series a row is about, and with how many units each.</summary>
internal sealed class RowShares(Mapping mapping, ColumnPlan plan, NameClasses classes, Gathering gathering)
{
    private string when = "";

    /// <summary>The shares add up to the row's count.</summary>
    /// <param name="when">Its period, for the ledger.</param>
    public ImmutableArray<Share> Of(SourceRow row, string when)
    {
        this.when = when;
        var cell = row[plan.Count];
        if (CellDictionary.Is(cell)) return OfDictionary(row, cell);
        var count = Ruled(cell);
        if (count.Reason is { } reason)
            gathering.Note(
                row.Line,
                count.IsLeftOut ? Treatment.LeftOut : Treatment.Changed,
                reason,
                cell,
                count.Made,
                period: when);
        if (plan.Class < 0) return [To(mapping.Names.Only!, count)];
        var name = row[plan.Class];
        var parts = classes.Parts(name);
        return parts.Length > 1 ? OfJoint(row, name, parts, count) : [Named(name, count)];
    }

    private static Share To(string series, RuledCount count) => new(series, count, series, null, "", []);

    private Share Named(string name, RuledCount count)
    {
        var named = classes.Find(name);
        return new Share(named.Series, count, name, named.Reason, named.Note, []);
    }

    private ImmutableArray<Share> OfDictionary(SourceRow row, string cell)
    {
        if (CellDictionary.Read(cell) is not { } entries)
        {
            var unreadable = new ReadCount(CountKind.Unreadable, 0, 0);
            var broken = RuledCount.Of(unreadable, mapping.Counts) with { Reason = null };
            gathering.Note(
                row.Line,
                broken.IsLeftOut ? Treatment.LeftOut : Treatment.Changed,
                Reason.DictionaryBroken,
                cell,
                broken.Made,
                period: when);
            return plan.Class < 0 ? [To(mapping.Names.Only!, broken)] : [Named(row[plan.Class], broken)];
        }

        var shares = entries
            .Select(entry => (entry.Name, Count: Ruled(entry.Text)))
            .Select(entry => plan.Class < 0 ? To(mapping.Names.Only!, entry.Count) : Named(entry.Name, entry.Count))
            .ToImmutableArray();
        gathering.Note(row.Line, Treatment.Split, Reason.CellDictionary, cell, Described(shares), period: when);
        return shares;
    }

    private ImmutableArray<Share> OfJoint(SourceRow row, string name, ImmutableArray<string> parts, RuledCount count)
    {
        var named = parts.Select(part => (Name: part, Class: classes.Find(part))).ToList();
        var unmapped = named.Find(part => part.Class.Reason is Reason.NameUnmapped or Reason.NameBlank);
        if (unmapped.Name is not null && Whole(name) is { } whole) return [whole with { Count = count }];
        if (unmapped.Name is not null && mapping.Unmapped is null)
            return [new Share(null, count, name, Reason.NameUnmapped, Noted(unmapped), Series(named))];
        var targets = named.Select(part => part.Class.Series).Distinct().ToList();
        if (targets is [var only])
        {
            if (only is not null)
                gathering.Note(row.Line, Treatment.Changed, Reason.JointOneClass, name, only, count.Units, only, when);
            return [new Share(only, count, name, only is null ? Reason.NameLeftOut : null, "", [])];
        }

        return ByDetails(row, name, count) ?? OfMixed(row, name, named, count);
    }

    private static string Noted((string Name, NamedClass Class) part) =>
        part.Class.Note.Length == 0 ? part.Name : $"{part.Name}: {part.Class.Note}";

    private static ImmutableArray<string> Series(List<(string Name, NamedClass Class)> named) =>
        [.. named.Select(part => part.Class.Series).OfType<string>().Distinct()];

    /// <summary>The joint name as a whole, where the catalogue has it; null where it has not.</summary>
    private Share? Whole(string name) =>
        classes.Find(name) is { Series: { } series, Reason: null or Reason.NameSpelling }
            ? To(series, default) with { Name = name }
            : null;

    /// <summary>Null where there are no details, or they do not fit.</summary>
    private ImmutableArray<Share>? ByDetails(SourceRow row, string name, RuledCount count)
    {
        var cell = plan.Details >= 0 ? row[plan.Details].Trim() : "";
        if (cell.Length == 0) return null;
        var shares = (CellDictionary.Read(cell) ?? [])
            .Select(entry => Named(entry.Name, Ruled(entry.Text)))
            .ToImmutableArray();
        var fits = !shares.IsEmpty && shares.All(share => share.Count.Certainty == Certainty.Known)
            && count.Certainty == Certainty.Known && shares.Sum(share => share.Count.Units) == count.Units;
        if (!fits)
        {
            gathering.Note(
                row.Line,
                Treatment.Changed,
                Reason.DetailsDisagree,
                $"{name}: {count.Made}, {cell}",
                "not used",
                period: when);
            return null;
        }

        gathering.Note(
            row.Line,
            Treatment.Split,
            Reason.JointDetails,
            $"{name}: {count.Made}",
            Described(shares),
            count.Units,
            period: when);
        return shares;
    }

    private ImmutableArray<Share> OfMixed(
        SourceRow row, string name, List<(string Name, NamedClass Class)> named, RuledCount count)
    {
        var rule = mapping.Joint;
        if (rule.Mixed == MixedRow.LeaveOut)
            return [new Share(null, count, name, Reason.JointMixed, "", Series(named))];
        if (rule.Mixed == MixedRow.Whole)
        {
            gathering.Note(
                row.Line,
                Treatment.Changed,
                Reason.JointMixed,
                name,
                $"{rule.Whole} {count.Made}",
                count.Units,
                rule.Whole!,
                when);
            return [To(rule.Whole!, count) with { Name = name }];
        }

        var (each, over) = Math.DivRem(count.Units, named.Count);
        var shares = named.Index().Select(part => new Share(
            part.Item.Class.Series,
            count with { Units = each + (part.Index < Math.Abs(over) ? Math.Sign(over) : 0) },
            part.Item.Name,
            part.Item.Class.Reason,
            part.Item.Class.Note,
            [])).ToImmutableArray();
        gathering.Note(
            row.Line,
            Treatment.Split,
            Reason.JointMixed,
            $"{name}: {count.Made}",
            Described(shares),
            count.Units,
            period: when);
        return shares;
    }

    /// <summary>`ballistic 7, cruise 6`.</summary>
    private static string Described(ImmutableArray<Share> shares) => string.Join(", ", shares
        .GroupBy(share => share.Series ?? "left out")
        .Select(group => group.Any(share => share.Count.Certainty != Certainty.Known)
            ? $"{group.Key} not known"
            : Invariant($"{group.Key} {group.Sum(share => share.Count.Units)}")));

    private RuledCount Ruled(string cell) => RuledCount.Of(CountText.Read(cell, mapping.Counts), mapping.Counts);
}
