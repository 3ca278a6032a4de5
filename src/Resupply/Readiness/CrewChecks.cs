using Resupply.Language;

namespace Resupply.Readiness;

/// <summary>Whether crews may be where they are asked for, and are there at all.</summary>
internal sealed class CrewChecks
{
    private readonly PlanIndex index;
    private readonly Diagnostics diagnostics;
    private readonly ILookup<string, Job> jobs;
    private readonly HashSet<string> asked;
    private readonly HashSet<string> tags;

    private CrewChecks(PlanIndex index, IEnumerable<Job> jobs)
    {
        (this.index, diagnostics) = (index, index.Diagnostics);
        this.jobs = jobs.SelectMany(job => job.Work.Crews.Select(crew => new Duty(crew, job)))
            .ToLookup(duty => duty.Crew, duty => duty.Job);
        asked = [.. Named(index.Plan)];
        tags = [.. index.Supply.Sites.SelectMany(site => site.Tags)];
    }

    public static void Check(PlanIndex index, IEnumerable<Job> jobs)
    {
        var checks = new CrewChecks(index, jobs);
        foreach (var crew in index.Plan.Crews.Where(crew => index.Whole.Has($"crews.{crew.Name}")))
        {
            checks.CheckTags(crew);
            checks.CheckPlaces(crew);
            checks.CheckWork(crew);
            checks.CheckTeams(crew);
        }

        checks.CheckLists();
    }

    /// <summary>Every crew that any work names, also work that is never asked for.</summary>
    private static IEnumerable<string> Named(ReadinessPlan plan) => AllWork(plan).SelectMany(work => work.Crews);

    private static IEnumerable<Work> AllWork(ReadinessPlan plan) =>
        plan.Parts.SelectMany(part => part.Places.Select(place => place.Work))
            .Concat(plan.Parts.Select(part => part.Replace).OfType<Work>())
            .Concat(plan.Fleets.SelectMany(fleet => fleet.Inspections.Select(inspection => inspection.Work)))
            .Concat(plan.Fleets.Select(fleet => fleet.Upkeep?.Work).OfType<Work>());

    private IEnumerable<Job> JobsOf(Crew crew) => jobs[crew.Name].Where(job => index.Whole.Has(job.Path));

    private void CheckTags(Crew crew)
    {
        foreach (var tag in crew.OnlyAt.Where(tag => !tags.Contains(tag)))
        {
            diagnostics.Error(
                crew.At,
                $"crew `{crew.Name}` may work only at sites with the tag `{tag}`, and no site has it",
                Nearest.HintFor(tag, [.. tags.Order(StringComparer.Ordinal)], "no site has tags"));
        }
    }

    private bool IsBarred(Crew crew, string site) =>
        !crew.OnlyAt.IsEmpty && crew.OnlyAt.All(tags.Contains) && !index.HasTag(site, crew.OnlyAt);

    private void CheckPlaces(Crew crew)
    {
        var only = string.Join("`, `", crew.OnlyAt);
        if (crew.Site is { } station && IsBarred(crew, station))
        {
            diagnostics.Error(
                crew.At,
                $"crew `{crew.Name}` is stationed at `{station}`, where it may not work: `only-at` asks for `{only}`",
                $"give `{station}` the tag, or station the crew elsewhere");
            return;
        }

        foreach (var job in JobsOf(crew))
        {
            if (IsBarred(crew, job.Site))
                diagnostics.Error(
                    job.Work.At,
                    $"{job.What} asks for crew `{crew.Name}` at `{job.Site}`, where it may not work: `only-at` asks " +
                    $"for `{only}`",
                    $"name another crew, or give `{job.Site}` the tag");
            else if (crew.Site is { } at && at != job.Site)
                diagnostics.Warn(
                    job.Work.At,
                    $"{job.What} asks at `{job.Site}` for crew `{crew.Name}`, which is stationed at `{at}`",
                    "it does the work without a journey; leave its `at` out if it serves several sites");
        }
    }

    private void CheckWork(Crew crew)
    {
        if (crew.Works is { Fixed: 0 } works)
            diagnostics.Error(
                works.At,
                $"crew `{crew.Name}` never works: `{works.Text}`",
                "for a crew that is not there write `teams: 0`");
        if (asked.Contains(crew.Name) || !index.Whole.Has("items") || !index.Whole.Has("fleets")) return;
        diagnostics.Warn(
            crew.At,
            $"no work asks for crew `{crew.Name}`",
            "name it as the `crew` of a repair, a replacement, an inspection or upkeep");
    }

    private void CheckTeams(Crew crew)
    {
        var strength = Strength.Of(crew);
        strength.CheckDates(index.Calendar, diagnostics);
        if (JobsOf(crew).FirstOrDefault(job => job.Work.Crews.Length == 1) is not { } job) return; // others may do it
        if (strength.IsAlwaysNone)
        {
            diagnostics.Warn(
                crew.Teams.At,
                $"crew `{crew.Name}` has no team and none joins: {job.What} waits for ever",
                "leave `crew` out where it is never short");
        }
        else if (strength.Days(index.Calendar.From) is { } days && days[^1] is { Count: 0 } last
            && last.On <= index.Calendar.To)
        {
            diagnostics.Warn(
                crew.At,
                $"from {last.On} on crew `{crew.Name}` has no team: {job.What} then waits to the end of the calendar",
                "let another crew do it too: `crew: [a, b]`");
        }
    }

    private void CheckLists()
    {
        foreach (var work in AllWork(index.Plan))
        {
            foreach (var twice in work.Crews.GroupBy(crew => crew).Where(group => group.Count() > 1))
                diagnostics.Error(work.At, $"crew `{twice.Key}` stands twice in one list", "name it once");
        }
    }

    private sealed record Duty(string Crew, Job Job);
}
