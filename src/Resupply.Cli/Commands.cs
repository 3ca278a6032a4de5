using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Reflection;
using Resupply.Language;

namespace Resupply.Cli;

/// <summary>The command line: which commands there are, and one run of one of them.</summary>
public static class Commands
{
    private const string Question =
        "Will what was promised arrive in time, last long enough, and stay serviceable?";

    private const int HelpWidth = 100; // The same on every terminal, so that tests can hold what help says.

    /// <summary>Every command, in the order of the help. To add one: a file, its page beside it, a line here.</summary>
    public static ImmutableArray<(string Name, Func<Command> Create)> All { get; } =
    [
        (RunCommand.Name, RunCommand.Create),
        (WhyCommand.Name, WhyCommand.Create),
        (EvidenceCommand.Name, EvidenceCommand.Create),
        (PromisesCommand.Name, PromisesCommand.Create),
        (EnoughCommand.Name, EnoughCommand.Create),
        (CompareCommand.Name, CompareCommand.Create),
        (BindsCommand.Name, BindsCommand.Create),
        (DisplaceCommand.Name, DisplaceCommand.Create),
        (SignatureCommand.Name, SignatureCommand.Create),
        (ReplayCommand.Name, ReplayCommand.Create),
        (BriefCommand.Name, BriefCommand.Create),
        (VerifyCommand.Name, VerifyCommand.Create),
        (ScoreCommand.Name, ScoreCommand.Create),
        (ImportCommand.Name, ImportCommand.Create),
        (FitCommand.Name, FitCommand.Create),
        (CheckCommand.Name, CheckCommand.Create),
        (NewCommand.Name, NewCommand.Create),
        (SchemaCommand.Name, SchemaCommand.Create),
        (ManualCommand.Name, ManualCommand.Create),
    ];

    /// <summary>Runs one command line and returns its exit code. A command writes to these two writers alone.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        try
        {
            var parsed = Root().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is ParseErrorAction) return Explain(parsed, output, errors);

            return parsed.Invoke(new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (Exception unforeseen)
        {
            var trace = Environment.GetEnvironmentVariable("RESUPPLY_TRACE") == "1";
            errors.WriteLine($"resupply: {(trace ? unforeseen : unforeseen.Message)}");
            return ExitCode.Failure;
        }
    }

    /// <summary>Who says nothing is shown the help; who errs is told where.</summary>
    private static int Explain(ParseResult parsed, TextWriter output, TextWriter errors)
    {
        if (parsed.Tokens.Count == 0) return Run(["--help"], output, errors);

        // The last complaint is about the innermost command; "Required command was not provided" precedes it.
        errors.WriteLine($"resupply: {MeantBy(parsed.Tokens[0].Value) ?? parsed.Errors[^1].Message}");
        var command = string.Join(' ', Path(parsed.CommandResult));
        errors.WriteLine($"`{command} --help` shows what is expected.");
        return ExitCode.BadUsage;
    }

    /// <summary>A command left out or mistyped; null where the first word is one.</summary>
    private static string? MeantBy(string first)
    {
        string[] names = [.. All.Select(command => command.Name), RunCommand.OtherName];
        if (names.Contains(first) || first.StartsWith('-')) return null;
        if (File.Exists(first) || Directory.Exists(first)) return $"say what to do with it: resupply run {first}";
        return Nearest.To(first, names) is { } near ? $"there is no command `{first}`; did you mean `{near}`?" : null;
    }

    private static IEnumerable<string> Path(CommandResult command) =>
        command.Parent is CommandResult parent ? Path(parent).Append(command.Command.Name) : [command.Command.Name];

    /// <summary>All commands under one root, named here because in a test the running program is another.</summary>
    public static Command Root()
    {
        var root = new Command("resupply", Question)
        {
            new HelpOption { Action = new HelpAction { MaxWidth = HelpWidth } },
            VersionOption(),
        };
        foreach (var (_, create) in All) root.Add(create());
        return root;
    }

    private static Option<bool> VersionOption() => new("--version")
    {
        Description = "Show the version",
        Action = new PrintVersion(),
    };

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var version = typeof(Commands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
            parseResult.InvocationConfiguration.Output.WriteLine($"resupply {version.InformationalVersion}");
            return ExitCode.Success;
        }
    }
}
