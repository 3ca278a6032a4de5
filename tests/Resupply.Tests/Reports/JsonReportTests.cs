using System.Text.Json;
using Resupply.Reports;

namespace Resupply.Tests.Reports;

public sealed class JsonReportTests
{
    private static readonly JsonElement Root = Parse(JsonReport.Write(InventedReport.Winter));

    [Fact]
    public void The_keys_stand_in_the_contracts_order()
    {
        Assert.Equal(
            "resupply scenario world option seed replications answers diagnostics swings variance", Keys(Root));
        Assert.Equal("title sha256", Keys(Root.GetProperty("scenario")));
        Assert.Equal("kind estimate low high confidence exact claimed", Keys(AnswerTo("lasts-the-year")));
        Assert.Equal("kind estimate low high confidence", Keys(AnswerTo("share-met")));
        Assert.Equal("kind mean low high confidence p10 p50 p90", Keys(AnswerTo("stock-left")));
        Assert.Equal("kind p10 p50 p90 never exact", Keys(AnswerTo("runs-short")));
        Assert.Equal("p10 p50 p90 never", Keys(AnswerTo("runs-short").GetProperty("exact")));
        Assert.Equal("kind", Keys(AnswerTo("line-share")));
        Assert.Equal("severity file line column message hint", Keys(Root.GetProperty("diagnostics")[0]));
    }

    [Theory]
    [InlineData("lasts-the-year", "estimate", "0.8312")]
    [InlineData("lasts-the-year", "confidence", "0.95")]
    [InlineData("lasts-the-year", "exact", "0.8309")]
    [InlineData("stock-left", "mean", "61.234")]
    [InlineData("stock-left", "p10", "20")]
    [InlineData("runs-short", "p10", "\"2025-01-03\"")]
    [InlineData("runs-short", "p90", "null")]
    [InlineData("days-left", "mean", "null")]
    [InlineData("line-share", "kind", "\"not-applicable\"")]
    public void A_value_is_written_with_all_its_digits(string question, string key, string text) =>
        Assert.Equal(text, AnswerTo(question).GetProperty(key).GetRawText());

    [Fact]
    public void What_others_said_and_the_swings_come_along()
    {
        var claimed = AnswerTo("lasts-the-year").GetProperty("claimed");
        Assert.Equal("lasts until 31 December", claimed[0].GetProperty("quote").GetString());
        Assert.Equal(InventedReport.Winter.Swings.Length, Root.GetProperty("swings").GetArrayLength());
        Assert.Equal("question path low high difference index", Keys(Root.GetProperty("swings")[0]));
    }

    [Fact]
    public void What_each_value_explains_stands_beside_its_swing()
    {
        var swings = Root.GetProperty("swings");
        Assert.Equal("estimate low high confidence", Keys(swings[0].GetProperty("index")));
        Assert.Equal("0.312", swings[0].GetProperty("index").GetProperty("estimate").GetRawText());
        Assert.Equal(JsonValueKind.Null, swings[7].GetProperty("index").ValueKind);
        var variance = Root.GetProperty("variance");
        Assert.Equal("question together widest most lopsided", Keys(variance[0]));
        Assert.Equal(JsonValueKind.Null, variance[0].GetProperty("widest").ValueKind);
        Assert.Equal("demands.ballistic.arrivals", variance[1].GetProperty("widest").GetString());
        Assert.Equal("unknowns.interceptors", variance[1].GetProperty("most").GetString());
    }

    [Fact]
    public void Hostile_names_stay_names() => Assert.Equal(
        "</title><script>alert('title')</script>",
        Parse(JsonReport.Write(InventedReport.Hostile)).GetProperty("scenario").GetProperty("title").GetString());

    private static JsonElement AnswerTo(string question) => Root.GetProperty("answers").GetProperty(question);

    private static string Keys(JsonElement element) =>
        string.Join(' ', element.EnumerateObject().Select(property => property.Name));

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
