using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Evidence;
using Resupply.Facts;
using Resupply.Forecasting;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Production;
using Resupply.Readiness;
using Resupply.Supply;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply;

/// <summary>
/// From a file to a scenario: YAML, then the world's patch, then the option's, then form, then what form cannot tell.
/// All that is wrong is found in one pass.
/// </summary>
public sealed partial class ScenarioReader
{
    private readonly ScenarioFile file;
    private readonly Diagnostics diagnostics;
    private readonly Node.Map root;
    private readonly Knowledge? known;
    private readonly SourceDocuments documents;
    private readonly SeriesFiles series;
    private bool hasAllSections = true;
    private Node.Map? change;
    private bool tellsWhatIsUnused;
    private CheckedForm? checkedForm;

    private ScenarioReader(
        ScenarioFile file,
        Diagnostics diagnostics,
        Node.Map root,
        Knowledge? known,
        SourceDocuments documents,
        SeriesFiles series)
    {
        (this.file, this.diagnostics, this.root) = (file, diagnostics, root);
        (this.known, this.documents, this.series) = (known, documents, series);
    }

    /// <summary>
    /// The scenario of one option in one world; null where something is wrong that keeps it from being run.
    /// </summary>
    public static (Scenario? Scenario, ImmutableArray<Diagnostic> Diagnostics) Read(
        string path, string world = Scenario.WorldAsWritten, string option = Scenario.BaseOption, Day? knownOn = null)
    {
        var (reader, diagnostics) = Open(path, knownOn);
        var scenario = reader?.Read(world, option);
        return (diagnostics.HasErrors ? null : scenario, diagnostics.Found);
    }

    /// <summary>The same with one value replaced, as an option would: a decision, checked like all the rest.</summary>
    /// <param name="path">As in `shipments.november.arrives`; a name under `unknowns` as such.</param>
    /// <param name="text">As it would be written.</param>
    public static (Scenario? Scenario, ImmutableArray<Diagnostic> Diagnostics) ReadChanged(
        Scenario scenario, string path, string text)
    {
        var (reader, diagnostics) = Open(scenario.File, scenario.KnownOn, scenario.SeriesFiles);
        if (reader is null) return (null, diagnostics.Found);
        Node changed = new Node.Scalar(text, Quoted: false, default);
        foreach (var key in path.Split('.').Reverse())
            changed = new Node.Map([new Node.Entry(new Node.Scalar(key, Quoted: false, default), changed)], default);
        reader.change = (Node.Map)changed;
        var read = reader.Read(scenario.World, scenario.Option);
        return (diagnostics.HasErrors ? null : read, diagnostics.Found);
    }

    /// <summary>
    /// The scenario of each option in each world, world by world, the file as it stands first; none where something is
    /// wrong in any of them.
    /// </summary>
    /// <param name="world">The only one that is wanted; null: all.</param>
    public static (ImmutableArray<Scenario> Scenarios, ImmutableArray<Diagnostic> Diagnostics) ReadEach(
        string path, string? world, Day? knownOn = null)
    {
        var (reader, diagnostics) = Open(path, knownOn);
        if (reader is null) return ([], diagnostics.Found);
        var scenarios = ImmutableArray.CreateBuilder<Scenario?>();
        string[] worlds = world is null ? [Scenario.WorldAsWritten, .. reader.NamesIn("worlds")] : [world];
        string[] options = [Scenario.BaseOption, .. reader.NamesIn("options")];
        foreach (var each in worlds)
            scenarios.AddRange(options.Select(option => reader.ReadWith(each, option)));
        return (diagnostics.HasErrors ? [] : [.. scenarios.OfType<Scenario>()], diagnostics.Found);
    }

    /// <summary>
    /// Everything that is wrong with the file, in every option and every world; and in a few words what it holds.
    /// </summary>
    public static (string Summary, ImmutableArray<Diagnostic> Diagnostics) CheckAll(string path, Day? knownOn = null)
    {
        var (reader, diagnostics) = Open(path, knownOn);
        if (reader is null) return ("", diagnostics.Found);
        reader.tellsWhatIsUnused = true;
        var scenario = reader.Read(Scenario.WorldAsWritten, Scenario.BaseOption);
        reader.tellsWhatIsUnused = false;
        if (reader.hasAllSections)
        {
            foreach (var option in reader.NamesIn("options")) reader.ReadWith(Scenario.WorldAsWritten, option);
            foreach (var world in reader.NamesIn("worlds")) reader.ReadWith(world, Scenario.BaseOption);
        }

        return (scenario is null ? "" : reader.Summary(scenario), diagnostics.Found);
    }

