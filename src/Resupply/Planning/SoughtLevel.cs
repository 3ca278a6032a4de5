using Resupply.Answers;

namespace Resupply.Planning;

/// <summary>What an answer is to come to.</summary>
/// <param name="Level">Of a probability or a share, as a share; else in the answer's unit.</param>
/// <param name="AtLeast">Or else at most.</param>
/// <param name="InPercent">It was written so: it is no level of a quantity.</param>
public sealed record SoughtLevel(double Level, bool AtLeast, bool InPercent = false)
{
    /// <summary>By its estimate.</summary>
    public bool IsReached(Answer answer) => Answering.Level(answer) is { } level && Reaches(level);

    /// <summary>Even at the worse end of the simulation's error.</summary>
    public bool IsSurelyReached(Answer answer, long replications) =>
        Answering.Estimated(answer, replications) is { } known && Reaches(AtLeast ? known.Low : known.High);

    /// <summary>At the better end of the simulation's error.</summary>
    public bool IsPerhapsReached(Answer answer, long replications) =>
        Answering.Estimated(answer, replications) is { } known && Reaches(AtLeast ? known.High : known.Low);

    /// <summary>A level that no answer to the question can have.</summary>
    public bool IsBeyond(Question question) => Answering.IsOfShares(question) ? Level > 1 : InPercent;

    private bool Reaches(double level) => AtLeast ? level >= Level : level <= Level;
}
