using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Resupply.Reports;

/// <summary>What was made of what, and how: enough to make every byte again.</summary>
/// <param name="Resupply">The version that made it.</param>
/// <param name="Scenario">Its file, as a path from the manifest's folder.</param>
/// <param name="KnownOn">A date, or null.</param>
/// <param name="Inputs">The SHA-256 of each file that was read, by its path from the scenario's folder.</param>
/// <param name="Outputs">The SHA-256 of each file that was written, by its path from the manifest's folder.</param>
public sealed record Manifest(
    string Resupply,
    string Scenario,
    string World,
    string Option,
    string? KnownOn,
    ulong Seed,
    long Replications,
    ImmutableSortedDictionary<string, string> Inputs,
    ImmutableSortedDictionary<string, string> Outputs)
{
    private static readonly ManifestJson Form = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The hash of a file's bytes, lower case.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The hash of a text as it is written: UTF-8 without a mark in front.</summary>
    public static string HashOf(string text) => HashOf(Encoding.UTF8.GetBytes(text));

    public string ToJson() => JsonSerializer.Serialize(this, Form.Manifest) + "\n";

    /// <summary>The same, laid out as the writer does.</summary>
    public void WriteTo(Utf8JsonWriter json) => JsonSerializer.Serialize(json, this, Form.Manifest);

    /// <exception cref="JsonException">It is not a manifest; the message says where and what it lacks.</exception>
    public static Manifest Read(string json) =>
        JsonSerializer.Deserialize(json, Form.Manifest) ?? throw new JsonException("it holds nothing");
}

/// <summary>Written when the program is compiled: machine code compiled ahead has no way to look at types.</summary>
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
