using Resupply.Evidence;
using Resupply.Language;
using Resupply.Tests.Promises;
using Resupply.Values;

namespace Resupply.Tests.Evidence;

/// <summary>The evidence of the example: who says what, how often it was really said, and what rests on it.</summary>
public class WinterEvidenceTests
{
    private static readonly Scenario Winter = Examples.Read("winter-2024");

    private static EvidencePlan Evidence => Winter.Evidence;

    [Fact]
    public void Every_quote_stands_in_its_document_and_every_claim_is_graded()
    {
        Complaints.None(
            from claim in Evidence.Claims
            where Evidence.Quotes.GetValueOrDefault(claim.Name) is not QuoteCheck.Found
                || Evidence.GradeOf(claim) is null
            select claim.Name);
        Assert.Equal(["sources/brief.md", "sources/later.md"], Evidence.Documents.Keys);
    }

    [Fact]
    public void The_shipment_that_five_outlets_tell_is_told_by_one_group()
    {
        var claims = ClaimsOf("unknowns.interceptors");
        Assert.Equal(6, claims.Length);
        Assert.Equal(6, claims.Select(claim => claim.Source).Distinct().Count());
        Assert.Equal("national-daily", Assert.Single(claims.Select(Evidence.GroupOf).Distinct()));
    }

    [Fact]
    public void Hundreds_in_a_year_or_more_are_no_promise_for_this_winter()
    {
        string[] overMonths = ["put-behind", "hundreds-in-a-year", "hundreds-in-october"];
        Assert.Equal(overMonths, ClaimsOf("unknowns.put-behind").Select(claim => claim.Name));
        var resting = Winter.Values.Where(value => value.Support.Claims.Intersect(overMonths).Any());
        Assert.Equal("unknowns.put-behind", Assert.Single(resting.Select(value => value.Path)));
    }

    [Fact]
    public void The_two_statements_of_July_contradict_one_another_and_nothing_rests_on_them()
    {
        var (one, other) = Assert.Single(Evidence.Conflicts());
        Assert.Equal(("not-confirmed", "underway"), (one.Name, other.Name));
        Assert.Equal(("2025-07-17", "2025-07-15"), (one.KnownOn.ToString(), other.KnownOn.ToString()));
        Assert.DoesNotContain(Winter.Values, value => value.Support.Claims.Contains("underway"));
    }

    [Fact]
    public void A_newer_statement_of_one_house_replaces_the_older_and_confirms_nothing()
    {
        string[] series = ["many-delivered", "hundreds-delivered", "hundreds-received", "hundreds-by-christmas"];
        var claims = series.Select(name => Evidence.ClaimNamed(name)!).ToArray();
        Assert.Equal([false, false, false, true], claims.Select(Evidence.Stands));
        Assert.Equal("white-house", Assert.Single(claims.Select(Evidence.GroupOf).Distinct()));
    }

    [Fact]
    public void The_balance_is_the_one_that_was_known()
    {
        string Amount(string day) => ScenarioReader.Read(Examples.FileOf("winter-2024"), knownOn: Day.Parse(day))
            .Scenario!.Values.Single(value => value.Path == "authorities.drawdown.amount").Text;
        Assert.Equal("5.55 bn", Amount("2024-11-09"));
        Assert.Equal("7.1 bn", Amount("2024-11-12"));
    }

    /// <summary>
    /// What was said of other things, other winters, another account is there, and the planner is told.
    /// </summary>
    [Fact]
    public void What_is_held_and_not_used_is_told_in_one_note()
    {
        var told = Assert.Single(ScenarioReader.CheckAll(Examples.FileOf("winter-2024")).Diagnostics);
        Assert.Equal(
            (Severity.Note, "no value and no question rests on claims `delivered-munitions`, `delivered-air-defence`, "
                + "`delivered-fires`, `counted-to-october`, `delivered-is-undefined`, `orders-from-industry`, "
                + "`sixty-four-at-once`, `seven-hundred-used`"),
            (told.Severity, told.Message));
    }

    private static Claim[] ClaimsOf(string path)
    {
        var value = Winter.Values.Single(value => value.Path == path);
        return [.. value.Support.Claims.Select(name => Evidence.ClaimNamed(name)!)];
    }
}
