using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Resupply.Language;
using Resupply.Scoring;

namespace Resupply.Tests.Scoring;

/// <summary>Logs and outcomes written by hand, small enough to be scored by hand.</summary>
internal sealed class Logs
{
    private readonly StringBuilder lines = new();
    private string? previous;

    public string Text => lines.ToString();

    /// <summary>Adds a line with answers in JSON: `"lasts":{"kind":"probability",…}`.</summary>
    public Logs Add(
        string answered,
        string answers,
        string scenario = "camp/scenario.yaml",
        string option = "base",
        string? knownOn = null,
        long replications = 1000)
    {
        var known = knownOn is null ? "null" : $"\"{knownOn}\"";
        var before = previous is null ? "null" : $"\"{previous}\"";
        var manifest = $"{{\"scenario\":\"{scenario}\",\"world\":\"as-written\",\"option\":\"{option}\"," +
            $"\"known-on\":{known},\"replications\":{replications.ToString(CultureInfo.InvariantCulture)}}}";
        var line = $"{{\"log\":1,\"answered\":\"{answered}\",\"previous\":{before},\"title\":\"Camp\"," +
            $"\"manifest\":{manifest},\"answers\":{{{answers}}}}}";
        lines.Append(line).Append('\n');
        previous = LogReader.HashOf(line);
        return this;
    }

    /// <summary>One answer by a probability.</summary>
    public static string Said(
        string name, double probability, string settled = "2024-12-31", string asks = "", string claims = "")
    {
        var number = probability.ToString(CultureInfo.InvariantCulture);
        return $"\"{name}\":{{\"kind\":\"probability\",\"asks\":\"{name}{asks}\",\"settled\":\"{settled}\"," +
            $"\"estimate\":{number},\"claimed\":[{claims}]}}";
    }

    public static string Claim(string source, double says, string claim = "c") =>
        $"{{\"claim\":\"{claim}\",\"source\":\"{source}\",\"says\":{says.ToString(CultureInfo.InvariantCulture)}}}";

    /// <summary>The scores, with what was found wrong.</summary>
    public (ScoreReport? Report, ImmutableArray<Diagnostic> Found) Score(string outcomes)
    {
        var ofLog = new Diagnostics("log", Text);
        var log = LogReader.Read(Text, ofLog);
        if (log is null) return (null, ofLog.Found);
        var text = "score: 1\noutcomes:\n" + outcomes;
        var told = new Diagnostics("outcomes", text);
        var came = OutcomeReader.Read(text, told);
        return (came is null ? null : Scoreboard.Of("log", log, came.Value, told), told.Found);
    }

    /// <summary>The scores where nothing is wrong.</summary>
    public ScoreReport Scored(string outcomes)
    {
        var (report, found) = Score(outcomes);
        Complaints.None(found.Select(each => each.ToString()));
        return report!;
    }
}
