using System.Collections.Immutable;
using Resupply.Forecasting.Models;

namespace Resupply.Forecasting;

/// <summary>The models that are tried, the naive ones first.</summary>
public static class NeedModels
{
    public const string Pool = "pool";
    public const string Written = "pool-written";

    private const int Quarter = 91;
    private const int Year = 365;
    private const int Week = 7;
    private const int TwoYearsOfMonths = 24;

    /// <summary>The wandering level, the trend and raids ask for a longer series than months give.</summary>
    public static ImmutableArray<NeedModel> For(PeriodStep step, int horizon) => step == PeriodStep.Day
        ?
        [
            .. Naive(horizon),
            new Bootstrap("bootstrap-quarter", Quarter, Week),
            new Bootstrap("bootstrap-year", Year, Week),
            new PoissonModel(), new NegativeBinomialModel(), new LevelModel(), new TrendModel(), new RaidsModel(),
            .. SpareParts,
        ]
        : [
            .. Naive(horizon),
            new Bootstrap("bootstrap", TwoYearsOfMonths, 1),
            new PoissonModel(), new NegativeBinomialModel(),
            .. SpareParts,
        ];

    /// <summary>Those that a demand by day may name.</summary>
    public static ImmutableArray<string> OfDemands => [.. OfDays.Select(model => model.Name), Pool];

    /// <summary>Whether a demand that names it names one of those that every other must beat.</summary>
    public static bool IsNaive(string name) => OfDays.Any(model => model.Name == name && model.IsNaive);

    private static ImmutableArray<NeedModel> OfDays => For(PeriodStep.Day, FitTerms.Of(PeriodStep.Day).Longest);

    private static NeedModel[] Naive(int horizon) =>
        [new LastNaive(), new SeasonalNaive(), new AgainNaive(horizon), new MeanNaive()];

    private static NeedModel[] SpareParts => [SparePartsModel.Croston(), SparePartsModel.Sba(), SparePartsModel.Tsb()];
}
