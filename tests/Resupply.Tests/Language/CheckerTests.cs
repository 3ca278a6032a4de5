using Resupply.Language;

namespace Resupply.Tests.Language;

public sealed class CheckerTests
{
    [Fact]
    public void A_scenario_without_mistakes_is_read_without_a_word()
    {
        var (scenario, diagnostics) = SmallLanguage.Read(SmallLanguage.Scenario);
        Assert.Equal("", SmallLanguage.Said(diagnostics));
        Assert.NotNull(scenario!.Form);
    }

    [Theory]
    [InlineData("sites:", "site:", "12:1 `site` is not a key of the scenario / did you mean `sites`?")]
    [InlineData("to: 2025-04-30", "too: 2025-04-30", "3:31 `too` is not a key of the calendar / did you mean `to`?")]
    [InlineData(", to: 2025-04-30", "", "3:1 the calendar lacks `to` / write `to: 2025-04-30`")]
    [InlineData("unmet: waits", "unmet: wait",
        "29:12 expected one of `lost`, `waits`, found `wait` / did you mean `waits`?")]
    [InlineData("cannibalize: true", "cannibalize: yes", "30:18 expected `true` or `false`, found `yes` / write true")]
    [InlineData("cannibalize: true", "cannibalize: off", "30:18 expected `true` or `false`, found `off` / write false")]
    [InlineData("at: theatre", "at: teatre", "22:9 there is no `teatre` under `sites` / did you mean `theatre`?")]
    [InlineData("[patriot]", "patriot",
        "23:16 expected a list of names under `items`, found `patriot` / write [patriot]")]
    [InlineData("sat: 0.8", "saturday: 0.8",
        "28:15 expected one of `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`, found `saturday` " +
        "/ did you mean `sat`?")]
    [InlineData("B2: 90%", "B7: 90%",
        "11:11 `B7` is not a grade / a grade is a source's reliability, A to F, and a claim's credibility, 1 to 6: B2")]
    [InlineData("B2: 90%", "B2: 90", "11:15 a share or probability lies between 0% and 100%: `90` / write 90%")]
    [InlineData("hub: {}", "here: {}",
        "12:56 `here` cannot be a name: it stands for the site of the removal / choose another name")]
    [InlineData("year-end: 1.4", "2024-11-09: 1.4",
        "27:31 `2024-11-09` stands here for the second time / the first stands at 27:14; keep one of them")]
    [InlineData("2024-11-09: 1.0,", "2024-12-31: 1.0,",
        "27:31 `year-end` is the same day as `2024-12-31` / keep one of them")]
    [InlineData("level: { 2024-11-09", "level: { 9.11.2024", "27:14 `9.11.2024` is not a date / write 2024-11-09")]
    [InlineData("every: 1 w", "every: ",
        "39:5 nothing stands here; expected a duration / delete the key; null deletes within options and worlds only")]
    [InlineData("uses: { patriot: 2 }", "uses: [2]",
        "24:11 a list holds versions of a value, found a list of values / a version is " +
        "{ value: 300, known-on: 2024-10-16 }; what is not known is a range: 300..500")]
    [InlineData("title: A test", "title: { a: b }", "2:8 expected text, found a map")]
    [InlineData("quiet: { demands: { ballistic: { per-day: poisson(0.5) } } }", "as-written: {}",
        "46:3 `as-written` cannot be a name: it is the file as it stands / choose another name")]
    [InlineData("{ value: interceptors, claims", "{ value: interceptors, clams",
        "37:35 `clams` is not a key of a value / did you mean `claims`?")]
    public void A_mistake_is_named_with_what_would_help(string right, string wrong, string expected)
    {
        Assert.Contains(right, SmallLanguage.Scenario, StringComparison.Ordinal);
        var said = SmallLanguage.Said(SmallLanguage.Read(
            SmallLanguage.Scenario.Replace(right, wrong, StringComparison.Ordinal)).Diagnostics);
        Assert.Contains(expected, said.Split('\n').Append(""));
    }

