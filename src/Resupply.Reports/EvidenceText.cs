using System.Collections.Immutable;
using Resupply.Evidence;
using Resupply.Language;
using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>What the numbers are made of, in the terminal.</summary>
public static class EvidenceText
{
    private const int ClaimIndent = 4;

    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(EvidenceReport report, TextWriter output, int width, bool coloured = false)
    {
        var page = new TerminalReport.Page(new WrappedText(output, width), coloured);
        var (card, overview) = (report.Card, report.Overview);
        page.Text.Line("", 0, card.Title.ReplaceLineEndings(" "));
        page.Text.Line("", 0, $"what it rests on, seen from {overview.AsOf}");
        WriteCoverage(page, report);
        WriteQuestions(page, report.Questions);
        WriteConflicts(page, overview.Conflicts);
        WriteQuotes(page, [.. overview.Claims.Where(each => each.QuoteFails)]);
        WriteFallen(page, [.. overview.Claims.Where(each => !each.Stands && each.IsUsed)]);
        WriteSilent(page, overview.Silent);
        WriteUngrounded(page, report.Coverage);
        WriteClaims(page, overview.Claims);
        page.Text.Blank();
        page.Text.Line("", 0, Invariant($"{card.Replications:N0} replications of each change, seed {card.Seed}, ") +
            $"resupply {card.Version}, {card.File} {card.Sha256[..Math.Min(12, card.Sha256.Length)]}");
    }

    private static void WriteCoverage(TerminalReport.Page page, EvidenceReport report)
    {
        page.Heading("Coverage");
        var all = report.Coverage.Sum(each => each.Paths.Length);
        foreach (var each in report.Coverage.Where(each => !each.Paths.IsEmpty))
        {
            var moves = each.Moves is { } part ? Invariant($", {part:0%} of what moves the answers") : "";
            page.Text.Line(
                $"  {EvidenceWords.Name(each.Basis)}",
                15,
                Invariant($"{each.Paths.Length:N0} of {all:N0} values{moves}"));
        }
    }

    private static void WriteQuestions(TerminalReport.Page page, ImmutableArray<QuestionCoverage> questions)
    {
        if (questions.IsEmpty) return;
        page.Heading("How much of each answer no evidence stands behind");
        var indent = TerminalReport.IndentOf(questions.Select(each => each.Question));
        foreach (var question in questions)
        {
            var part = 1 - question.Moves.GetValueOrDefault(Basis.Evidence);
            var most = string.Join(", ", question.Most.Select(each => Invariant($"{each.Path} {each.Part:0%}")));
            page.Text.Line(question.Question, indent, Invariant($"{part:0%}") + (most.Length == 0 ? "" : $": {most}"));
        }
    }

    private static void WriteConflicts(TerminalReport.Page page, ImmutableArray<Conflict> conflicts)
    {
        if (conflicts.IsEmpty) return;
        page.Heading("Claims that cannot hold together");
        foreach (var conflict in conflicts)
        {
            page.Text.Hanging(conflict.IsOpen
                ? "Both stand, and both are used:"
                : $"{conflict.One.Claim.Name} against {conflict.Other.Claim.Name}:");
            foreach (var side in (ClaimStanding[])[conflict.One, conflict.Other]) WriteClaim(page, side);
        }
    }

    private static void WriteQuotes(TerminalReport.Page page, ImmutableArray<ClaimStanding> failing)
    {
        if (failing.IsEmpty) return;
        page.Heading("Quotes that do not hold");
        foreach (var each in failing)
        {
            var missing = (QuoteCheck.Missing)each.Quote!;
            page.Text.Hanging($"{each.Claim.Name}: “{each.Claim.Quote}” does not stand in {missing.Document}" +
                (missing.Passage is { } near ? Invariant($"; line {missing.Line:N0} comes nearest: “{near}”") : ""));
        }
    }

    private static void WriteFallen(TerminalReport.Page page, ImmutableArray<ClaimStanding> fallen)
    {
        if (fallen.IsEmpty) return;
        page.Heading("No longer said, and still used");
        foreach (var each in fallen)
            page.Text.Hanging($"{each.Claim.Name}: {EvidenceWords.Fate(each)}; {EvidenceWords.Used(each)}");
    }

    private static void WriteSilent(TerminalReport.Page page, ImmutableArray<SilentClaim> silent)
    {
        if (silent.IsEmpty) return;
        page.Heading("Gone silent");
        foreach (var each in silent)
        {
            page.Text.Hanging($"{each.Standing.Claim.Name}: {EvidenceWords.Silence(each)}; " +
                EvidenceWords.Used(each.Standing));
        }
    }

    private static void WriteUngrounded(TerminalReport.Page page, ImmutableArray<Coverage> coverage)
    {
        var unsupported = coverage.First(each => each.Basis == Basis.Unsupported).Paths;
        if (unsupported.IsEmpty) return;
        page.Heading("Nobody says what these rest on");
        page.Text.Hanging(string.Join(", ", unsupported));
    }

    private static void WriteClaims(TerminalReport.Page page, ImmutableArray<ClaimStanding> claims)
    {
        if (claims.IsEmpty) return;
        page.Heading("Claims");
        foreach (var each in claims) WriteClaim(page, each);
    }

    private static void WriteClaim(TerminalReport.Page page, ClaimStanding each)
    {
        page.Text.Hanging($"{EvidenceWords.Grade(each)} {each.Claim.Name}: {EvidenceWords.From(each)}");
        var indent = new string(' ', ClaimIndent);
        if (each.Claim.Quote is { } quote)
            page.Text.Line(indent, ClaimIndent + 1, $"“{quote}” ({EvidenceWords.Place(each)})");
        string[] said = [EvidenceWords.Used(each), EvidenceWords.Retold(each), EvidenceWords.Fate(each)];
        page.Text.Line(indent, ClaimIndent + 1, string.Join("; ", said.Where(part => part.Length > 0)));
    }
}
