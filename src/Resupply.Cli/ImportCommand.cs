using System.Collections.Immutable;
using System.CommandLine;
using Resupply.Forecasting;
using Resupply.Forecasting.Importing;
using Resupply.Language;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>`resupply import`: a messy file of counts made into clean series, with a ledger of what was done.</summary>
public sealed class ImportCommand
{
    public const string Name = "import";

    private const int Width = 80;
    private const string LedgerEnding = ".ledger.csv";

    private readonly Argument<string> file = new("FILE")
    {
        Description = "The file of counts: CSV, or cells between semicolons or tabs",
    };

    private readonly Option<string?> mapping = new("--mapping")
    {
        Description = "How to read it: which columns are date, class and count, what becomes of defects",
        HelpName = "MAPPING",
    };

    private readonly Option<string?> output = new("--out")
    {
        Description = "Write the series into this file, and the ledger beside it",
        HelpName = "NEEDS",
    };

    private readonly Option<string?> since = new("--since")
    {
        Description = "Say what is added, gone or changed since this file, written by an earlier --out",
        HelpName = "LAST",
    };

    private readonly Option<bool> guess = new("--guess")
    {
        Description = "Print a mapping to begin with, guessed from the file",
    };

    private readonly Option<bool> json = new("--json")
    {
        Description = "Print what was done as JSON, for other programs",
    };

    public static Command Create() => new ImportCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Make clean series of a messy file of counts, and say what was done")
        {
            file, mapping, output, since, guess, json,
        };
        command.Validators.Add(given =>
        {
            var isGuessed = given.GetValue(guess);
            if (given.GetValue(mapping) is null && !isGuessed)
                given.AddError(
                    "Say how to read the file: --mapping MAPPING. `resupply import FILE --guess` prints one.");
            if (isGuessed && (given.GetValue(mapping) ?? given.GetValue(output) ?? given.GetValue(since)) is not null)
                given.AddError("--guess only prints a mapping: leave the other options out.");
        });
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var (to, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var path = parsed.GetRequiredValue(file);
        if (parsed.GetValue(guess)) return Guess(parsed, path, to);
        if (OutputProblem(parsed.GetValue(output), path, parsed.GetRequiredValue(mapping)!) is { } problem)
        {
            errors.WriteLine($"resupply: {problem}");
            return ExitCode.Failure;
        }

        var (report, found) = Import(parsed, path);
        if (report is null) return Refuse(parsed, found);
        DiagnosticList.Write(found, errors);
        if (parsed.GetValue(output) is { } written) Write(report, written);
        if (parsed.GetValue(json)) to.Write(ImportJson.Write(report, found));
        else Tell(report, parsed.GetValue(output), to);
        return ExitCode.Success;
    }

    private int Guess(ParseResult parsed, string path, TextWriter to)
    {
        var (table, found) = SourceFile.Read(path, new FileForm(null, null, 0));
        if (table is null) return Refuse(parsed, found);
        to.Write(MappingGuess.Of(table));
        return ExitCode.Success;
    }

    private (ImportReport? Report, ImmutableArray<Diagnostic> Found) Import(ParseResult parsed, string path)
    {
        var (text, diagnostics) = ScenarioFile.Read(parsed.GetRequiredValue(mapping)!, MappingReader.Kind);
        if (text is null || MappingReader.Read(text.Text, diagnostics) is not { } plan)
            return (null, diagnostics.Found);
        var (table, found) = SourceFile.Read(path, plan.File);
        if (table is null) return (null, [.. diagnostics.Found, .. found]);
        var (names, foundInCatalogue) = Catalogue(plan, text.Path, diagnostics);
        var (before, foundInLast) = Before(parsed);
        ImmutableArray<Diagnostic> edges = [.. foundInCatalogue, .. foundInLast];
        if (diagnostics.HasErrors || edges.Any(each => each.Severity == Severity.Error))
            return (null, [.. diagnostics.Found, .. edges]);
        var ofFile = new Diagnostics(path, "");
        var report = Importer.Import(plan, table, names, before, diagnostics, ofFile);
        return (report, [.. diagnostics.Found, .. edges, .. ofFile.Found]);
    }

    /// <summary>The catalogue lies beside the mapping.</summary>
    private static (ImmutableArray<(string Name, string Kind)> Names, ImmutableArray<Diagnostic> Found) Catalogue(
        Mapping plan, string mappingPath, Diagnostics diagnostics)
    {
        if (plan.Catalogue is not { } catalogue) return ([], []);
        var folder = Path.GetDirectoryName(Path.GetFullPath(mappingPath))!;
        var (table, found) = SourceFile.Read(Path.Combine(folder, catalogue.File), new FileForm(null, null, 0));
        if (table is null)
            diagnostics.Error(catalogue.At, "the catalogue cannot be read", "it lies beside the mapping");
        return (table is null ? [] : Importer.Catalogue(catalogue, table, diagnostics), found);
    }

    /// <summary>What --since names; else what is about to be written over.</summary>
    private (ImmutableArray<NeedSeries>? Series, ImmutableArray<Diagnostic> Found) Before(ParseResult parsed)
    {
        var last = parsed.GetValue(since) ?? parsed.GetValue(output);
        if (last is null || (parsed.GetValue(since) is null && !File.Exists(last))) return (null, []);
        var (series, found) = SeriesFile.Read(last);
        return (series?.Series, found);
    }

    private static string LedgerOf(string written) => Path.ChangeExtension(written, null) + LedgerEnding;

    /// <summary>What keeps the files from being written; null where nothing is known to.</summary>
    private static string? OutputProblem(string? written, string source, string plan)
    {
        if (written is null) return null;
        if (Directory.Exists(written)) return $"--out takes a file, but {written} is a folder";
        var full = Path.GetFullPath(written);
        if (full == Path.GetFullPath(source) || full == Path.GetFullPath(plan))
            return $"--out would write over {written}, which is read; name another file";
        return Directory.Exists(Path.GetDirectoryName(full))
            ? null
            : $"there is no folder {Path.GetDirectoryName(full)} for {Path.GetFileName(full)}; make it first";
    }

    private static void Write(ImportReport report, string written)
    {
        File.WriteAllText(written, ImportCsv.Series(report));
        File.WriteAllText(LedgerOf(written), ImportCsv.Ledger(report));
    }

    private static void Tell(ImportReport report, string? written, TextWriter to)
    {
        ImportText.Write(report, to, Terminal.Width(to, Width), Terminal.IsColoured(to));
        to.Write(written is null
            ? "\nNothing is written: say --out NEEDS.csv for the series and the ledger.\n"
            : $"\nSeries: {written}\nLedger: {LedgerOf(written)}\n");
    }

    private int Refuse(ParseResult parsed, ImmutableArray<Diagnostic> found)
    {
        DiagnosticList.Write(found, parsed.InvocationConfiguration.Error);
        if (parsed.GetValue(json))
            parsed.InvocationConfiguration.Output.Write(JsonReport.Write(Reporting.Version, found));
        return ExitCode.BadInput;
    }
}
