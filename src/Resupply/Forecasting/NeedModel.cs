namespace Resupply.Forecasting;

/// <summary>A way to forecast a need from its past. Its source is in the docstring of each and in `Source`.</summary>
/// <param name="name">As in the table of scores.</param>
/// <param name="source">Who proposed it, and when.</param>
public abstract class NeedModel(string name, string source)
{
    public string Name { get; } = name;

    public string Source { get; } = source;

    /// <summary>One of those that every other must beat.</summary>
    public virtual bool IsNaive => false;

    /// <summary>A single course and not a law: scored, but never mixed with others.</summary>
    public virtual bool IsPoint => false;

    /// <summary>Estimates from what is known; null where that is too little.</summary>
    public abstract Forecast? Fit(History history);
}
