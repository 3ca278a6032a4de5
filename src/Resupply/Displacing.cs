using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Production;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply;

/// <summary>
/// What a place in the queue costs: one order moved to the front of its line, played on the same draws as the plan as
/// it is.
/// </summary>
public sealed partial class Displacing
{
    /// <summary>Enough for a chance to be known within two in a hundred.</summary>
    public const long ReplicationsDefault = 2_000;

    private readonly Scenario scenario;
    private readonly DisplacementAsked asked;
    private readonly RunOptions options;
    private readonly CancellationToken cancellation;
    private readonly QueueMeasures measures;
    private readonly Model plan;
    private readonly bool isExact;
    private readonly int mover;

    private Displacing(
        Scenario whole, DisplacementAsked asked, RunOptions options, CancellationToken cancellation)
    {
        scenario = Within(whole);
        (this.asked, this.cancellation) = (asked, cancellation);
        plan = Model.Compile(scenario, options.Seed, audited: options.Audited);
        isExact = IsExact(plan);
        this.options = isExact ? options with { Replications = 1 } : options;
        mover = Orders.Select(order => order.Name).ToList().IndexOf(asked.Order);
        ImmutableArray<int> queue =
            [.. Enumerable.Range(0, Orders.Length).Where(order => Orders[order].Line == Orders[mover].Line)];
        measures = new QueueMeasures(
            scenario.Production,
            scenario.From,
            scenario.To,
            queue,
            asked.By is { } by ? (mover, by) : null,
            withDue: true);
    }

    private ImmutableArray<Order> Orders => scenario.Production.Orders;

    private Order Mover => Orders[mover];

    /// <summary>Moves one order to the front, as far as is asked.</summary>
    /// <param name="diagnostics">Of reading the scenario; they come back with those that are found here.</param>
    /// <returns>No report where a diagnostic says why not.</returns>
    public static (DisplacementReport? Report, ImmutableArray<Diagnostic> Diagnostics) Find(
        Scenario scenario,
        RunOptions options,
        DisplacementAsked asked,
        ImmutableArray<Diagnostic> diagnostics,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        if (DisplacementChecks.Problem(scenario, asked) is { } problem) return (null, diagnostics.Add(problem));
        if (RunLimits.TooManyPlans(scenario, options, plans: 2) is { } tooMuch)
            return (null, diagnostics.Add(tooMuch));
        var displacing = new Displacing(scenario, asked, options, cancellation);
        var (from, isReached) = displacing.LastDay();
        var moved = displacing.Play(from, [], progress);
        var report = new DisplacementReport(
            Reporting.CardOf(scenario, options.Seed, displacing.options.Replications),
            asked,
            displacing.Mover.Line,
            from,
            isReached,
            displacing.isExact,
            moved,
            from is null ? null : displacing.Firmly(from, moved),
            diagnostics);
        return (report, diagnostics);
    }

    /// <summary>What else there is need not be played where it cannot get in the orders' way.</summary>
    internal static Scenario Within(Scenario scenario)
    {
        var played = scenario with { Questions = [] };
        return OrderReach.SharesLanes(scenario.Supply, scenario.Production)
            ? played
            : played with
            {
                Supply = OrderReach.Within(scenario.Supply, scenario.Production),
                Readiness = Readiness.ReadinessPlan.Nothing,
            };
    }

    /// <summary>Nothing is drawn that could matter to an order; unknowns that nothing uses do not.</summary>
    internal static bool IsExact(Model model) =>
        !OrderReach.SharesLanes(model.Scenario.Supply, model.Scenario.Production)
            && model.Once.Values.Skip(model.Once.Unknowns).All(value => value.Expression is Expression.Constant)
            && model.Scenario.Production.Orders.All(order =>
                OrderReach.LaneOf(order, model.Scenario.Supply, model.Scenario.Production)?.Takes is null or
                { Expression: Expression.Constant });

    /// <summary>The plan with an order moved.</summary>
    internal static Scenario Moved(Scenario scenario, string order, Ahead? ahead) => scenario with
    {
        Production = scenario.Production with
        {
            Orders =
            [
                .. scenario.Production.Orders.Select(
                    each => each.Name == order ? each with { MovedAhead = ahead } : each),
            ],
        },
    };

    /// <summary>World 0 is the plan as it is; each of the others is held against it.</summary>
    internal static PairedRecord Replicate(
        Model plan,
        ImmutableArray<Model> moved,
        QueueMeasures measures,
        RunOptions options,
        Action<long>? progress,
        CancellationToken cancellation)
    {
        var layout = new PairedLayout(
            moved.Length + 1, measures.Count, [.. Enumerable.Range(1, moved.Length).Select(world => (world, 0))]);
        return PairedRuns.Replicate(
            [plan, .. moved],
            (model, outcome) => model.NewWorld(outcome, measures),
            layout,
            options,
            progress,
            cancellation);
    }

    /// <param name="from">Null: it is not moved.</param>
    /// <param name="keeping">Orders that get what they get in the plan as it is.</param>
    private Displacement Play(Day? from, ImmutableArray<string> keeping, Action<long>? progress = null) =>
        PlayEach(from, [keeping], progress)[0];

    /// <summary>Moved once for each set of orders that are kept.</summary>
    private Displacement[] PlayEach(
        Day? from, ImmutableArray<ImmutableArray<string>> keepings, Action<long>? progress = null)
    {
        ImmutableArray<Model> models = [.. keepings.Select(keeping => Compile(from, keeping))];
        var record = Replicate(plan, models, measures, options, progress, cancellation);
        return [.. keepings.Select((_, index) => Of(record, index + 1))];
    }

    private Model Compile(Day? from, ImmutableArray<string> keeping)
    {
        var ahead = from is null ? null : new Ahead(asked.Units, from) { Keeping = keeping };
        return Model.Compile(Moved(scenario, asked.Order, ahead), options.Seed, audited: options.Audited);
    }

    private PairedRecord Replicate(Model moved) =>
        Replicate(plan, [moved], measures, options, progress: null, cancellation);
}
