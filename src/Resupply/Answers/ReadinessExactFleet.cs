using Resupply.Exact;
using Resupply.Readiness;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>A fleet of members with one part each, its spares and its shop: machine repair.</summary>
/// <param name="FailureRate">Of a member that is available, per day.</param>
internal sealed record ReadinessExactFleet(ReadinessExactShop Shop, int Members, double FailureRate)
    : IReadinessExactCase
{
    private const string Transient =
        "machine repair: birth and death from the start (Taylor & Jackson 1954; Jensen 1953)";

    private const string Insensitive =
        "machine repair with ample repair, any law (Baskett, Chandy, Muntz & Palacios 1975)";

    private const string OneTeam = "machine repair by one team, any law (Takács 1962)";

    public static ReadinessExactFleet? Of(ReadinessExactFacts facts, FleetModel fleet)
    {
        if (fleet is not
            {
                Places: [{ Fitting: null, AgesAlways: false } place],
                Missing: [],
                Inspections: [],
                Upkeep: null,
                Groups: [var only],
                Joins: [],
                Leaves: [],
                Losses: < 0,
                Cannibalizes: false,
            })
            return null;
        var group = facts.Model.Groups[only];
        if (group is not { Ages: [null], Lives: [{ } life], Origins: [var origin] }) return null;
        if (facts.Count(group.Size) is not (> 0 and var size)) return null;
        if (facts.Number(fleet.Operates, 1) is not (> 0 and var duty)) return null;
        if (ReadinessExactFacts.ExponentialMean(ReadinessExactFacts.Law(life)) is not { } mean) return null;
        return ReadinessExactShop.At(facts, place.Stock, origin) is { } shop
            ? new ReadinessExactFleet(shop, (int)size, duty / mean)
            : null;
    }

    public ExactAnswer? Answer(Question question, int first, int end)
    {
        if (ReadinessExactFacts.ExponentialMean(Shop.Repair) is { } mean)
        {
            var queue = Queue(Shop.Crew < 0 ? Members + Shop.Units : Shop.Teams, mean);
            var start = Pmf.Certainly(Shop.Unserviceable);
            var law = IsAverage(question) ? queue.Average(first, end, start) : queue.After(end, start);
            return law is null ? null : ExactAnswer.Of(Number(question, queue, law), Transient);
        }

        if (question is Question.Available { AtLeast: not null }) return null;
        if (Shop.Crew < 0)
        {
            if (Shop.Repair.Mean == 0) return null;
            var queue = Queue(Members + Shop.Units, Shop.Repair.Mean);
            return ExactAnswer.LongRun(Number(question, queue, queue.Stationary()), Insensitive);
        }

        return Shop is { Teams: 1, Units: 0 } ? WithOneTeam(question) : null;
    }

    private ExactAnswer? WithOneTeam(Question question)
    {
        if (SingleTeamFiniteSource.Of(Members, FailureRate, Shop.Repair) is not { } source) return null;
        double? number = question switch
        {
            Question.Available => source.Availability,
            Question.Busy => source.TeamBusy,
            Question.Backorders => Members - source.Operating,
            _ => null,
        };
        return ExactAnswer.LongRun(number, OneTeam);
    }

    private FiniteSourceQueue Queue(long teams, double repair) =>
        new(Members, (int)Shop.Units, (int)teams, FailureRate, 1 / repair);

    private static bool IsAverage(Question question) => question is
        Question.Busy or Question.Available { IsAverage: true } or Question.Backorders { IsAverage: true };

    /// <summary>What a law of the number failed says; a share reached on average over time has no law here.</summary>
    private double? Number(Question question, FiniteSourceQueue queue, Pmf failed) => question switch
    {
        Question.Available { AtLeast: null } => queue.Figures(failed).Availability,
        Question.Available { AtLeast: { } share, IsAverage: false } =>
            queue.AtLeastOperating((int)Math.Min(Probe.UnitsFor(share, Members), int.MaxValue), failed),
        Question.Busy when Shop.Crew >= 0 => queue.Figures(failed).TeamsBusy,
        Question.Backorders => Members - queue.Figures(failed).Operating,
        _ => null,
    };
}
