namespace Resupply.Tests.Readiness;

/// <summary>A fleet of one kind of part and one crew, in which more or sooner cannot hurt but by chance.</summary>
/// <param name="Rest">All that is not bettered.</param>
internal sealed record OnePart(string Rest, int OnHand, int Teams, int Arrives)
{
    public const int Days = 60;

    public static OnePart Any(Draws draws)
    {
        string Crew(double probability) => draws.Chance(probability) ? "crew: all, " : "";
        string Takes() => draws.OneOf("exponential(40 h)", "lognormal(50 h; 40 h)", "30 h", "6 h..90 h");
        var fails = draws.OneOf("exponential(9 d)", "weibull(1.5; 200 h)", "lognormal(8 d; 6 d)", "gamma(10 d; 5 d)");
        var place = draws.OneOf(
            "at: here, ", "at: depot, via: out, back: home, ", "at: depot, back: home, condemned: 20%, ");
        var fleet = $"size: {draws.Whole(2, 6)}, parts: {{ radar: {draws.Whole(1, 2)} }}" +
            (draws.Chance(0.4) ? ", missing: { radar: 2 }" : "") +
            (draws.Chance(0.3) ? ", operates: 16 h per day" : "") +
            (draws.Chance(0.3) ? ", joins: { new: { when: day 20, size: 2 } }" : "") +
            (draws.Chance(0.2) ? ", losses-per-month: 1" : "");
        var works = draws.Chance(0.4) ? ", works: 10 h per day" : "";
        return new OnePart(
            $$"""
            calendar: { from: day 1, to: day {{Days}} }
            lanes: { out: { from: base, to: depot, takes: 20 h }, home: { from: depot, to: base, takes: 1 d..3 d } }
            items:
              radar:
                fails: {{fails}}
                repair: { {{place}}{{Crew(0.8)}}takes: {{Takes()}} }
                replace: { {{Crew(0.4)}}takes: 6 h }
            fleets: { jets: { at: base, {{fleet}} } }
            questions: { ready: { available: jets, between: [day 1, day {{Days}}] } }
            crews: { all: { teams: teams-there{{works}} } }
            """,
            draws.Whole(0, 2),
            draws.Whole(1, 2),
            draws.Whole(15, 45));
    }

    /// <summary>One spare more, one team more, or a shipment two weeks sooner.</summary>
    public OnePart Bettered(Draws draws) => draws.Whole(0, 2) switch
    {
        0 => this with { OnHand = OnHand + 1 },
        1 => this with { Teams = Teams + 1 },
        _ => this with { Arrives = Arrives - 14 },
    };

    public string Text =>
        $$"""
        {{Rest.Replace("teams-there", Teams.ToString(), StringComparison.Ordinal)}}
        stocks: { base: { radar: {{OnHand}} } }
        shipments: { more: { to: base, item: radar, quantity: 2, arrives: day {{Arrives}} } }
        """;

    public override string ToString() => Text;
}
