namespace Resupply.Tests;

internal static class Complaints
{
    /// <summary>Fails with all complaints, one a line, not only the first few.</summary>
    public static void None(IEnumerable<string> complaints)
    {
        var text = string.Join('\n', complaints);
        if (text.Length > 0) Assert.Fail(text);
    }
}
