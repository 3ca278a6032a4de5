using System.Collections.Immutable;
using Resupply.Exact;
using Resupply.Production;
using Resupply.Readiness;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>The questions that an exact method answers over their own window.</summary>
public sealed class ExactAnswers
{
    private readonly SupplyModel model;
    private readonly DrawnOnce once;
    private readonly ImmutableArray<int> days;
    private readonly Dictionary<int, StockLaws> laws = [];

    private ExactAnswers(SupplyModel model, DrawnOnce once, IEnumerable<Question> questions)
    {
        (this.model, this.once) = (model, once);
        days =
        [
            .. questions.OfType<Question.OnHand>().Select(question => question.When - model.From).Distinct().Order(),
        ];
    }

    /// <summary>
    /// What is known exactly, by question; and for which questions a limit was passed, with the reason.
    /// </summary>
    public static (Dictionary<string, ExactAnswer> Answers, List<(Question Question, string Reason)> TooLarge) Of(
        IReadOnlyList<Question> questions,
        SupplyModel model,
        ReadinessModel readiness,
        ProductionModel production,
        DrawnOnce once)
    {
        var exact = new ExactAnswers(model, once, questions);
        var answers = new Dictionary<string, ExactAnswer>(StringComparer.Ordinal);
        var tooLarge = new List<(Question, string)>();
        var parts = new ReadinessExact(model, readiness, production, once);
        foreach (var question in questions)
        {
            if (parts.Of(question) is { } ofParts) answers[question.Name] = ofParts;
            if (exact.StockOf(question) is not (>= 0 and var stock)) continue;
            if (readiness.UsesStock[stock] || production.UsesStock(stock)) continue;
            var law = exact.LawOf(stock);
            if (law.Reason is { } reason) tooLarge.Add((question, reason));
            else if (exact.Answer(question, law) is { } answer) answers[question.Name] = answer;
        }

        return (answers, tooLarge);
    }

    /// <summary>The one stock that a question is about; -1 where it is about none or several.</summary>
    private int StockOf(Question question) => question switch
    {
        Question.Covered { Demands: [var demand] } => StockOf(demand),
        Question.Met { Demands: [var demand], AtLeast: null } => StockOf(demand),
        Question.Unmet { Demands: [var demand] } => StockOf(demand),
        Question.Backlog q => StockOf(q.Demand),
        Question.Shortage { Demands: [var demand] } => StockOf(demand),
        Question.OnHand q => model.StockAt(q.Site, q.Item),
        Question.DaysOfSupply q => model.StockAt(q.Site, q.Item),
        Question.Backorders q => model.StockAt(q.Site, q.Item),
        _ => -1,
    };

    private int StockOf(string demand) =>
        Array.Find(model.Demands, each => each.Name == demand) is { Services: [var only] } ? only.Stock : -1;

    private StockLaws LawOf(int stock)
    {
        if (!laws.TryGetValue(stock, out var law))
            laws[stock] = law = StockLaws.Of(model, once.Values, once.Unknowns, stock, days);
        return law;
    }

    private ExactAnswer? Answer(Question question, StockLaws law)
    {
        int On(Day day) => day - model.From;
        if (question is Question.Shortage) return Shortage(law);
        var number = question switch
        {
            Question.Covered q => law.Mean(state => state.Single?.NoShortage[On(q.Until)]),
            Question.Met q => Met(law, On(q.Until)),
            Question.Unmet q => law.Mean(state => Unmet(state, On(q.Until))),
            Question.Backlog q => law.Mean(state => Waiting(state, On(q.When))),
            Question.OnHand q => law.Mean(state => OnHand(state, q, On(q.When))),
            Question.Backorders q => Backorders(law, q),
            Question.DaysOfSupply q => DaysOfSupply(law, q),
            _ => null,
        };
        return number is { } known ? new ExactAnswer(known, null, law.Method) : null;
    }

    private ExactAnswer? Shortage(StockLaws law)
    {
        if (law.Mean(state => state.Single?.NoShortage[^1]) is not { } never) return null;
        var by = Enumerable.Range(0, model.Days)
            .Select(day => law.Mean(state => state.Single!.FirstShortage[day])!.Value).ToList();
        Day? At(double q) =>
            by.FindIndex(probability => probability >= q) is >= 0 and var day ? model.From + day : null;
        return new ExactAnswer(null, new DateSpread(At(0.1), At(0.5), At(0.9), never), law.Method);
    }

    private static double? Met(StockLaws law, int day)
    {
        if (law.Mean(state => state.Single?.Needed[day]) is not { } needed) return null;
        return needed == 0 ? 1 : 1 - (law.Mean(state => state.Single!.Unmet[day])!.Value / needed);
    }

    private static double? Unmet(PossibleStock state, int day)
    {
        if (state.Single is { } single) return single.Unmet[day];
        var sum = 0.0;
        for (var each = 0; each <= day; each++)
        {
            if (state.Base!.Unmet(each) is not { } unmet) return null;
            sum += unmet;
        }

        return sum;
    }

    private static double? Waiting(PossibleStock state, int day) =>
        state.Single is { } single ? single.Waiting[day] : state.Base!.Backlog(day)?.Mean;

    private static double? OnHand(PossibleStock state, Question.OnHand question, int day)
    {
        var law = (state, question.Net) switch
        {
            ({ Single: { } single }, false) => single.AtMidnight[day].OnHand,
            ({ Single: { } single }, true) => single.AtMidnight[day].Net,
            ({ Base: { } pipeline }, false) => pipeline.OnHand(day),
            ({ Base: { } pipeline }, true) => pipeline.NetStock(day),
            _ => null,
        };
        if (law is null || question.AtLeast is not { } least) return law?.Mean;
        return law.Total - law.Cdf((long)Math.Ceiling(least) - 1);
    }

    /// <summary>What waits, in items, averaged over the days asked for.</summary>
    private double? Backorders(StockLaws law, Question.Backorders question)
    {
        if (StockCase.DemandOn(model, model.StockAt(question.Site, question.Item)) is not { } demand) return null;
        if (UsesOf(demand) is not { } uses) return null;
        var (first, last) = (question.From - model.From, question.To - model.From);
        return law.Mean(state =>
        {
            var sum = 0.0;
            for (var day = first; day <= last; day++)
            {
                if (Waiting(state, day) is not { } waiting) return null;
                sum += waiting;
            }

            return sum / (last - first + 1) * uses;
        });
    }

    /// <summary>
    /// Where the need ahead is the same in every state, the mean of the quotient is the quotient of the mean.
    /// </summary>
    private double? DaysOfSupply(StockLaws law, Question.DaysOfSupply question)
    {
        const int Ahead = 30;
        var when = question.When - model.From;
        if (law.States is not [{ Single: { } single }] || when + Ahead >= model.Days) return null;
        var stock = model.StockAt(question.Site, question.Item);
        if (StockCase.DemandOn(model, stock) is not { Need.Laws: { } needs, Services: [{ Uses: < 0 }] }) return null;
        var need = needs.Skip(when + 1).Take(Ahead).Sum(day => day.Mean);
        return need > 0 ? single.OnHand[when] * Ahead / need : null;
    }

    /// <summary>Items that a unit of need takes; null where that is drawn.</summary>
    private long? UsesOf(DemandModel demand)
    {
        if (demand.Services[0].Uses < 0) return 1;
        return once.Values[demand.Services[0].Uses].Expression is Expression.Constant uses
            ? Rounding.Count(uses.Value)
            : null;
    }
}
