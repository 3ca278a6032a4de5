using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Answers;

/// <summary>From the checked form to questions; says what a form alone cannot tell.</summary>
public sealed class QuestionReader
{
    private readonly Day calendarFrom;
    private readonly Day from;
    private readonly Day to;
    private readonly Diagnostics diagnostics;

    private QuestionReader(Day calendarFrom, Day from, Day to, Diagnostics diagnostics) =>
        (this.calendarFrom, this.from, this.to, this.diagnostics) = (calendarFrom, from, to, diagnostics);

    /// <param name="whole">What is whole of the form: a question with a mistake in it is not read.</param>
    /// <param name="calendarFrom">The calendar's first day.</param>
    /// <param name="from">The first day that is simulated.</param>
    public static ImmutableArray<Question> Read(
        Form.Fields scenario, WholeParts whole, Day calendarFrom, Day from, Day to, Diagnostics diagnostics)
    {
        var reader = new QuestionReader(calendarFrom, from, to, diagnostics);
        return
        [
            .. scenario.MapAt("questions").Where(named => whole.Has($"questions.{named.Name}"))
                .Select(named => named.Form is Form.Fields fields ? reader.Read(named, fields) : null)
                .OfType<Question>(),
        ];
    }

    private Question? Read(Form.Named named, Form.Fields fields)
    {
        var leading = QuestionShapes.Leadings.Where(candidate => fields.Has(candidate.Key)).ToList();
        if (leading.Count != 1)
        {
            var found = leading.Count == 0
                ? "none"
                : string.Join(" and ", leading.Select(candidate => $"`{candidate.Key}`"));
            var known = QuestionShapes.Leadings.Where(key => !key.Pending).Select(key => key.Key);
            diagnostics.Error(
                named.NameAt,
                $"question `{named.Name}` needs exactly one thing to ask, found {found}",
                $"one of {Nearest.Listed([.. known])}");
            return null;
        }

        CheckKeys(named, fields, leading[0]);
        var words = fields.WordsAt(leading[0].Key);
        var claimed = fields["claimed"] is Form.Map
            ? fields.MapAt("claimed").Select(claim => claim.Name).ToImmutableArray()
            : [.. fields.WordsAt("claimed").Select(claim => claim.Text)];
        if (words.FirstOrDefault(word => word.Missing) is { } missing)
            return new Question.Removed(named.Name, named.NameAt, claimed, missing.Text);
        if (fields["at"] is Form.Word { Missing: true } site)
            return new Question.Removed(named.Name, named.NameAt, claimed, site.Text);
        if (words.Length == 0)
        {
            diagnostics.Error(
                named.NameAt,
                $"question `{named.Name}` names nothing in `{leading[0].Key}`",
                $"name something under `{leading[0].Section}`");
            return null;
        }

        var question = Build(named, fields, leading[0].Key, [.. words.Select(word => word.Text)], claimed);
        return question is null ? null : WithGiven(question, fields);
    }

    private Question WithGiven(Question question, Form.Fields fields) =>
        question with { Given = Given(question, fields) };

    /// <summary>What probability the claims give, where that is stated: only a probability has one beside it.</summary>
    private ImmutableArray<GivenProbability> Given(Question question, Form.Fields fields)
    {
        var given = ImmutableArray.CreateBuilder<GivenProbability>();
        foreach (var entry in fields.MapAt("claimed"))
        {
            if (entry.Form is not Form.Single { Value: var value }) continue;
            if (!Answering.IsProbability(question))
            {
                diagnostics.Error(
                    value.At,
                    $"question `{question.Name}` is not answered by a probability: none stands beside its claims",
                    $"write claimed: [{entry.Name}]");
            }
            else if (value.Fixed is not { } probability)
            {
                diagnostics.Error(
                    value.At,
                    $"what a claim gives is one probability, found `{Expected.Short(value.Text)}`",
                    "write the number that it stands for, as 90%");
            }
            else
            {
                given.Add(new GivenProbability(entry.Name, probability));
            }
        }

        return given.ToImmutable();
    }

    private void CheckKeys(Form.Named named, Form.Fields fields, Leading leading)
    {
        foreach (var entry in fields.ByPlace())
        {
            var key = entry.Name;
            if (key == leading.Key || key is "claimed" or "claims" or "assume" || leading.With.Contains(key)) continue;
            var others = leading.With.Length == 0 ? "nothing else" : $"`{string.Join("`, `", leading.With)}`";
            diagnostics.Error(
                entry.Form.At,
                $"`{key}` does not go with `{leading.Key}` in question `{named.Name}`",
                $"it takes {others}");
        }
    }

