using Resupply.Answers;
using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>What one order gains, what it costs the others, and what is firm, in sentences.</summary>
public static class DisplacementSentence
{
    private const int NamedMax = 2;

    public static string Of(DisplacementReport report)
    {
        var gain = Gain(report, report.Moved);
        var lead = Lead(report);
        if (report.From is null) return $"{lead}: {gain}.";
        var first = $"{lead}, {gain}; {Costs(report, report.Moved)}.";
        return report.Firm is { } firm ? $"{first} {OfFirm(report, firm)}" : first;
    }

    private static string Lead(DisplacementReport report) => report switch
    {
        { From: null } => $"{report.Asked.Order} need not be moved",
        { IsReached: false } => "Even first from the first day on",
        { Asked.By: not null } => $"Ahead of all others from {report.From} on and no sooner",
        { Asked.Units: { } units } => Invariant($"With {units:N0} of its units moved to the front"),
        _ => "Moved to the front",
    };

    private static string Gain(DisplacementReport report, Displacement moved)
    {
        var mover = moved.Mover;
        var subject = report.From is null ? "it" : mover.Order;
        if (moved.Complete is { } complete)
        {
            return Has(report, subject, $"all of it by {report.Asked.By}", complete) + (
                report is { IsReached: false, Asked.AtLeast: { } least } && complete.Moved.Value > 0
                    ? Invariant($", less than the {least * 100:0.##} in 100 that were asked for")
                    : "");
        }

        if (MostChanged(report) is { } most)
        {
            var due = mover.Due[most];
            return Has(report, subject, $"its {due.Units} by {due.By}", due.Chance);
        }

        var sooner = mover.DeliveredLater;
        return sooner.Value < 0
            ? $"{subject} gains {DisplacementWords.UnitDays(sooner with { Value = -sooner.Value })} unit-days"
            : $"{subject} gains nothing";
    }

    /// <summary>The due date that is told of: the one whose chance changes most where nobody is kept.</summary>
    private static int? MostChanged(DisplacementReport report)
    {
        var due = report.Moved.Mover.Due;
        return Enumerable.Range(0, due.Length)
            .Where(index => IsTold(due[index].Chance.Change))
            .OrderByDescending(index => Math.Abs(due[index].Chance.Change.Value))
            .Select(index => (int?)index)
            .FirstOrDefault();
    }

    private static string Has(DisplacementReport report, string subject, string what, Chance chance)
    {
        if (!report.IsExact)
            return $"{subject} has {what} {DisplacementWords.WithBefore(chance, report.Card.Replications)}";
        if (chance.Moved.Value < 1) return $"{subject} does not have {what}";
        return chance.Planned.Value < 1
            ? $"{subject} has {what}, as it would not otherwise"
            : $"{subject} has {what}, as planned";
    }

    private static string Costs(DisplacementReport report, Displacement moved)
    {
        var losing = moved.Others.Where(order => order.DeliveredLater.Value > 0)
            .OrderByDescending(order => order.DeliveredLater.Value).ToList();
        if (losing.Count == 0) return "nobody else has anything later";
        var named = losing.Take(losing.Count == NamedMax + 1 ? NamedMax + 1 : NamedMax).Select((order, index) =>
            $"{order.Order} {DisplacementWords.UnitDays(order.DeliveredLater)}{(index == 0 ? " unit-days" : "")}")
            .ToList();
        var rest = losing.Skip(named.Count).ToList();
        if (rest.Count > 0)
        {
            var sum = rest.Sum(order => order.DeliveredLater.Value);
            named.Add($"{DisplacementWords.Others(rest.Count)} {Shown.Amount(sum, "")}");
        }

        return $"that costs {DisplacementWords.And(named)}{Chances(report, moved, losing)}";
    }

    /// <summary>The chance that falls most, and how many others do.</summary>
    private static string Chances(DisplacementReport report, Displacement moved, List<OrderShift> losing)
    {
        var falling = moved.Others
            .SelectMany(order => order.Due.Select(due => (order.Order, Due: due)))
            .Where(each => each.Due.Chance.Change.Value < 0 && IsTold(each.Due.Chance.Change))
            .OrderBy(each => each.Due.Chance.Change.Value)
            .ToList();
        if (falling.Count == 0) return "";
        var (name, due) = falling[0];
        var more = falling.Count == 1
            ? ""
            : Invariant($" ({falling.Count - 1:N0} other due date{(falling.Count == 2 ? "" : "s")} ") +
                (report.IsExact ? "too)" : "fall too)");
        if (report.IsExact) return $", and {name} then misses {due.By}{more}";
        var whose = losing is [var only] && only.Order == name ? "its" : $"{name}'s";
        return $", and {whose} chance of meeting {due.By} falls " +
            $"{DisplacementWords.FromTo(due.Chance, report.Card.Replications)}{more}";
    }

    private static string OfFirm(DisplacementReport report, FirmDisplacement firm)
    {
        var even = firm.Harmed.IsEmpty
            ? ""
            : $" {DisplacementWords.And(firm.Harmed)} loses even so, waiting for others on the way.";
        if (firm.Kept.IsEmpty) return "No firm agreement meets a due date more seldom for it.";
        if (firm.Ceding is not { } ceding)
            return $"It can have the same with every firm agreement kept as planned.{even}";
        return $"With every firm agreement kept as planned, {Gain(report, firm.Untouched)}; " +
            $"for the rest, {DisplacementWords.And(ceding.Orders)} would have to give way.{even}";
    }

    private static bool IsTold(Estimate change) => change.Low > 0 || change.High < 0;
}