    /// <param name="series">What was read of the file's series before; null: nothing.</param>
    private static (ScenarioReader? Reader, Diagnostics Diagnostics) Open(
        string path, Day? knownOn, SeriesFiles? series = null)
    {
        var (file, diagnostics) = ScenarioFile.Read(path);
        if (file is null || YamlReader.Read(file.Text, diagnostics) is not { } map)
            return (null, diagnostics);
        var folder = Path.GetDirectoryName(Path.GetFullPath(file.Path))!;
        var sources = new SourceDocuments(folder);
        series ??= new SeriesFiles(folder);
        return (new ScenarioReader(file, diagnostics, map, knownOn, sources, series), diagnostics);
    }

    /// <summary>Reads it so that what is wrong outside of the patch is said with the patch's name.</summary>
    private Scenario? ReadWith(string world, string option)
    {
        var (isWritten, isBase) = (world == Scenario.WorldAsWritten, option == Scenario.BaseOption);
        if (isWritten && isBase) return Read(world, option);
        var (section, name) = isBase ? ("worlds", world) : ("options", option);
        if (root[section] is not Node.Map map || map[name] is not Node.Map patch) return Read(world, option);
        var words = isBase ? $"world `{world}`" : isWritten ? $"option `{option}`" : $"option `{option}` in `{world}`";
        diagnostics.With(words, patch.At, LastOf(patch));
        var scenario = Read(world, option);
        diagnostics.With(null, default, default);
        return scenario;
    }

    private static Span LastOf(Node node) => node switch
    {
        Node.Map { Entries: [.., var entry] } => LastOf(entry.Value),
        Node.List { Items: [.., var item] } => LastOf(item),
        _ => node.At with { Column = node.At.Column + node.At.Length },
    };

    private string[] NamesIn(string section) =>
        root[section] is Node.Map map
            ? [.. map.Entries.Where(entry => entry.Value is Node.Map).Select(entry => entry.Key.Text)]
            : [];

    private string Summary(Scenario scenario)
    {
        string[] parts =
        [
            Many(scenario.Days, "day"),
            Many(scenario.Supply.Demands.Length, "demand"),
            Many(scenario.Supply.Shipments.Length, "shipment"),
            Many(scenario.Readiness.Fleets.Length, "fleet"),
            Many(scenario.Readiness.Crews.Length, "crew"),
            Many(scenario.Production.Lines.Length, "line"),
            Many(scenario.Production.Orders.Length, "order"),
            Many(scenario.Questions.Length, "question"),
            Many(NamesIn("options").Length, "option"),
            Many(NamesIn("worlds").Length, "world"),
        ];
        return string.Join(", ", parts.Where(part => !part.StartsWith("0 ", StringComparison.Ordinal)));
    }

    private static string Many(int count, string of) => count == 1 ? $"1 {of}" : Invariant($"{count:#,0} {of}s");

    private Scenario? Read(string world, string option)
    {
        if (Patched(world, option) is not { } patched) return null;
        var asWritten = ReferenceEquals(patched, root) ? null : root;
        var read = Checker.Check(ScenarioShape.Top, patched, diagnostics, asWritten, known);
        if (read.Form is not { } form) return null;

        // What form cannot tell is looked at wherever the form is whole: else one mistake would be told several times.
        var whole = WholeParts.Of(ScenarioShape.Top, form, patched, diagnostics.HasErrors);
        hasAllSections &= whole.HasAllSections;
        (form, var evidence) = WithEvidence(DemandSeries.Valued(form));
        return Build(new CheckedForm(form, evidence, whole, world, option, read.News));
    }

