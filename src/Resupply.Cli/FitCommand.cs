using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Resupply.Forecasting;
using Resupply.Language;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>`resupply fit`: which forecast of a need would have done best, and the piece of scenario that says
/// it.</summary>
public sealed class FitCommand
{
    public const string Name = "fit";

    private const int Width = 80;
    private const int PeriodsMax = 3_660;
    private const int CoursesMin = 50;
    private const int CoursesMax = 10_000;

    private static readonly Dictionary<string, int> Steps = new(StringComparer.Ordinal)
    {
        ["daily"] = 1,
        ["weekly"] = 7,
        ["monthly"] = 28,
    };

    private readonly Argument<string> file = new("SERIES")
    {
        Description = "The file of series that `resupply import` wrote",
    };

    private readonly Option<string[]> series = Text<string[]>(
        "--series", "Only this series; may be said several times", "NAME");

    private readonly Option<string?> horizon = Text<string?>(
        "--horizon", "Periods ahead, as 7,28,53; the last one decides", "LIST");

    private readonly Option<string?> origins = Text<string?>(
        "--origins", "How far origins lie apart: daily, weekly, monthly, or a number of periods", "STEP");

    private readonly Option<string?> until = Text<string?>(
        "--until", "Use nothing after this day or month", "DATE");

    private readonly Option<int?> history = Text<int?>(
        "--history", "Periods that must lie before the first origin", "N");

    private readonly Option<int?> courses = Text<int?>(
        "--courses", "How many courses to draw from each forecast", "N");

    private readonly Option<string> at = Text<string>("--at", "The site of the demand that is printed", "SITE");

    private readonly Option<string> servedBy = Text<string>(
        "--served-by", "The item that serves the demand that is printed", "ITEM");

    private readonly Option<string?> seed = Text<string?>(
        "--seed", "Another seed draws other courses, to see how much they matter", "S");

    private readonly Option<int?> threads = Text<int?>(
        "--threads", "How many processors to use: by default all; the answer is the same", "T");

    private readonly Option<bool> json = new("--json") { Description = "Print what was found as JSON" };

    private readonly Option<string?> csv = Text<string?>(
        "--csv", "Also write scores, forecasts and blocks into this folder", "DIR");

    private readonly Option<string?> report = Text<string?>(
        "--report", "Also write a report with charts: one HTML file", "FILE");

    public static Command Create() => new FitCommand().Described();

    private static Option<T> Text<T>(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };

    private Command Described()
    {
        var command = new Command(Name, "Say which forecast of a need would have done best, as a demand");
        command.Add(file);
        Option[] all =
        [
            series, horizon, origins, until, history, courses, at, servedBy, seed, threads, json, csv, report,
        ];
        foreach (var option in all) command.Add(option);
        Numbers.Accept(horizon, text => Horizons(text), "whole numbers of periods that rise, as 7,28,53");
        Numbers.Accept(origins, Step, "daily, weekly, monthly, or a number of periods from 1 to 3,660");
        Numbers.Accept(until, Period.Parse, "a day as 2024-11-08 or a month as 2024-11");
        Numbers.Accept(seed, Numbers.Seed, "a whole number from 0 to 18,446,744,073,709,551,615");
        Bound(history, 2, PeriodsMax);
        Bound(courses, CoursesMin, CoursesMax);
        Bound(threads, 1, 1024);
        foreach (var option in (Option[])[at, servedBy])
        {
            option.Validators.Add(given =>
            {
                if (given.Tokens is [var token] && !Names.IsName(token.Value))
                    given.AddError($"'{token.Value}' is not a name: lower case, digits and single hyphens.");
            });
        }

        command.SetAction(Run);
        return command;
    }

    private static void Bound(Option<int?> option, int least, int most) => option.Validators.Add(given =>
    {
        if (given.Tokens is [var token]
            && (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                || value < least || value > most))
        {
            given.AddError(string.Create(
                CultureInfo.InvariantCulture, $"{option.Name} takes a whole number from {least:N0} to {most:N0}."));
        }
    });

    private static ImmutableArray<int>? Horizons(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var numbers = ImmutableArray.CreateBuilder<int>(parts.Length);
        foreach (var part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            if (number is < 1 or > PeriodsMax || (numbers.Count > 0 && number <= numbers[^1])) return null;
            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }

    private static int? Step(string text) => Steps.TryGetValue(text, out var known) ? known
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var periods)
            && periods is >= 1 and <= PeriodsMax
            ? periods
            : null;

    private FitRequest RequestOf(ParseResult parsed) => new()
    {
        Path = parsed.GetRequiredValue(file),
        Series = [.. parsed.GetValue(series) ?? []],
        Until = parsed.GetValue(until) is { } last ? Period.Parse(last) : null,
        Horizons = parsed.GetValue(horizon) is { } list ? Horizons(list) : null,
        Every = parsed.GetValue(origins) is { } step ? Step(step) : null,
        HistoryMin = parsed.GetValue(history),
        Courses = parsed.GetValue(courses),
        Seed = parsed.GetValue(seed) is { } number ? Numbers.Seed(number)!.Value : 1,
        Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
        At = parsed.GetValue(at) ?? "site",
        ServedBy = parsed.GetValue(servedBy) ?? "item",
    };

    private int Run(ParseResult parsed)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (OutputPaths.Problem(parsed.GetValue(report), parsed.GetValue(csv)) is { } problem)
        {
            errors.WriteLine($"resupply: {problem}");
            return ExitCode.Failure;
        }

        FitReport? found;
        ImmutableArray<Diagnostic> diagnostics;
        using (var progress = ProgressLine.On(errors, 1, "forecasts"))
        {
            (found, diagnostics) = FitFile.Find(RequestOf(parsed), progress.Report);
        }

        DiagnosticList.Write(diagnostics, errors);
        if (found is null)
        {
            if (parsed.GetValue(json)) output.Write(JsonReport.Write(Reporting.Version, diagnostics));
            return ExitCode.BadInput;
        }

        WriteFiles(parsed, found);
        if (parsed.GetValue(json)) output.Write(FitJson.Write(found));
        else FitText.Write(found, output, Terminal.Width(output, Width), Terminal.IsColoured(output));
        if (!parsed.GetValue(json)) PrintFiles(parsed, output);
        return ExitCode.Success;
    }

    private void WriteFiles(ParseResult parsed, FitReport found)
    {
        if (parsed.GetValue(report) is { } page) File.WriteAllText(page, FitHtml.Write(found));
        if (parsed.GetValue(csv) is { } folder) FitCsv.Write(found, folder);
    }

    private void PrintFiles(ParseResult parsed, TextWriter output)
    {
        if (parsed.GetValue(report) is { } page) output.WriteLine($"Report: {page}");
        if (parsed.GetValue(csv) is { } folder) output.WriteLine($"Tables: {folder}");
    }
}