    [Fact]
    public void Keys_that_exclude_each_other_are_named()
    {
        var both = SmallLanguage.Scenario.Replace("    unmet: waits", "    arrivals: 3", StringComparison.Ordinal);
        Assert.Equal(
            "29:5 `arrivals` and `per-day` exclude each other / keep one of them",
            SmallLanguage.Said(SmallLanguage.Read(both).Diagnostics));
        var none = SmallLanguage.Scenario.Replace(
            "    per-day: negative-binomial(1.4, 1.8)\n", "", StringComparison.Ordinal);
        Assert.Equal(
            "21:3 a demand lacks one of `per-day`, `arrivals` / write exactly one of them",
            SmallLanguage.Said(SmallLanguage.Read(none).Diagnostics));
    }

    [Fact]
    public void All_mistakes_come_in_one_pass()
    {
        var text = SmallLanguage.Scenario.Replace("theatre", "theatres", StringComparison.Ordinal)
            .Replace("sites: { theatres", "sites: { theatre", StringComparison.Ordinal)
            .Replace("55%", "155%", StringComparison.Ordinal);
        Assert.Equal(4, SmallLanguage.Read(text).Diagnostics.Found.Length);
    }

    [Fact]
    public void Evidence_that_is_missing_never_refuses_a_run()
    {
        var text = SmallLanguage.Scenario.Replace(
            "claims: { more-than-500: { source: officials,", "claims: { more-than-400: { source: nobody,",
            StringComparison.Ordinal);
        var (_, diagnostics) = SmallLanguage.Read(text);
        Assert.False(diagnostics.HasErrors);
        Assert.Equal(4, diagnostics.Found.Length);
        Assert.All(diagnostics.Found, found => Assert.Equal(Severity.Warning, found.Severity));
    }

    [Fact]
    public void Values_inherit_what_their_thing_rests_on_unless_they_have_their_own()
    {
        var values = SmallLanguage.Values(SmallLanguage.Read(SmallLanguage.Scenario).Scenario!.Form)
            .ToDictionary(value => value.Path);
        Assert.Equal("as announced", values["shipments.november.every"].Support.Assume);
        Assert.Equal(["more-than-500"], values["shipments.november.total"].Support.Claims);
        Assert.Null(values["shipments.november.total"].Support.Assume);
        Assert.Equal("not public", values["stocks.theatre.patriot.on-hand"].Support.Assume);
        Assert.Equal(Support.None, values["items.nasams.price"].Support);
    }

    [Fact]
    public void Short_and_long_form_have_one_path()
    {
        foreach (var form in (string[])["300", "{ value: 300, assume: x }", "{ on-hand: 300 }"])
        {
            var text = SmallLanguage.Scenario.Replace("nasams: 300", $"nasams: {form}", StringComparison.Ordinal);
            var values = SmallLanguage.Values(SmallLanguage.Read(text).Scenario!.Form);
            Assert.Equal(300, Assert.Single(values, value => value.Path == "stocks.hub.nasams.on-hand").Fixed);
        }
    }

    [Theory]
    [InlineData(null, 500.0, "")]
    [InlineData("2024-12-01", 500.0, "")]
    [InlineData("2024-11-07", 300.0, "")]
    [InlineData(
        "2024-01-01",
        null,
        "39:12 nothing was known of this by 2024-01-01: its earliest version is of 2024-10-16 / ask for 2024-10-16 " +
            "or later, or write what was thought before: { value: …, known-on: 2024-01-01 }")]
    public void The_newest_version_known_by_then_counts(string? knownOn, double? days, string said)
    {
        var text = SmallLanguage.Scenario.Replace(
            "every: 1 w",
            "every: [{ value: 500 d, known-on: 2024-11-08 }, { value: 300 d, known-on: 2024-10-16 }]",
            StringComparison.Ordinal);
        var (scenario, diagnostics) = SmallLanguage.Read(text, knownOn);
        var values = SmallLanguage.Values(scenario!.Form);
        Assert.Equal(days, values.SingleOrDefault(value => value.Path == "shipments.november.every")?.Fixed);
        Assert.Equal(said, SmallLanguage.Said(diagnostics));
        Assert.Equal(said.Length > 0, diagnostics.HasErrors);
    }

