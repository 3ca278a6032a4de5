using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>A probability in the words that readers of estimates have agreed on.</summary>
/// <remarks>
/// The first of each pair of terms in Intelligence Community Directive 203, "Analytic standards", 2 January 2015,
/// 6.e.2;
/// after Kent, "Words of estimative probability", Studies in Intelligence 8 (1964). A word never stands without its
/// number: readers do not agree on words alone (Budescu, Broomell, Por, Psychological Science 20 (2009) 299–308).
/// </remarks>
public static class CalibratedWords
{
    private static readonly (double Below, string Word)[] Terms =
    [
        (0.05, "almost no chance"),
        (0.20, "very unlikely"),
        (0.45, "unlikely"),
        (0.55, "roughly even chance"),
        (0.80, "likely"),
        (0.95, "very likely"),
        (double.PositiveInfinity, "almost certain"),
    ];

    /// <param name="exact">Only what is known exactly is impossible or certain.</param>
    public static string Of(Estimate estimate, double? exact) => exact switch
    {
        0 => "impossible",
        1 => "certain",
        _ => Terms.First(term => (exact ?? estimate.Value) < term.Below).Word,
    };
}
