using System.Runtime.CompilerServices;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>A time that is drawn each time it is needed, in ticks.</summary>
/// <param name="value">The value, in days.</param>
/// <param name="timeline">Has a lane for it, where it is a delay that many things have; null: it is none.</param>
public sealed class DrawnTicks(DrawnEachTime value, Timeline? timeline = null)
{
    /// <summary>Longer than any calendar.</summary>
    public const long Never = long.MaxValue / 4;

    /// <summary>A number below this has a whole part that is a whole number of its own.</summary>
    private const double ExactBelow = 1L << 52;

    private const int TriesMax = 1000;

    private readonly double? fixedDays = FixedDays(value);
    private readonly long fixedTicks = FixedDays(value) is { } days ? Ticks(days) : -1;
    private readonly Sampler sampler = new(value.Expression);
    private readonly double[] parameters = new double[(value.Expression as Expression.Draw)?.Parameters.Length ?? 0];
    private readonly int lane = timeline is not null && FixedDays(value) is { } delay
        ? timeline.LaneFor(Ticks(delay))
        : Agenda.NoLane;

    private RandomStream stream;
    private Replication replication = new(0);

    /// <summary>The lane of what happens after it.</summary>
    public int Lane => lane;

    /// <summary>In ticks, where it is not drawn; else below 0.</summary>
    internal long Fixed => fixedTicks;

    public void Begin(Replication next)
    {
        if (replication != next) replication = next;
        if (fixedTicks >= 0) return;
        stream = value.Stream.At(next.Number);
        sampler.Begin();
    }

    /// <summary>The time of everything, in days, where it is not drawn.</summary>
    public static double? FixedDays(DrawnEachTime value) => (value.Expression as Expression.Constant)?.Value;

    /// <summary>The time of one thing; below 0 counts as none.</summary>
    /// <param name="of">A number of the thing's own.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Draw(ulong of)
    {
        if (fixedTicks >= 0) return fixedTicks;
        return sampler.IsFormula ? Ticks(sampler.Formula(stream, of)) : Ticks(Days(of));
    }

    /// <param name="share">Of so much of the time it is made of: two hours a day are a twelfth.</param>
    public long Draw(ulong of, double share)
    {
        if (share == 1) return Draw(of);
        return Ticks(sampler.IsFormula ? sampler.Formula(stream, of) : fixedDays ?? Days(of), share);
    }

    /// <summary>What remains of it, given that it is longer than what has passed, in ticks.</summary>
    /// <exception cref="DrawException">It is never as long.</exception>
    public long DrawRemaining(ulong of, long passed, double share)
    {
        var age = passed / (double)Clock.TicksPerDay;
        try
        {
            var life = value.Expression is Expression.Draw draw ? Longer(draw, of, age) : LongerByTrial(of, age);
            return Ticks(life - age, share);
        }
        catch (DrawException problem)
        {
            throw new DrawException(value.Path, replication.Number, problem);
        }
    }

    /// <summary>Whole ticks, halves up; `never` and whatever is beyond counting is <see cref="Never"/>.</summary>
    public static long Ticks(double days, double share)
    {
        return Ticks(days / share);
    }

    /// <summary>As the other, of the whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Ticks(double days)
    {
        var ticks = days * Clock.TicksPerDay;
        if (ticks is not (>= 0 and < ExactBelow)) return OutOfRange(ticks);
        var whole = double.ConvertToIntegerNative<long>(ticks); // it fits: nothing to be checked
        return whole + (ticks - whole >= 0.5 ? 1 : 0); // without a branch, which would be guessed wrongly
    }

    private static long OutOfRange(double ticks) =>
        ticks >= Never ? Never : ticks > 0 ? Rounding.HalfUp(ticks) : 0;

    private double Days(ulong of)
    {
        try
        {
            return sampler.Draw(replication.Once, stream, of);
        }
        catch (DrawException problem)
        {
            throw new DrawException(value.Path, replication.Number, problem);
        }
    }

    /// <summary>By inversion of what is left of the distribution beyond the age.</summary>
    private double Longer(Expression.Draw draw, ulong of, double age)
    {
        var draws = stream.At(unchecked((long)of));
        for (var i = 0; i < parameters.Length; i++)
            parameters[i] = draw.Parameters[i].Evaluate(replication.Once, draws);
        if (DistributionFunctions.Problem(draw.Distribution, parameters) is { } problem)
            throw new DrawException(problem);
        var below = DistributionFunctions.Cdf(draw.Distribution, parameters, age);
        var u = below + (draws.Uniform(draw.Ordinal) * (1 - below));
        if (u >= 1) throw Beyond(age);
        return Math.Max(age, DistributionFunctions.Quantile(draw.Distribution, parameters, u));
    }

    private double LongerByTrial(ulong of, double age)
    {
        var draws = stream.At(unchecked((long)of));
        for (var i = 0; i < TriesMax; i++)
        {
            var life = value.Expression.Evaluate(replication.Once, draws.At(i));
            if (life > age) return life;
        }

        throw Beyond(age);
    }

    private static DrawException Beyond(double age) =>
        new(FormattableString.Invariant($"an age of {age * 24:0.##} h is beyond any life that is drawn"));
}