    /// <summary>From a form to a scenario; null where something is wrong that form alone cannot tell.</summary>
    private Scenario? Build(CheckedForm read)
    {
        var (form, evidence, whole, world, option, news) = read;
        checkedForm = read;
        var calendar = CalendarOf(form) ?? CalendarLimits.EveryDay;
        var today = Today(form, calendar.From);
        var first = FirstDay(form, today, calendar);
        var supply = SupplyReader.Read(form);
        SupplyChecks.Check(supply, whole, calendar.From, calendar.To, diagnostics);
        if (whole.Has("calendar") && whole.Has("demands"))
            supply = SeriesReading.Read(supply, series, first, Earliest(first, today, known?.Day), diagnostics);
        var readiness = ReadinessReader.Read(form);
        supply = ReadinessStocks.AddTo(supply, readiness);
        ReadinessChecks.Check(supply, readiness, whole, calendar.From, calendar.To, diagnostics);
        var production = ProductionReader.Read(form);
        supply = ProductionStocks.AddTo(supply, production);
        var questions = QuestionReader.Read(form, whole, calendar.From, first, calendar.To, diagnostics);
        ProductionChecks.Check(
            supply,
            readiness,
            production,
            AskedOrders.Stocks(questions),
            whole,
            calendar.From,
            calendar.To,
            diagnostics);
        AskedStrength.Check(readiness, whole, questions, calendar.From, diagnostics);
        AskedOrders.Check(production, whole, questions, diagnostics);
        if (SectionsWithStocks.All(whole.Has))
            supply = AskedStocks.AddTo(supply, questions, diagnostics);
        var facts = FactBook.Read(form);
        if (whole.Has("shipments") && whole.Has("demands"))
            FactChecks.Check(facts, supply, calendar.From, first, diagnostics);
        if (diagnostics.HasErrors) return null;
        ImmutableArray<Value> unknowns =
            [.. form.MapAt("unknowns").Select(entry => ((Form.Single)entry.Form).Value)];
        var rolled = RollingForward.Roll(
            new RolledPlans(supply, readiness, production, unknowns), facts, calendar.From, first, diagnostics);
        if (diagnostics.HasErrors) return null;
        return new Scenario(
            file,
            world,
            option,
            form.TextAt("title") ?? "",
            first,
            calendar.To,
            today,
            form.TextAt("currency") ?? "",
            [.. form.MapAt("deadlines").Select(entry => new Deadline(entry.Name, DayOf((Form.Single)entry.Form)))],
            rolled.Unknowns,
            rolled.Supply,
            rolled.Readiness,
            rolled.Production,
            questions,
            [.. ValuesIn(form).Select(value => evidence.KnownOf(supply.Told(value)))],
            Statements.Of(evidence),
            evidence)
        {
            KnownOn = known?.Day,
            CalendarFrom = calendar.From,
            Stated = [.. Stated(form).Select(supply.Told)],
            SeriesFiles = series,
            News = [.. news, .. evidence.News],
            ChangedByWorld = ChangedBy("worlds", world),
            ChangedByOption = ChangedBy("options", option),
        };
    }

    /// <summary>The form with what is graded in numbers, and what the evidence is.</summary>
    private (Form.Fields Form, EvidencePlan Evidence) WithEvidence(Form.Fields form)
    {
        var evidence = EvidenceChecks.Quotes(EvidenceReader.Read(form, known), form, documents, diagnostics);
        EvidenceChecks.Claims(evidence, diagnostics);
        (form, evidence) = Grading.Apply(form, evidence, known, diagnostics);
        EvidenceChecks.Use(evidence, [.. ValuesIn(form)], diagnostics);
        if (tellsWhatIsUnused && !diagnostics.HasErrors)
            EvidenceChecks.Unused(evidence, CitedClaims.In(root), diagnostics);
        return (form, evidence);
    }

    /// <summary>As stated, but no later than the day as of which all is asked.</summary>
    private Day Today(Form.Fields form, Day from)
    {
        var today = DayAt(form, "today") ?? from;
        return known is { } by && by.Day < today ? (by.Day < from ? from : by.Day) : today;
    }

    private static Day Earliest(Day first, Day today, Day? known)
    {
        var now = today < first ? today : first;
        return known is { } by && by < now ? by : now;
    }

    /// <summary>The first day that is simulated: today, or the calendar's first where that is later.</summary>
    private Day FirstDay(Form.Fields form, Day today, (Day From, Day To) calendar)
    {
        if (today <= calendar.From) return calendar.From;
        if (today <= calendar.To || form["today"] is not { } stated) return today;
        if (form["calendar"] is Form.Fields)
            diagnostics.Error(
                stated.At,
                $"today is {today}, after the calendar, which ends on {calendar.To}: nothing is left to be simulated",
                "extend the calendar");
        return calendar.To;
    }