    private Question? Build(
        Form.Named named, Form.Fields fields, string key, ImmutableArray<string> names, ImmutableArray<string> claimed)
    {
        var (name, at) = (named.Name, named.NameAt);
        var atLeast = fields.ValueAt("at-least");
        switch (key)
        {
            case "covered": return new Question.Covered(name, at, claimed, names, DayAt(fields, "until", to));
            case "met":
                return new Question.Met(name, at, claimed, names, DayAt(fields, "until", to), Share(key, atLeast));
            case "unmet": return new Question.Unmet(name, at, claimed, names, DayAt(fields, "until", to));
            case "backlog": return new Question.Backlog(name, at, claimed, names[0], DayAt(fields, "when", to));
            case "shortage": return new Question.Shortage(name, at, claimed, names);
            case "arrived":
                CheckUnits(atLeast);
                return new Question.Arrived(
                    name, at, claimed, names, DayAt(fields, "by", to), atLeast?.Fixed, atLeast?.IsShare == true);
            case "delivered":
                CheckUnits(atLeast);
                return new Question.Delivered(
                    name, at, claimed, names, DayAt(fields, "by", to), atLeast?.Fixed, atLeast?.IsShare == true);
            case "late": return new Question.Late(name, at, claimed, names, DayAt(fields, "until", to));
            case "spent" or "left":
                return new Question.Money(name, at, claimed, names[0], DayAt(fields, "by", to), key == "spent");
            case "available" or "busy": return OfPeriod(named, fields, key, names[0], claimed);
            default: return OfStock(named, fields, key, names[0], claimed);
        }
    }

    private Question OfPeriod(
        Form.Named named, Form.Fields fields, string key, string asked, ImmutableArray<string> claimed)
    {
        var (name, at) = (named.Name, named.NameAt);
        var (first, last) = Period(named, fields);
        return key == "busy"
            ? new Question.Busy(name, at, claimed, asked, first, last)
            : new Question.Available(
                name,
                at,
                claimed,
                asked,
                first,
                last,
                fields.Has("between"),
                Share(key, fields.ValueAt("at-least")));
    }

    private Question? OfStock(
        Form.Named named, Form.Fields fields, string key, string item, ImmutableArray<string> claimed)
    {
        var (name, at) = (named.Name, named.NameAt);
        if (fields.TextAt("at") is not { } site)
        {
            if (!fields.Has("at")) diagnostics.Error(at, $"question `{name}` does not say at which site", "add `at`");
            return null;
        }

        switch (key)
        {
            case "on-hand":
                var atLeast = fields.ValueAt("at-least");
                if (atLeast is { IsShare: true })
                    diagnostics.Error(
                        atLeast.At,
                        $"a stock is counted in units, found the share `{atLeast.Text}`",
                        "write a number of units");
                CheckUnits(atLeast);
                return new Question.OnHand(
                    name, at, claimed, item, site, DayAt(fields, "when", to), atLeast?.Fixed, fields.FlagAt("net"));
            case "days-of-supply":
                return new Question.DaysOfSupply(name, at, claimed, item, site, DayAt(fields, "when", to));
            case "backorders":
                var (first, last) = Period(named, fields);
                return new Question.Backorders(name, at, claimed, item, site, first, last, fields.Has("between"));
            default: return null; // It does not work yet; the check of its form has said so.
        }
    }

    private (Day First, Day Last) Period(Form.Named named, Form.Fields fields)
    {
        if (fields["between"] is not Form.List between)
        {
            var when = DayAt(fields, "when", to);
            return (when, when);
        }

        if (fields["when"] is { } also)
            diagnostics.Error(also.At, "`when` and `between` exclude each other", "keep one of them");
        var values = between.Items.OfType<Form.Single>().Select(single => single.Value).ToList();
        var days = values.ConvertAll(DayOf);
        if (days.Count != 2)
        {
            diagnostics.Error(
                between.At,
                $"`between` takes a first and a last day in question `{named.Name}`, found {days.Count}",
                "write them as [2025-01-01, 2025-03-31]");
        }
        else if (values[0].Fixed > values[1].Fixed)
        {
            diagnostics.Error(
                between.At,
                $"the first day, {values[0].Text}, lies after the last, {values[1].Text}",
                $"write [{values[1].Text}, {values[0].Text}]");
        }
        else
        {
            return (days[0], days[1]);
        }

        return (to, to);
    }

    private Day DayAt(Form.Fields fields, string key, Day otherwise) =>
        fields.ValueAt(key) is { } value ? DayOf(value) : otherwise;

    private Day DayOf(Value value)
    {
        var day = value.Fixed is { } number && double.IsFinite(number) ? new Day((int)Rounding.HalfUp(number)) : to;
        if (value.Fixed is { } past && past >= calendarFrom.Number && past < from.Number)
            diagnostics.Error(
                value.At,
                $"`{value.Text}` lies before today, {from}: what has happened is not simulated",
                "ask for today or a later day");
        else if (value.Fixed is { } asked && (asked < from.Number || asked >= to.Number + 1))
            diagnostics.Error(
                value.At,
                $"`{value.Text}` is outside the calendar, {from} to {to}",
                "ask for a day in it, or extend the calendar");
        return day < from ? from : day > to ? to : day;
    }

    private double? Share(string key, Value? atLeast)
    {
        if (atLeast is { IsShare: false })
            diagnostics.Error(
                atLeast.At, $"`{key}` is a share, found `{atLeast.Text}`", "write it with a percent sign: 95%");
        return atLeast?.Fixed;
    }

    private void CheckUnits(Value? atLeast)
    {
        if (atLeast is { IsShare: false, Fixed: > 0 and < 1 and var units })
            diagnostics.Warn(
                atLeast.At,
                $"`{atLeast.Text}` is less than one unit",
                Invariant($"for a share write {units * 100:0.##}%"));
    }
}
