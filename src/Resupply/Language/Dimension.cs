namespace Resupply.Language;

/// <summary>What kind of thing an expression is: a power of time, or a point in time.</summary>
/// <param name="Time">The exponent of time: 0 a number, 1 a duration, -1 a rate.</param>
/// <param name="IsDate">A day (or `never`): it may be moved by a duration, and the gap of two is a duration.</param>
/// <param name="IsBroken">It was reported already; whatever it meets is broken too, and silent.</param>
public readonly record struct Dimension(int Time, bool IsDate = false, bool IsBroken = false)
{
    public static readonly Dimension Number = new(0);
    public static readonly Dimension Duration = new(1);
    public static readonly Dimension Rate = new(-1);
    public static readonly Dimension Date = new(0, IsDate: true);
    public static readonly Dimension Broken = new(0, IsBroken: true);

    public bool IsNumber => this == Number;

    /// <summary>"a number", "a duration", "a date", "a rate".</summary>
    public override string ToString() => (IsBroken, IsDate, Time) switch
    {
        (true, _, _) => "a mistake",
        (_, true, _) => "a date",
        (_, _, 0) => "a number",
        (_, _, 1) => "a duration",
        (_, _, -1) => "a rate",
        _ => $"time to the power of {Time}",
    };
}
