using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Resupply.Answers;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>Whether the answers are kept in a log, to be scored when it is known what came.</summary>
public sealed class LogArguments(TimeProvider clock)
{
    private static readonly ImmutableSortedDictionary<string, string> NoOutputs =
        ImmutableSortedDictionary<string, string>.Empty;

    private readonly Option<string?> log = new("--log")
    {
        Description = "Also keep the answers: add a line to this file, for `resupply score`",
        HelpName = "FILE",
    };

    private readonly Option<string?> answered = new("--answered")
    {
        Description = "The day to write into the log, where it is not today; the log shows that it was stated",
        HelpName = "DATE",
    };

    public void AddTo(Command command)
    {
        command.Add(log);
        command.Add(answered);
        ScenarioArguments.AcceptDate(answered);
        command.Validators.Add(given =>
        {
            if (given.GetValue(answered) is not null && given.GetValue(log) is null)
                given.AddError("--answered is for a log: say which, with --log FILE.");
        });
    }

    /// <summary>What keeps the answers from being kept, in a sentence; null where nothing is known to.</summary>
    public string? Problem(ParseResult parsed) => LogFile.Problem(parsed.GetValue(log));

    /// <summary>Adds the answers to the log, where one was named.</summary>
    /// <returns>What to tell of it; null where none was named.</returns>
    public string? Keep(ParseResult parsed, Scenario scenario, RunReport report, TextWriter errors)
    {
        if (parsed.GetValue(log) is not { } path) return null;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var manifest = ManifestFile.Of(scenario, report.Card, NoOutputs, folder);
        var when = parsed.GetValue(answered)
            ?? clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var (line, hash, wasTorn) = LogFile.Append(
            path, previous => LoggedLine.Of(scenario, report, manifest, when, previous));
        if (wasTorn)
            errors.WriteLine($"{path}:{line}: warning: a line that was not whole was taken away: its run was cut");
        return string.Create(CultureInfo.InvariantCulture, $"Log: {path}, line {line}, {hash}");
    }
}
