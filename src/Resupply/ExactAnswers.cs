using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;

namespace Resupply;

/// <summary>The questions that an exact method answers over their own window.</summary>
public static class ExactAnswers
{
    public static (IReadOnlyDictionary<string, ExactAnswer> Answers, ImmutableArray<Diagnostic> Notes) Of(Scenario scenario, Model model)
        => (ImmutableDictionary<string, ExactAnswer>.Empty, []);
}