    /// <summary>
    /// The file with the world's and the option's changes; null where there is no such world or option.
    /// </summary>
    private Node.Map? Patched(string world, string option)
    {
        var patched = root;
        if (world != Scenario.WorldAsWritten)
        {
            if (PatchNamed("worlds", world) is not { } patch) return null;
            patched = MergePatch.Apply(ScenarioShape.Top, patched, patch, diagnostics);
        }

        if (option != Scenario.BaseOption)
        {
            if (PatchNamed("options", option) is not { } patch) return null;
            patched = MergePatch.Apply(ScenarioShape.Top, patched, patch, diagnostics);
        }

        return change is null ? patched : MergePatch.Apply(ScenarioShape.Top, patched, change, diagnostics);
    }

    private Node.Map? PatchNamed(string section, string name)
    {
        if (root[section] is Node.Map map && map[name] is Node.Map patch) return patch;
        var one = section[..^1];
        diagnostics.Error(
            default,
            $"there is no {one} `{name}`",
            Nearest.HintFor(name, NamesIn(section), $"the file has no {section}"));
        return null;
    }

    private ImmutableArray<string> ChangedBy(string section, string name) =>
        root[section] is Node.Map map && map[name] is Node.Map patch ? [.. ReachMap.ThingsIn(patch)] : [];

    private (Day From, Day To)? CalendarOf(Form.Fields form)
    {
        if (form["calendar"] is not Form.Fields calendar) return null;
        if (DayAt(calendar, "from") is not { } from || DayAt(calendar, "to") is not { } to) return null;
        if (to < from)
        {
            diagnostics.Error(calendar["to"]!.At, $"the calendar ends on {to}, before it begins on {from}");
            return null;
        }

        if (to - from <= CalendarLimits.YearsMax * CalendarLimits.DaysPerYear) return (from, to);
        diagnostics.Error(
            calendar["to"]!.At,
            Invariant($"the calendar spans {to - from + 1:#,0} days"),
            $"plan at most {CalendarLimits.YearsMax} years");
        return null;
    }

    private static Day? DayAt(Form.Fields form, string key) =>
        form[key] is Form.Single { Value.Fixed: { } number } && double.IsFinite(number)
            ? new Day((int)Rounding.HalfUp(number))
            : null;

    private static Day DayOf(Form.Single single) => new((int)Rounding.HalfUp(single.Value.Fixed!.Value));

    /// <summary>
    /// Every value under supply and the unknowns, in file order; what asks or changes is not what an answer rests on.
    /// </summary>
    private static IEnumerable<Value> ValuesIn(Form.Fields form) =>
        from section in form.ByPlace()
        where !RestsOnNothing.Contains(section.Name)
        from value in ValuesUnder(section.Form)
        where value.Measure != Measure.FixedDate
        select value;

    /// <summary>Where something may speak of a stock that nobody declared.</summary>
    private static readonly ImmutableArray<string> SectionsWithStocks =
        ["stocks", "demands", "shipments", "items", "fleets", "lines", "orders"];

    private static readonly ImmutableArray<string> RestsOnNothing =
        ["questions", "calendar", "deadlines", "today", "grades", "sources", "claims"];

    /// <summary>
    /// The same with what asks and with deadlines and grades, so that nothing else can move an answer.
    /// </summary>
    private static IEnumerable<Value> Stated(Form.Fields form) =>
        from section in form.ByPlace()
        where section.Name is not ("sources" or "claims")
        from value in ValuesUnder(section.Form)
        select value;

    private static IEnumerable<Value> ValuesUnder(Form form) => form switch
    {
        Form.Single single => [single.Value],
        Form.Fields fields => fields.ByPlace()
            .Where(entry => entry.Name != "claimed") // What others said moves no answer.
            .SelectMany(entry => ValuesUnder(entry.Form)),
        Form.Map map => map.Entries.SelectMany(entry => ValuesUnder(entry.Form)),
        _ => [],
    };
}

/// <summary>How long a calendar may be.</summary>
public static class CalendarLimits
{
    public const int YearsMax = 50;
    public const double DaysPerYear = 365.25;

    /// <summary>Stands in for a calendar that could not be read: no day lies outside.</summary>
    internal static readonly (Day From, Day To) EveryDay = (new Day(0), new Day(3_652_058));
}
