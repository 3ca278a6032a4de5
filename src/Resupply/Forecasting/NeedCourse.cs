using Resupply.Values;

namespace Resupply.Forecasting;

/// <summary>A forecast laid over the days of a plan: one course of the need for each replication.</summary>
/// <param name="forecast">Begins on the day after the last one known.</param>
/// <param name="gap">Days between that one and the plan's first: drawn over, then dropped.</param>
/// <param name="name">Of the series, for the stream of its mean.</param>
public sealed class NeedCourse(Forecast forecast, int gap, string name)
{
    /// <summary>Courses that the mean of a day is taken from.</summary>
    private const int MeanCourses = 1_000;

    /// <summary>Days that the mean reaches beyond a plan: as many as `days-of-supply` looks ahead.</summary>
    private const int DaysBeyond = 31;

    private readonly Lock onceAtATime = new();
    private double[] means = [];

    public int Gap => gap;

    /// <summary>Draws a course.</summary>
    /// <param name="random">The same stream gives the same course.</param>
    /// <param name="room">At least the gap and the days.</param>
    /// <returns>Units by day of the plan.</returns>
    public ReadOnlySpan<long> Draw(RandomStream random, Span<long> room, int days)
    {
        var path = room[..(gap + days)];
        forecast.Sample(random, path);
        return path[gap..];
    }

    /// <summary>The expected need of a day of the plan, also after its last: by simulation, always the same.</summary>
    /// <param name="days">Of the plan.</param>
    public double Mean(int day, int days)
    {
        lock (onceAtATime)
        {
            if (means.Length < days + DaysBeyond) means = Means(days + DaysBeyond);
            return means[Math.Clamp(day, 0, means.Length - 1)];
        }
    }

    private double[] Means(int days)
    {
        var (sums, room) = (new double[days], new long[gap + days]);
        var stream = RandomStream.For(1, $"mean/{name}");
        for (var course = 0; course < MeanCourses; course++)
        {
            foreach (var (day, units) in Draw(stream.At(course), room, days).ToArray().Index()) sums[day] += units;
        }

        for (var day = 0; day < days; day++) sums[day] /= MeanCourses;
        return sums;
    }
}
