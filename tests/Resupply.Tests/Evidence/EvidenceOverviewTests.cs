using Resupply.Evidence;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Tests.Evidence;

public class EvidenceOverviewTests
{
    private static readonly EvidenceOverview Seen = Camp.Seen();

    [Fact]
    public void Every_value_stands_on_one_of_four_grounds() => Assert.Equal(
        [
            ("stocks.camp.water.on-hand", Basis.Assumption),
            ("demands.drinking.per-day", Basis.Unsupported),
            ("shipments.truck.contents.water", Basis.Evidence),
            ("shipments.truck.arrives", Basis.Evidence),
        ],
        Seen.Values.Select(value => (value.Path, value.Support.Basis)));

    [Fact]
    public void Sources_of_one_group_are_one_source()
    {
        Assert.Equal(["retold", "taken-back"], Named("promise").Retold);
        Assert.Equal(2, Seen.IndependentSources(Seen.Values[2])); // The town hall, told twice, and the driver.
        Assert.Equal(0, Seen.IndependentSources(Seen.Values[3])); // What was taken back speaks for nothing.
    }

    [Fact]
    public void A_claim_tells_what_rests_on_it_and_beside_what_it_stands()
    {
        var promise = Named("promise");
        Assert.Equal(["shipments.truck.contents.water"], promise.Values);
        Assert.Equal(["lasts"], promise.Questions);
        Assert.Equal(("B2", true, true), (promise.Grade, promise.Stands, promise.IsUsed));
        Assert.False(Named("unused").IsUsed);
        Assert.False(Named("taken-back").Stands);
    }

    [Fact]
    public void Quotes_that_do_not_hold_are_told_apart() => Assert.Equal(
        ["misread"], Seen.Claims.Where(each => each.QuoteFails).Select(each => each.Claim.Name));

    [Fact]
    public void A_conflict_is_open_where_both_sides_are_used()
    {
        var conflict = Assert.Single(Seen.Conflicts);
        Assert.Equal(("seen", "promise", true),
            (conflict.One.Claim.Name, conflict.Other.Claim.Name, conflict.IsOpen));
    }

    /// <summary>
    /// The town hall was last heard of on 21 April, 41 days before 1 June; the driver on 28 May. What nothing rests on,
    /// or no longer stands, is silent in peace.
    /// </summary>
    [Theory]
    [InlineData(40, new[] { "promise", "retold" })]
    [InlineData(41, new string[0])]
    [InlineData(3, new[] { "promise", "retold", "seen" })]
    public void A_claim_goes_silent_when_nobody_of_its_group_says_anything(int after, string[] expected)
    {
        var silent = Camp.Seen(silentAfter: after).Silent;
        Assert.Equal(expected, silent.Select(each => each.Standing.Claim.Name));
        if (after == 40) Assert.Equal((41, Day.Of(2025, 4, 21)), (silent[0].Days, silent[0].LastHeard));
    }

    [Fact]
    public void Age_is_counted_from_the_day_known_on()
    {
        var then = Camp.Seen(silentAfter: 0, knownOn: Day.Of(2025, 4, 22));
        Assert.Equal(Day.Of(2025, 4, 22), then.AsOf);
        Assert.DoesNotContain(then.Claims, each => each.Claim.Name == "seen"); // The driver had not come back.
        Assert.Equal(1, then.Silent[0].Days);
    }

    private static ClaimStanding Named(string claim) => Seen.Claims.Single(each => each.Claim.Name == claim);
}
