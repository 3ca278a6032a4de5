using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Resupply.Values;

namespace Resupply.Scoring;

/// <summary>One line of a log as it is written; what is not needed to score it is left out.</summary>
public sealed record LogLine(
    int Log,
    string Answered,
    string? Previous,
    string Title,
    LogManifest Manifest,
    IReadOnlyDictionary<string, LogAnswer> Answers)
{
    private static readonly LogJson Form = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });

    /// <exception cref="JsonException">It is not one; the message says where and what it lacks.</exception>
    public static LogLine Of(string text) =>
        JsonSerializer.Deserialize(text, Form.LogLine) ?? throw new JsonException("it holds nothing");
}

/// <summary>As `resupply brief` writes it.</summary>
public sealed record LogManifest(string Scenario, string World, string Option, string? KnownOn, long Replications);

/// <summary>The fields of the JSON answer, the question in words, and the day by which it is settled.</summary>
public sealed record LogAnswer(string Kind, string Asks, string Settled)
{
    public double? Estimate { get; init; }

    public JsonElement? Exact { get; init; }

    public double? Mean { get; init; }

    [JsonPropertyName("p10")]
    public JsonElement? P10 { get; init; }

    [JsonPropertyName("p50")]
    public JsonElement? P50 { get; init; }

    [JsonPropertyName("p90")]
    public JsonElement? P90 { get; init; }

    public double? Never { get; init; }

    public string? Unit { get; init; }

    /// <summary>Empty where the line has none; a reader written at compile time sets what is missing too.</summary>
    public ImmutableArray<LogClaim> Claimed { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>What it says; null where a number is missing or cannot be.</summary>
    public Forecast? Forecast => Kind switch
    {
        "probability" when Probable(Number(Exact) ?? Estimate) is { } probability =>
            new Forecast.Probability(probability, Number(Exact) is not null),
        "share" when Probable(Estimate) is { } mean => new Forecast.Share(mean),
        "quantity" => new Forecast.Quantity(Mean, Numbers, Unit ?? ""),
        "date" when Probable(ExactNever ?? Never) is { } never && Days is { } days =>
            new Forecast.Date(days, never, ExactNever is not null),
        "not-applicable" => new Forecast.NotApplicable(),
        _ => null,
    };

    private Quantiles<double>? Numbers =>
        (Number(P10), Number(P50), Number(P90)) is ({ } p10, { } p50, { } p90) && p10 <= p50 && p50 <= p90
            ? new Quantiles<double>(p10, p50, p90)
            : null;

    private Quantiles<Day?>? Days =>
        IsDay(P10, out var p10) && IsDay(P50, out var p50) && IsDay(P90, out var p90)
            ? new Quantiles<Day?>(p10, p50, p90)
            : null;

    private double? ExactNever =>
        Exact is { ValueKind: JsonValueKind.Object } exact && exact.TryGetProperty("never", out var never)
            ? Number(never)
            : null;

    private static double? Probable(double? number) => number is >= 0 and <= 1 ? number : null;

    private static double? Number(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value)
            && double.IsFinite(value)
            ? value
            : null;

    /// <summary>A day, or none.</summary>
    private static bool IsDay(JsonElement? element, out Day? day)
    {
        day = element is { ValueKind: JsonValueKind.String } text ? Day.Parse(text.GetString()!) : null;
        return day is not null || element is null or { ValueKind: JsonValueKind.Null };
    }
}

public sealed record LogClaim(string Claim, string Source)
{
    public double? Says { get; init; }
}

/// <summary>Written when the program is compiled: machine code compiled ahead has no way to look at types.</summary>
[JsonSerializable(typeof(LogLine))]
internal sealed partial class LogJson : JsonSerializerContext;
