using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Cli;

/// <summary>Diagnostics as text.</summary>
public static class DiagnosticList
{
    public static void Write(ImmutableArray<Diagnostic> diagnostics, TextWriter errors)
    {
        foreach (var diagnostic in diagnostics) errors.WriteLine(diagnostic);
        var mistakes = diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        if (mistakes > 0) errors.WriteLine(mistakes == 1 ? "1 mistake" : $"{mistakes} mistakes");
    }
}
