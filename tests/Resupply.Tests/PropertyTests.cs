namespace Resupply.Tests;

public class PropertyTests
{
    [Fact]
    public void A_case_that_fails_is_named_by_its_seed()
    {
        var failure = Assert.ThrowsAny<Exception>(() =>
            Property.Holds(forAny: draws => draws.Whole(1, 10), that: number => number < 10));
        Assert.Matches(@"^fails for seed \d+: 10", failure.Message);
    }

    [Fact]
    public void A_case_that_throws_is_named_by_its_seed()
    {
        var failure = Assert.ThrowsAny<Exception>(() =>
            Property.Holds(forAny: draws => draws.Whole(0, 3), that: number => 6 / number > 1));
        Assert.Matches(@"^throws for seed \d+: 0", failure.Message);
    }

    [Fact]
    public void The_same_seed_makes_the_same_case() => Assert.Equal(
        Draws.Of(17).Several(3, 9, draws => draws.Between(-1, 1)),
        Draws.Of(17).Several(3, 9, draws => draws.Between(-1, 1)));

    [Fact]
    public void Both_ends_are_drawn() => Assert.Equal(
        [-1, 0, 1],
        Draws.Of(1).Several(100, 100, draws => draws.Whole(-1, 1)).Distinct().Order());
}
