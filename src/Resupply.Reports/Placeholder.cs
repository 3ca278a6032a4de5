namespace Resupply.Reports;
