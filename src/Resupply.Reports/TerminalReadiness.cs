using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>Where the time went, in the terminal: a paragraph for each fleet, a line for each crew.</summary>
internal static class TerminalReadiness
{
    public static void Write(TerminalReport.Page page, RunReport report)
    {
        FleetChart[] fleets = [.. report.Fleets.Where(fleet => fleet.Whole.Owned > 0)];
        if (fleets.Length == 0 && report.Crews.IsEmpty) return;
        page.Heading("Where the time went");
        if (fleets.Length > 0) page.Text.Line("", 0, ReadinessWords.Terms);
        var indent = TerminalReport.IndentOf(
            fleets.Select(fleet => fleet.Fleet).Concat(report.Crews.Select(crew => crew.Crew)));
        foreach (var fleet in fleets) WriteFleet(page, fleet, indent);
        foreach (var crew in report.Crews) page.Text.Line(crew.Crew, indent, ReadinessWords.Load(crew));
    }

    private static void WriteFleet(TerminalReport.Page page, FleetChart fleet, int indent)
    {
        var whole = fleet.Whole;
        page.Text.Line(fleet.Fleet, indent, ReadinessWords.Availability(whole));
        page.Text.Line("", indent, ReadinessWords.Causes(whole));
        if (whole.Down > 0)
            page.Text.Line("", indent, $"of the time down: {ReadinessWords.SharesOfDown(whole)}");
        if (ReadinessWords.ProblemParts(fleet) is { Length: > 0 } parts)
            page.Text.Line("", indent, $"kept down by one kind of part alone, on average: {parts}");
    }
}
