using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>Poisson removals at one stock and its shop.</summary>
/// <param name="Rate">Per day.</param>
internal sealed record ReadinessExactRemovals(ReadinessExactShop Shop, double Rate) : IReadinessExactCase
{
    private const string Ample = "Poisson pipeline (Palm 1938)";
    private const string Teams = "M/M/c from the start (Erlang 1917; Jensen 1953)";
    private const string OneTeam = "M/G/1 (Pollaczek 1930, Khintchine 1932)";

    public static ReadinessExactRemovals? Of(ReadinessExactFacts facts, int stock)
    {
        if (facts.Model.Removals.Where(each => each.Stock == stock).ToArray() is not [var removal]) return null;
        if (facts.Number(removal.Rate, 0) is not (> 0 and var rate)) return null;
        return ReadinessExactShop.At(facts, stock, removal.Origin) is { } shop
            ? new ReadinessExactRemovals(shop, rate)
            : null;
    }

    public ExactAnswer? Answer(Question question, int first, int end)
    {
        if (Shop.Crew < 0) return question is Question.Backorders asked ? WithAmpleRepair(asked, first, end) : null;
        if (ReadinessExactFacts.ExponentialMean(Shop.Repair) is { } mean)
        {
            var queue = new LimitedRepair(Rate, 1 / mean, Shop.Teams);
            var start = Pmf.Certainly(Shop.Unserviceable);
            var law = question is Question.Backorders { IsAverage: false }
                ? queue.After(end, start)
                : queue.Average(first, end, start);
            return law is null ? null : ExactAnswer.Of(Number(question, law), Teams);
        }

        if (Shop.Teams != 1 || new SingleTeamRepair(Rate, Shop.Repair).Figures() is not { } figures) return null;
        double? number = question switch
        {
            Question.Busy => figures.TeamsBusy,
            Question.Backorders when Shop.Units == 0 => figures.Pipeline,
            _ => null,
        };
        return ExactAnswer.LongRun(number, OneTeam);
    }

    /// <summary>An average over a time in which the pipeline still fills is known in the long run only.</summary>
    private ExactAnswer? WithAmpleRepair(Question.Backorders question, int first, int end)
    {
        if (Shop.Unserviceable > 0) return null;

        // A replication counts whole seconds.
        var repair = Shop.Repair is RepairTime.Fixed { Days: var days }
            ? new RepairTime.Fixed(Readiness.DrawnTicks.Ticks(days) / (double)Simulation.Clock.TicksPerDay)
            : Shop.Repair;
        return !question.IsAverage || repair.LongerThan(first) == 0
            ? ExactAnswer.Of(Waiting(new UnlimitedRepair(repair).PipelineMean(Rate, end)), Ample)
            : ExactAnswer.LongRun(Waiting(Rate * repair.Mean), Ample);
    }

    private double? Waiting(double pipeline) => CountPmf.Poisson(pipeline) is { } law ? Waiting(law) : null;

    private double Waiting(Pmf law) => FillRates.Of(Shop.Units, law, Pmf.Certainly(1)).Backorders;

    private double? Number(Question question, Pmf law)
    {
        if (question is Question.Backorders) return Waiting(law);
        if (question is not Question.Busy) return null;
        var atWork = 0.0;
        for (var i = 0; i < law.Weights.Length; i++) atWork += law.Weights[i] * Math.Min(law.First + i, Shop.Teams);
        return atWork / Shop.Teams;
    }
}
