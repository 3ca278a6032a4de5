using Resupply.Values;

namespace Resupply.Tests;

/// <summary>Properties without a library: many random cases, and the failing one named by its seed.</summary>
internal static class Property
{
    private const int CasesUsual = 1000;

    /// <summary>Fails for the first seed whose case does not hold, or throws.</summary>
    /// <param name="forAny">Makes a case of what is drawn; the same seed makes the same case again.</param>
    public static void Holds<T>(Func<Draws, T> forAny, Func<T, bool> that, int cases = CasesUsual)
    {
        for (var seed = 0UL; seed < (ulong)cases; seed++)
        {
            var value = forAny(Draws.Of(seed));
            try
            {
                Assert.True(that(value), $"fails for seed {seed}: {value}");
            }
            catch (Exception problem) when (problem is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"throws for seed {seed}: {value}\n{problem}");
            }
        }
    }
}

/// <summary>Random choices one after the other, from our own stream, for cases and random scenarios.</summary>
internal sealed class Draws(RandomStream stream)
{
    private int drawn;

    public static Draws Of(ulong seed) => new(RandomStream.For(seed, "tests"));

    /// <summary>Uniform on the open interval (0, 1).</summary>
    public double Uniform() => stream.Uniform(drawn++);

    /// <summary>A real number, uniform between both.</summary>
    public double Between(double low, double high) => low + ((high - low) * Uniform());

    /// <summary>A whole number, uniform, both ends included.</summary>
    public int Whole(int low, int high) => low + (int)Math.Floor((high - low + 1.0) * Uniform());

    public bool Chance(double probability) => Uniform() < probability;

    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[Whole(0, choices.Length - 1)];

    /// <summary>Between `fewest` and `most` things, made in turn.</summary>
    public T[] Several<T>(int fewest, int most, Func<Draws, T> make)
    {
        var things = new T[Whole(fewest, most)];
        for (var i = 0; i < things.Length; i++) things[i] = make(this);
        return things;
    }
}