    [Fact]
    public void An_old_version_is_checked_too()
    {
        var text = SmallLanguage.Scenario.Replace(
            "every: 1 w", "every: [{ value: 5 d, known-on: 2024-11-08 }, { value: 3, known-on: 2024-10-16 }]",
            StringComparison.Ordinal);
        Assert.StartsWith(
            "39:60 expected a duration, found a number",
            SmallLanguage.Said(SmallLanguage.Read(text).Diagnostics), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: b + 1\n  b: c * 2\n  c: a",
        "6:3 `a` is used in its own definition / `a` uses `b` uses `c` uses `a`")]
    [InlineData("a: a + 1", "6:3 `a` is used in its own definition / `a` uses `a`")]
    [
        InlineData(
            "year-end: 5",
            "6:3 `year-end` names a deadline already / choose another: deadlines and unknowns share their names"),
    ]
    [InlineData("poisson: 5", "6:3 `poisson` cannot be a name: it is a distribution / choose another name")]
    [InlineData("a: nowhere",
        "6:6 `nowhere` is not known here / "
        + "under `unknowns` and `deadlines` stand: `year-end`, `spring`, `a`, `interceptors`, `share`, `delay`")]
    public void Unknowns_that_cannot_be_drawn_are_named(string unknowns, string expected)
    {
        var text = SmallLanguage.Scenario.Replace(
            "unknowns:\n", $"unknowns:\n  {unknowns}\n", StringComparison.Ordinal);
        Assert.Equal(expected, SmallLanguage.Said(SmallLanguage.Read(text).Diagnostics));
    }

    [Fact]
    public void Unknowns_are_drawn_each_after_those_it_uses()
    {
        var text = SmallLanguage.Scenario.Replace(
            "unknowns:\n", "unknowns:\n  a: b + c\n  b: 2 * c\n  c: 5..6 d\n", StringComparison.Ordinal);
        var (scenario, diagnostics) = SmallLanguage.Read(text);
        Assert.Equal("", SmallLanguage.Said(diagnostics));
        Assert.Equal([2, 3, 4, 5, 1, 0], scenario!.Scope.UnknownOrder);
        Assert.Equal(new Meaning.Unknown(0, Dimension.Duration), scenario.Scope.Find("a"));
    }

    [Fact]
    public void A_question_about_what_an_option_removed_is_not_a_mistake()
    {
        var (root, diagnostics) = YamlReader.Read("test.yaml", SmallLanguage.Scenario);
        var option = (Node.Map)((Node.Map)root!["options"]!)["without"]!;
        var patched = MergePatch.Apply(SmallLanguage.Top, root, option, diagnostics);
        var (form, _) = Checker.Check(SmallLanguage.Top, patched, diagnostics, asWritten: root);
        Assert.False(diagnostics.HasErrors);
        var asked = (Form.Fields)form!.MapAt("questions").Single(question => question.Name == "lasts").Form;
        Assert.True(Assert.Single(asked.WordsAt("covered")).Missing);
    }

    [Fact]
    public void What_still_uses_what_an_option_removed_is_a_mistake()
    {
        var (root, diagnostics) = YamlReader.Read("test.yaml", SmallLanguage.Scenario);
        var option = YamlReader.Read("test.yaml", "items: { nasams: null }").Root!;
        var patched = MergePatch.Apply(SmallLanguage.Top, root!, option, diagnostics);
        Checker.Check(SmallLanguage.Top, patched, diagnostics, asWritten: root);
        Assert.Contains(
            "19:10 `nasams` was removed from `items`, and is still named in " +
            "`stocks.hub` / remove this too, or name another",
            SmallLanguage.Said(diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_are_dates_come_with_their_day()
    {
        var demand = (Form.Fields)SmallLanguage.Read(SmallLanguage.Scenario).Scenario!.Form!.MapAt("demands")[0].Form;
        Assert.Equal(
            [Resupply.Values.Day.Of(2024, 11, 9), Resupply.Values.Day.Of(2024, 12, 31)],
            demand.MapAt("level").Select(entry => entry.Day!.Value));
    }

    [Fact]
    public void A_word_may_stand_for_a_value()
    {
        var form = SmallLanguage.Read(SmallLanguage.Scenario).Scenario!.Form!;
        var shipment = (Form.Fields)form.MapAt("shipments")[0].Form;
        Assert.Equal("graded", shipment.TextAt("confirmed"));
        Assert.Equal("rest", Assert.IsType<Form.Word>(shipment.MapAt("contents")[1].Form).Text);
    }
}
