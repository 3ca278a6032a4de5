using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Resupply.Values;

namespace Resupply.Tests;

public class PublicApiTests
{
    private static readonly Regex Namespaces =
        new(@"([A-Z]\w*\.)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>A change to what others can call shows up in the diff of one file.</summary>
    [Fact]
    public void Public_api_is_as_recorded() => Snapshot.Matches(string.Concat(
        typeof(Day).Assembly.GetExportedTypes()
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(Lines)
            .Select(line => line + "\n")));

    private static IEnumerable<string> Lines(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => !IsSynthesized(member) && member is not Type)
        .Select(member => "  " + Namespaces.Replace(member.ToString()!, ""))
        .Order(StringComparer.Ordinal)
        .Prepend(type.ToString());

    /// <summary>What the compiler adds: a record's equality, a property's accessors, an enum's field.</summary>
    private static bool IsSynthesized(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute))
        || member.Name is "value__"
        || (member is MethodInfo { IsSpecialName: true } && !member.Name.StartsWith("op_", StringComparison.Ordinal));
}
