using Resupply.Answers;
using Resupply.Production;

namespace Resupply.Reports;

/// <summary>What is said of lines and orders, in figures and in the terminal alike.</summary>
internal static class QueueWords
{
    /// <summary>What rounds to nothing is not worth a planner's time.</summary>
    private const double LeastToTell = 0.05;

    /// <summary>"makes transformer at works; the oldest agreement first".</summary>
    public static string Line(QueueChart queue) => $"makes {queue.Item} at {queue.Site}; {Turn(queue.Sequence)}";

    /// <summary>"60 units, firm agreement of 2024-03-01, needs export".</summary>
    public static string Standing(OrderChart order)
    {
        var kind = order.IsAgreed ? order.Firm ? "firm agreement" : "agreement" : "request";
        var since = order.Since is { } day ? $"{kind} of {day}" : order.IsAgreed ? kind : "no agreement";
        return Units(order.Quantity) + ", " + since +
            (order.Needs is { } release ? $", needs {release}" : "");
    }

    /// <summary>"all delivered by 2025-03-04 (median; 8 cases of 10: 2025-02-01 to 2025-05-10)".</summary>
    public static string Completion(OrderChart order, RunCard card)
    {
        var spread = order.Dates.Completed;
        if (spread.Never >= 1) return $"not all delivered by {card.To} in any of {card.Replications:N0} replications";
        if (spread.P50 is not { } median)
            return $"all delivered by {card.To}: {Shown.Probability(1 - spread.Never, card.Replications)}" +
                (spread.P10 is { } early ? $"; by {early} in 1 case of 10" : "");
        if (spread.Never <= 0 && spread.P10 == spread.P90) return $"all delivered on {median}";
        var late = spread.Never > 0 ? $"; not by {card.To}: {Shown.Probability(spread.Never, card.Replications)}" : "";
        var to = spread.P90?.ToString() ?? "later";
        return $"all delivered by {median} (median; 8 cases of 10: {spread.P10} to {to}){late}";
    }

    /// <summary>"12.3 of 60 delivered by 2025-12-31 on average".</summary>
    public static string Delivered(OrderChart order, RunCard card) =>
        $"{Few(order.Delivered)} of {Few(order.Quantity)} delivered by {card.To} on average";

    /// <summary>"20 by 2025-06-30: 85 in 100".</summary>
    public static string Due(DueChart due, RunCard card) => $"{Few(due.Units)} by {due.By}: {Chance(due, card)}";

    public static string Chance(DueChart due, RunCard card) => due.Met is { } met
        ? Shown.Probability(met, card.Replications)
        : due.By < card.From ? "before the calendar" : "after the calendar";

    /// <summary>"85%" on a picture; a simulation alone never says 0 or 100.</summary>
    public static string Percent(double share) => share switch
    {
        < 0.005 => "<1%",
        >= 0.995 => ">99%",
        _ => FormattableString.Invariant($"{share * 100:0}%"),
    };

    /// <summary>"310 unit-days late; 4 units held at the end"; empty where there is nothing to tell.</summary>
    public static string Trouble(OrderChart order)
    {
        var late = order.LateUnitDays >= LeastToTell ? $"{Few(order.LateUnitDays)} unit-days late" : "";
        var held = order.HeldUnitDays >= LeastToTell ? Held(order) : "";
        var joint = late.Length > 0 && held.Length > 0 ? "; " : "";
        return late.Length + held.Length == 0 ? "" : $"on average {late}{joint}{held}";
    }

    /// <summary>A mean: 0.3, 5.7, 15.</summary>
    public static string Few(double mean) => mean switch
    {
        > 0 and < LeastToTell => "less than 0.1",
        < 10 => FormattableString.Invariant($"{mean:0.#}"),
        _ => Shown.Amount(mean, ""),
    };

    public static string Units(double mean) => Few(mean) is var few && few == "1" ? "1 unit" : $"{few} units";

    private static string Held(OrderChart order)
    {
        var waited = $"{Few(order.HeldUnitDays)} unit-days held at the line";
        return order.HeldAtEnd >= LeastToTell ? $"{waited}, {Units(order.HeldAtEnd)} still there at the end" : waited;
    }

    private static string Turn(Sequence sequence) => sequence switch
    {
        Sequence.Due => "the earliest due date that is not met first",
        Sequence.Priority => "the lowest number of priority first",
        Sequence.Share => "the least filled order first",
        _ => "the oldest agreement first, then the oldest request",
    };
}
