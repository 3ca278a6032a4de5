using Resupply.Forecasting;
namespace Resupply.Reports;
public static class FitHtml { public static string Write(FitReport report) => ""; }
