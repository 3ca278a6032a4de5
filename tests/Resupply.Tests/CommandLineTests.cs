using Resupply.Cli;

namespace Resupply.Tests;

public class CommandLineTests
{
    [Fact]
    public void Every_command_has_a_manual_page_that_names_its_options() => Complaints.None(
        from command in Commands.Root().Subcommands
        let page = ManualCommand.Page(command.Name) ?? ""
        from expected in command.Options.Select(option => option.Name).Append($"# resupply {command.Name}")
        where !page.Contains(expected, StringComparison.Ordinal)
        select $"the manual page of {command.Name} does not say `{expected}`");

    [Fact]
    public void Commands_go_by_the_names_they_are_listed_under() => Assert.Equal(
        Commands.All.Select(command => command.Name),
        Commands.Root().Subcommands.Select(command => command.Name));

    [Fact]
    public void The_manual_prints_the_page() =>
        Assert.Equal((ExitCode.Success, ManualCommand.Page("manual"), ""), Run("manual", "manual"));

    [Fact]
    public void Nothing_said_is_answered_with_the_help() => Assert.Equal(Run("--help"), Run());

    [Theory]
    [InlineData("no-such-command")]
    [InlineData("--no-such-option")]
    [InlineData("manual")]
    [InlineData("manual no-such-page")]
    [InlineData("manual manual more")]
    [InlineData("@no-such-file")]
    public void A_slip_is_explained_on_the_error_stream(string line)
    {
        var (exitCode, output, errors) = Run(line.Split(' '));
        Assert.Equal((ExitCode.BadUsage, ""), (exitCode, output));
        Assert.Matches("^resupply: [^\n]+\n`resupply( manual)? --help` shows what is expected.\n$", errors);
    }

    private static (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        return (Commands.Run(arguments, output, errors), output.ToString(), errors.ToString());
    }
}
