using System.Collections.Immutable;
using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>
/// Tidy long tables, one value a line, all digits, ISO dates (RFC 4180, UTF-8). A cell is empty where there is no such
/// value: a quantile that falls among replications in which the date never comes.
/// </summary>
public static partial class CsvReport
{
    public const string Header = "option,measure,thing,date,statistic,value";

    /// <summary>
    /// Writes answers.csv, swings.csv, series.csv and shipments.csv into the folder, readiness.csv where there are
    /// fleets, and
    /// orders.csv where there are orders; makes the folder.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(RunReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "answers.csv"), Answers(report));
        File.WriteAllText(Path.Combine(folder, "swings.csv"), Swings(report));
        File.WriteAllText(Path.Combine(folder, "series.csv"), Series(report));
        File.WriteAllText(Path.Combine(folder, "shipments.csv"), Shipments(report));
        if (!report.Fleets.IsEmpty) File.WriteAllText(Path.Combine(folder, "readiness.csv"), Readiness(report));
        if (!report.Queues.IsEmpty) File.WriteAllText(Path.Combine(folder, "orders.csv"), Orders(report));
    }

    /// <summary>measure: the kind of the answer; thing: the question; statistic: estimate, low, mean, p10 …</summary>
    public static string Answers(RunReport report)
    {
        var table = new Table(report.Card.Option);
        foreach (var answer in report.Answers) AddAnswer(table, answer);
        return table.ToString();
    }

    /// <summary>
    /// measure: the question; thing: the value's path; statistic: the answer where the value is low and high, with the
    /// share of replications; their difference; the index, empty where there is none.
    /// </summary>
    public static string Swings(RunReport report)
    {
        var table = new Table(report.Card.Option);
        foreach (var swing in report.Swings)
        {
            void Add(string statistic, double? value) => table.Add(swing.Question, swing.Path, null, statistic, value);
            void AddBounds(string statistic, Estimate? estimate)
            {
                Add(statistic, estimate?.Value);
                Add(statistic + "-low", estimate?.Low);
                Add(statistic + "-high", estimate?.High);
            }

            Add("lowest-fifth", swing.Low);
            Add("lowest-fifth-share", swing.LowShare);
            Add("highest-fifth", swing.High);
            Add("highest-fifth-share", swing.HighShare);
            AddBounds("difference", swing.Difference);
            AddBounds("index", swing.Index?.Estimate);
        }

        return table.ToString();
    }

    /// <summary>
    /// measure: on-hand, no-shortage, cumulative-need, cumulative-supply, money-left; of fleets and crews available,
    /// nmcs, teams and their kin; of orders delivered, owed, held; at 24:00 where nothing else is said.
    /// </summary>
    public static string Series(RunReport report)
    {
        var table = new Table(report.Card.Option);
        foreach (var stock in report.Stocks) AddBands(table, "on-hand", $"{stock.Site}.{stock.Item}", stock.OnHand);
        foreach (var demand in report.Demands)
        {
            for (var day = 0; day < demand.NoShortageSoFar.Length; day++)
                table.Add("no-shortage", demand.Demand, demand.From + day, "estimate", demand.NoShortageSoFar[day]);
        }

        foreach (var pool in report.Pools)
        {
            AddBands(table, "cumulative-need", string.Join('+', pool.Demands), pool.CumulativeNeed);
            AddBands(table, "cumulative-supply", string.Join('+', pool.Demands), pool.CumulativeSupply);
        }

        foreach (var authority in report.Authorities)
            AddBands(table, "money-left", authority.Authority, authority.Left);
        CsvReadiness.AddSeries(table, report);
        CsvProduction.AddSeries(table, report);
        return table.ToString();
    }

    /// <summary>
    /// thing: a fleet, with its member-days by month (the date is the first day); or `fleet.item`, over the calendar.
    /// </summary>
    public static string Readiness(RunReport report)
    {
        var table = new Table(report.Card.Option);
        foreach (var fleet in report.Fleets) CsvReadiness.AddDowntime(table, fleet);
        foreach (var fleet in report.Fleets) CsvReadiness.AddParts(table, fleet);
        return table.ToString();
    }

    /// <summary>
    /// thing: an order; measure: ordered, delivered, late-unit-days, held-unit-days, held-at-end; first-finished to
    /// completed, which are dates; due and due-met by due date, empty where it is not in the calendar.
    /// </summary>
    public static string Orders(RunReport report)
    {
        var table = new Table(report.Card.Option);
        foreach (var order in report.Queues.SelectMany(queue => queue.Orders)) CsvProduction.AddOrder(table, order);
        return table.ToString();
    }

    /// <summary>thing: shipment and tranche, `november.2`; measure: departs, arrives, arrived, units.</summary>
    public static string Shipments(RunReport report)
    {
        var table = new Table(report.Card.Option);
        foreach (var shipment in report.Shipments)
        {
            foreach (var tranche in shipment.Tranches)
            {
                var thing = $"{shipment.Shipment}.{tranche.Number}";
                if (tranche.Departs is not null) AddSpread(table, "departs", thing, "", tranche.Departs);
                AddSpread(table, "arrives", thing, "", tranche.Arrives);
                table.Add("arrived", thing, null, "estimate", tranche.Arrived);
                table.Add("units", thing, null, "mean", tranche.MeanUnits);
            }
        }

        return table.ToString();
    }

    private static void AddAnswer(Table table, Answer answer)
    {
        var kind = JsonReport.KindOf(answer);
        switch (answer)
        {
            case Answer.Probability(var name, _, _, var estimate, var exact):
                AddEstimate(table, kind, name, "estimate", estimate, exact);
                break;
            case Answer.Share(var name, _, _, var estimate, var exact):
                AddEstimate(table, kind, name, "estimate", estimate, exact);
                break;
            case Answer.Quantity quantity:
                AddEstimate(table, kind, quantity.Name, "mean", quantity.Mean, quantity.Exact);
                table.Add(kind, quantity.Name, null, "p10", quantity.P10);
                table.Add(kind, quantity.Name, null, "p50", quantity.P50);
                table.Add(kind, quantity.Name, null, "p90", quantity.P90);
                break;
            case Answer.Date(var name, _, _, var spread, var exact):
                AddSpread(table, kind, name, "", spread);
                if (exact is not null) AddSpread(table, kind, name, "exact-", exact);
                break;
            case Answer.NotApplicable:
                table.Add(kind, answer.Name, null, "estimate", (double?)null);
                break;
        }

        if (answer.Stationary is { } stationary) table.Add(kind, answer.Name, null, "stationary", stationary.Value);
        if (answer.Approximate is { } nearly) table.Add(kind, answer.Name, null, "approximate", nearly.Value);
    }

    private static void AddEstimate(
        Table table, string kind, string name, string statistic, Estimate? estimate, double? exact)
    {
        table.Add(kind, name, null, statistic, estimate?.Value);
        table.Add(kind, name, null, "low", estimate?.Low);
        table.Add(kind, name, null, "high", estimate?.High);
        if (exact is not null) table.Add(kind, name, null, "exact", exact);
    }

    internal static void AddSpread(Table table, string measure, string thing, string prefix, DateSpread spread)
    {
        table.Add(measure, thing, null, prefix + "p10", spread.P10);
        table.Add(measure, thing, null, prefix + "p50", spread.P50);
        table.Add(measure, thing, null, prefix + "p90", spread.P90);
        table.Add(measure, thing, null, prefix + "never", spread.Never);
    }

    internal static void AddBands(Table table, string measure, string thing, ImmutableArray<Band> bands)
    {
        foreach (var band in bands)
        {
            table.Add(measure, thing, band.Day, "mean", band.Mean);
            table.Add(measure, thing, band.Day, "p5", band.P5);
            table.Add(measure, thing, band.Day, "p10", band.P10);
            table.Add(measure, thing, band.Day, "p25", band.P25);
            table.Add(measure, thing, band.Day, "p50", band.P50);
            table.Add(measure, thing, band.Day, "p75", band.P75);
            table.Add(measure, thing, band.Day, "p90", band.P90);
            table.Add(measure, thing, band.Day, "p95", band.P95);
        }
    }
}
