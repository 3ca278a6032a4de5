using System.Globalization;
using Resupply.Values;

namespace Resupply.Tests.Language;

/// <summary>Writes an expression so that a table of tests can name it.</summary>
internal static class ExpressionText
{
    public static string Of(Expression expression) => expression switch
    {
        Expression.Constant constant => Of(constant.Value),
        Expression.Unknown unknown => $"{unknown.Name}#{unknown.Slot}",
        Expression.Binary binary => $"({Of(binary.Left)} {Sign(binary.Operator)} {Of(binary.Right)})",
        Expression.Call call => $"{call.Function}({string.Join(", ", call.Arguments.Select(Of))})",
        Expression.Chance chance =>
            $"chance[{chance.Ordinal}]({Of(chance.Probability)}, {Of(chance.Of)}, else {Of(chance.Otherwise)})",
        Expression.Draw draw =>
            $"{draw.Distribution}[{draw.Ordinal}]{(draw.Whole ? " whole" : "")}{(draw.NonNegative ? " from 0" : "")}"
            + $"({string.Join(", ", draw.Parameters.Select(Of))})",
        _ => throw new InvalidOperationException(),
    };

    private static string Of(double value) =>
        double.IsPositiveInfinity(value) ? "never"
        : value is > 730_000 and < 750_000 ? new Day((int)value).ToString() // no other number in the tables is so large
        : value.ToString("0.######", CultureInfo.InvariantCulture);

    private static char Sign(Operator sign) => sign switch
    {
        Operator.Add => '+',
        Operator.Subtract => '-',
        Operator.Multiply => '*',
        _ => '/',
    };
}
