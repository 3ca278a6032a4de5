namespace Resupply.Forecasting.Models;

/// <summary>The last so many periods come again in their order: a point. Its sum is that of the last periods.</summary>
/// <remarks>The seasonal naive forecast with a season as long as the horizon.</remarks>
public sealed class AgainNaive(int horizon) : NeedModel("again", "as many periods as are asked for come again (naive)")
{
    public override bool IsNaive => true;

    public override bool IsPoint => true;

    public override Forecast? Fit(History history) =>
        history.LastKnown(horizon) is { Length: > 0 } again ? new Course(again, history.Step) : null;
}
