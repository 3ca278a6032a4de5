namespace Resupply.Values;

/// <summary>When something comes: `Days` holds 1 - `Never` in all; null where it surely never comes.</summary>
public sealed record DatePmf(Pmf? Days, double Never)
{
    public static DatePmf On(double day) => double.IsInfinity(day)
        ? new DatePmf(null, 1)
        : new DatePmf(Pmf.Certainly(Rounding.HalfUp(day)), 0);

    /// <summary>What is left of it where it is known not to have come before a day.</summary>
    /// <exception cref="DrawException">Nothing is left.</exception>
    public DatePmf NotBefore(long day)
    {
        if (Days is null || Days.First >= day) return this;
        var left = Days.Last < day ? [] : Days.Weights.Skip((int)(day - Days.First)).ToArray();
        var all = left.Sum() + Never;
        if (all <= 0) throw Expression.NotBefore.HasPassed();
        var days = left.Sum() > 0 ? new Pmf(day, [.. left.Select(weight => weight / all)]).Trimmed() : null;
        return new DatePmf(days, Never / all);
    }

    /// <summary>The later of two independent dates; null where `Pmf.LengthMax` would be passed.</summary>
    public static DatePmf? Later(DatePmf a, DatePmf b)
    {
        if (a.Days is null || b.Days is null) return new DatePmf(null, 1);
        var first = Math.Max(a.Days.First, b.Days.First);
        var weights = Weights(first, Math.Max(a.Days.Last, b.Days.Last));
        if (weights is null) return null;
        var (belowA, belowB) = (a.Days.Cdf(first - 1), b.Days.Cdf(first - 1));
        for (var i = 0; i < weights.Length; i++)
        {
            var (atA, atB) = (a.Days.At(first + i), b.Days.At(first + i));
            weights[i] = (atA * (belowB + atB)) + (atB * belowA);
            belowA += atA;
            belowB += atB;
        }

        return new DatePmf(new Pmf(first, weights).Trimmed(), a.Never + ((1 - a.Never) * b.Never));
    }

    /// <summary>The earlier of two independent dates; null where `Pmf.LengthMax` would be passed.</summary>
    public static DatePmf? Earlier(DatePmf a, DatePmf b)
    {
        if (a.Days is null) return b;
        if (b.Days is null) return a;
        var first = Math.Min(a.Days.First, b.Days.First);
        var last = Math.Max(a.Days.Last, b.Days.Last);
        var weights = Weights(first, last);
        if (weights is null) return null;
        var (aboveA, aboveB) = (a.Never, b.Never);
        for (var day = last; day >= first; day--)
        {
            var (atA, atB) = (a.Days.At(day), b.Days.At(day));
            weights[day - first] = (atA * (aboveB + atB)) + (atB * aboveA);
            aboveA += atA;
            aboveB += atB;
        }

        return new DatePmf(new Pmf(first, weights).Trimmed(), a.Never * b.Never);
    }

    private static double[]? Weights(long first, long last) =>
        last - first + 1 > Pmf.LengthMax ? null : new double[last - first + 1];
}
