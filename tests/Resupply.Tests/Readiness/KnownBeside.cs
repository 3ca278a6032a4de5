using Resupply.Answers;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Readiness;

/// <summary>What the methods say of a scenario's questions, without a simulation.</summary>
internal static class KnownBeside
{
    public static IReadOnlyDictionary<string, ExactAnswer> Of(string text)
    {
        var model = Model.Compile(Rehearsal.Read(text), seed: 1);
        return ExactAnswers.Of(model.Asked, model.Supply, model.Readiness, model.Production, model.Once).Answers;
    }

    /// <summary>Within the tolerance that the oracles state, 1e-9 of the number.</summary>
    public static void Same(double expected, double? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected, actual.Value, 1e-9 * Math.Max(1, Math.Abs(expected)));
    }
}
