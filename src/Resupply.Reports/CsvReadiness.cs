using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>Fleets, their parts and crews as lines of the tables.</summary>
internal static class CsvReadiness
{
    public static void AddSeries(CsvReport.Table table, RunReport report)
    {
        foreach (var fleet in report.Fleets)
        {
            CsvReport.AddBands(table, "available", fleet.Fleet, fleet.Available);
            for (var i = 0; i < fleet.Days.Length; i++) AddDay(table, fleet, i);
        }

        foreach (var crew in report.Crews)
        {
            CsvReport.AddBands(table, "teams", crew.Crew, crew.Teams);
            CsvReport.AddBands(table, "jobs-waiting", crew.Crew, crew.Waiting);
            for (var i = 0; i < crew.Busy.Length; i++)
                table.Add("busy", crew.Crew, crew.Teams[i].Day, "mean", crew.Busy[i]);
        }
    }

    public static void AddDowntime(CsvReport.Table table, FleetChart fleet)
    {
        foreach (var month in fleet.Months)
        {
            void Add(string measure, double days) => table.Add(measure, fleet.Fleet, month.From, "mean", days);
            Add("member-days", month.Owned);
            Add("part-in-stock-nowhere", month.PartInNoStock);
            Add("part-on-its-way", month.PartInTransit);
            Add("waiting-for-a-team", month.Team);
            Add("in-work", month.Work);
            Add("waiting-out-the-shift", month.Shift);
        }
    }

    public static void AddParts(CsvReport.Table table, FleetChart fleet)
    {
        foreach (var part in fleet.Parts)
        {
            void Add(string measure, double value) =>
                table.Add(measure, $"{fleet.Fleet}.{part.Item}", null, "mean", value);
            Add("missing-alone", part.MissingAlone);
            Add("missing", part.Missing);
            Add("backorders", part.Backorders);
            Add("in-repair", part.InRepair);
            Add("in-transit", part.InTransit);
        }
    }

    private static void AddDay(CsvReport.Table table, FleetChart fleet, int index)
    {
        var (date, day) = (fleet.Available[index].Day, fleet.Days[index]);
        void Add(string measure, double? value) => table.Add(measure, fleet.Fleet, date, "mean", value);
        Add("members", day.Owned);
        Add("available-share", day.Share);
        Add("nmcs", day.Nmcs);
        Add("nmcm", day.Nmcm);
        Add("available-over-the-day", day.AllDay.Available);
        Add("nmcs-over-the-day", day.AllDay.Nmcs);
        Add("nmcm-over-the-day", day.AllDay.Nmcm);
    }
}
