using Resupply.Language;

namespace Resupply.Tests.Language;

public sealed class NearestTests
{
    [Theory] // Damerau's four mistakes, and the classic pairs of edit distance
    [InlineData("stock", "stock", 0)]
    [InlineData("stok", "stock", 1)]
    [InlineData("stoock", "stock", 1)]
    [InlineData("stack", "stock", 1)]
    [InlineData("sotck", "stock", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("saturday", "sunday", 3)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    public void Distance_counts_the_slips_of_a_typist(string a, string b, int distance)
    {
        Assert.Equal(distance, Nearest.Distance(a, b));
        Assert.Equal(distance, Nearest.Distance(b, a));
    }

    [Theory]
    [InlineData("shipment", "shipments")]
    [InlineData("on_hand", "on-hand")]
    [InlineData("Priority", "priority")]
    [InlineData("zebra", null)]
    [InlineData("x", null)]
    public void A_hint_is_given_only_where_it_is_likely(string word, string? expected) =>
        Assert.Equal(expected, Nearest.To(word, ["shipments", "on-hand", "priority", "questions"]));

    [Theory]
    [InlineData("a", true)]
    [InlineData("year-end-2", true)]
    [InlineData("Year", false)]
    [InlineData("2024", false)]
    [InlineData("a--b", false)]
    [InlineData("a-", false)]
    [InlineData("-a", false)]
    [InlineData("a_b", false)]
    [InlineData("ä", false)]
    [InlineData("", false)]
    public void Names_are_lower_case_with_single_hyphens(string text, bool isName) =>
        Assert.Equal(isName, Names.IsName(text));
}
