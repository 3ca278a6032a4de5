using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;

namespace Resupply.Planning;

/// <summary>Every order moved to the front of its line in turn.</summary>
/// <param name="LeftOut">Lines with one order, where there is nobody to displace.</param>
public sealed record DisplacementMatrixReport(
    RunCard Card,
    bool IsExact,
    ImmutableArray<LineMatrix> Lines,
    ImmutableArray<string> LeftOut,
    ImmutableArray<Diagnostic> Diagnostics);

/// <param name="Orders">The columns, in file order.</param>
/// <param name="Rows">One for each order of the line.</param>
public sealed record LineMatrix(string Line, ImmutableArray<string> Orders, ImmutableArray<MatrixRow> Rows);

/// <param name="FinishedLater">Unit-days at the line, of each order of the line; their sum is 0.</param>
/// <param name="IsBalanced">It is 0 in every single replication.</param>
public sealed record MatrixRow(string Mover, ImmutableArray<Estimate> FinishedLater, bool IsBalanced);
