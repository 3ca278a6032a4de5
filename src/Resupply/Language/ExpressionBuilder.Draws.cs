using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Language;

internal sealed partial class ExpressionBuilder
{
    private Typed Range(Phrase.Range range)
    {
        if (!SuffixesAgree(range)) return Typed.Broken;
        var phrases = SharedUnit(range.Ends);
        var ends = phrases.Select(Build).ToArray();
        if (ends.Any(end => end.Dimension.IsBroken)) return Typed.Broken;
        SharePer(phrases, ends);
        for (var i = 1; i < ends.Length; i++)
        {
            if (ends[i].Dimension != ends[0].Dimension) return UnequalEnds(range, ends[0], ends[^1]);
        }

        if (Array.FindIndex(ends, IsNever) is >= 0 and var at)
            return Wrong(
                range.Ends[at],
                "`never` cannot be an end of a range",
                "write 30% chance of a date: it comes, or never");
        if (Disorder(range, ends)) return Typed.Broken;
        if (ends.All(end => end.Fixed is not null && end.Fixed == ends[0].Fixed)) return ends[0];
        var distribution = ends.Length == 2 ? Distribution.Uniform : Distribution.Triangular;
        var expressions = ends.Select(end => end.Expression).ToImmutableArray();
        var isWhole = ends.Length == 2 && IsWhole(range, ends);
        return new Typed(
            new Expression.Draw(distribution, expressions, isWhole, false, OrdinalOf(range.Mark)), ends[0].Dimension);
    }

    private bool IsWhole(Phrase.Range range, Typed[] ends)
    {
        if (ends.Any(end => end.Fixed is { } fix && fix != Math.Floor(fix))) return false;
        return ends[0].Dimension.IsDate || (isWholeCount && ReferenceEquals(range, wholeRange));
    }

    /// <summary>`2..6 d` is `2 d..6 d`.</summary>
    private static ImmutableArray<Phrase> SharedUnit(ImmutableArray<Phrase> ends)
    {
        if (UnitOf(ends[^1]) is not { IsTime: true } unit) return ends;
        return [.. ends.Select(end => Shared(end, unit))];
    }

    private static Phrase Shared(Phrase end, Unit unit) => end switch
    {
        Phrase.Literal { Unit: null } literal => literal with { Unit = unit },
        Phrase.Per { Of: Phrase.Literal { Unit: null } of } per => per with { Of = of with { Unit = unit } },
        _ => end,
    };

    private static Unit? UnitOf(Phrase phrase) => phrase switch
    {
        Phrase.Literal literal => literal.Unit,
        Phrase.Per per => UnitOf(per.Of),
        _ => null,
    };

    /// <summary>`30..50 per day` is `30 per day..50 per day`.</summary>
    private void SharePer(ImmutableArray<Phrase> phrases, Typed[] ends)
    {
        if (phrases[^1] is not Phrase.Per last) return;
        for (var i = 0; i < ends.Length - 1; i++)
        {
            var isShort = phrases[i] is not Phrase.Per && ends[i].Dimension.Time == ends[^1].Dimension.Time + 1;
            if (isShort && !ends[i].Dimension.IsDate) ends[i] = Per(ends[i], last with { Of = phrases[i] });
        }
    }

    /// <summary>
    /// With k, M, bn and % each end carries its own; a unit of time may stand on the last end alone.
    /// </summary>
    private bool SuffixesAgree(Phrase.Range range)
    {
        var (first, last) = (range.Ends[0], range.Ends[^1]);
        var bare = range.Ends.FirstOrDefault(end => Inner(end) is Phrase.Literal { Unit: null });
        if (UnitOf(last) is { IsTime: false } suffix && bare is not null)
        {
            var space = suffix.Name == "%" ? "" : " ";
            var ends = range.Ends.Select(
                end => UnitOf(end) is null ? $"{value.Of(end)}{space}{suffix.Name}" : value.Of(end));
            Wrong(
                range,
                $"`{suffix.Name}` stands on the last end alone",
                $"each end carries its own: {string.Join("..", ends)}");
            return false;
        }

        if (UnitOf(first) is { } unit && Inner(last) is Phrase.Literal { Unit: null })
        {
            var space = unit.Name == "%" ? "" : " ";
            Wrong(last, $"the last end has no unit: `{value.Of(range)}`", $"write {value.Of(last)}{space}{unit.Name}");
            return false;
        }

        return true;

        static Phrase Inner(Phrase end) => end is Phrase.Per per ? per.Of : end;
    }

    private Typed UnequalEnds(Phrase.Range range, Typed first, Typed last)
    {
        var hint = range.Ends[0] is Phrase.Per per && range.Ends[^1].Bare() is Phrase.Literal
            ? $"write {value.Of(per.Of)}..{value.Of(range.Ends[^1])} per …: it is shared by both ends"
            : HintFor(first.Dimension, range.Ends[^1]) ?? HintFor(last.Dimension, range.Ends[0]);
        return Wrong(range, $"a range from {first.Dimension} to {last.Dimension}", hint);
    }

    private bool Disorder(Phrase.Range range, Typed[] ends)
    {
        for (var i = 1; i < ends.Length; i++)
        {
            if (!(ends[i - 1].Fixed > ends[i].Fixed)) continue;
            var (low, high) = (value.Of(range.Ends[i - 1]), value.Of(range.Ends[i]));
            var hint = ends.Length == 2 ? $"write {high}..{low}" : "write low..mode..high";
            Wrong(range, $"the low end, {low}, lies above the high end, {high}", hint);
            return true;
        }

        return false;
    }

    private Typed Drawn(Phrase.Call call, Signature signature)
    {
        var phrases = signature.Distribution switch
        {
            Distribution.Empirical => Listed(call),
            Distribution.Discrete => Weighted(call),
            _ => Bound(call, signature),
        };
        if (phrases is null) return Typed.Broken;
        var parameters = phrases.Value.Select(Build).ToArray();
        if (parameters.Any(parameter => parameter.Dimension.IsBroken)) return Typed.Broken;
        if (DimensionOf(call, signature, phrases.Value, parameters) is not { } dimension) return Typed.Broken;

        var known = Array.ConvertAll(parameters, parameter => parameter.Fixed);
        var texts = phrases.Value.Select(value.Of).ToImmutableArray();
        if (ParameterDomain.Problem(signature.Distribution, known, texts) is { } wrong)
            return Wrong(phrases.Value[wrong.Parameter], wrong.Problem);
        var expressions = parameters.Select(parameter => parameter.Expression).ToImmutableArray();
        var isConditioned = signature.Distribution == Distribution.Normal && isNonNegative && !dimension.IsDate;
        var ordinal = OrdinalOf(call.Mark);
        return new Typed(
            new Expression.Draw(signature.Distribution, expressions, false, isConditioned, ordinal), dimension);
    }

    private ImmutableArray<Phrase>? Listed(Phrase.Call call)
    {
        if (call.Arguments.FirstOrDefault(argument => argument.Left is not null) is { } named)
        {
            Wrong(named.Left!, $"`{call.Function}` takes values only", "with weights, write discrete(10=1, 20=3)");
            return null;
        }

        if (!call.Arguments.IsEmpty) return [.. call.Arguments.Select(argument => argument.Value)];
        Wrong(call, $"`{call.Function}` lacks its values", Signature.Example(call.Function));
        return null;
    }

    private ImmutableArray<Phrase>? Weighted(Phrase.Call call)
    {
        if (call.Arguments.FirstOrDefault(argument => argument.Left is null) is { } bare)
        {
            Wrong(bare.Value, $"`{value.Of(bare.Value)}` lacks its weight", $"write {value.Of(bare.Value)}=1");
            return null;
        }

        if (!call.Arguments.IsEmpty)
            return [.. call.Arguments.SelectMany(argument => new[] { argument.Left!, argument.Value })];
        Wrong(call, "`discrete` lacks its values", Signature.Example(call.Function));
        return null;
    }

    private ImmutableArray<Phrase>? Bound(Phrase.Call call, Signature signature)
    {
        var slots = new Phrase?[signature.Parameters.Length];
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            if (!Bind(call, signature, i, slots)) return null;
        }

        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i] is not null) continue;
            Wrong(call, $"`{call.Function}` lacks `{signature.Parameters[i].Name}`", Signature.Example(call.Function));
            return null;
        }

        return [.. slots.OfType<Phrase>()];
    }

    private bool Bind(Phrase.Call call, Signature signature, int i, Phrase?[] slots)
    {
        var (left, argument) = (call.Arguments[i].Left, call.Arguments[i].Value);
        var slot = left is null ? i : SlotNamed(call, signature, left);
        if (slot is null) return false;
        if (slot >= slots.Length)
        {
            var parameters = slots.Length == 1 ? "parameter" : "parameters";
            Wrong(argument, $"`{call.Function}` takes {slots.Length} {parameters}",
                Signature.Example(call.Function));
            return false;
        }

        if (slots[slot.Value] is not null)
        {
            Wrong(argument, $"`{signature.Parameters[slot.Value].Name}` is given twice");
            return false;
        }

        if (left is null && i > 0 && call.Arguments[i - 1].Left is not null)
        {
            Wrong(argument, "a parameter by position follows one by name", Signature.Example(call.Function));
            return false;
        }

        slots[slot.Value] = argument;
        return true;
    }

    private int? SlotNamed(Phrase.Call call, Signature signature, Phrase left)
    {
        var names = signature.Parameters.Select(parameter => parameter.Name).ToArray();
        var name = value.Of(left);
        if (left is Phrase.Name && Array.IndexOf(names, name) is >= 0 and var slot) return slot;
        Wrong(left, $"`{call.Function}` has no parameter `{name}`", Nearest.HintFor(name, names, "it takes none"));
        return null;
    }

    private Dimension? DimensionOf(
        Phrase.Call call, Signature signature, ImmutableArray<Phrase> phrases, Typed[] parameters)
    {
        Dimension? of = null;
        for (var i = 0; i < parameters.Length; i++)
        {
            var found = parameters[i].Dimension;
            var kind = KindOf(signature, i);
            var wanted = kind switch
            {
                ParameterKind.Number => Dimension.Number,
                ParameterKind.Spread => of is { IsDate: true } ? Dimension.Duration : of,
                _ => of,
            };
            if (wanted is { } expected && found != expected)
            {
                Wrong(phrases[i], $"expected {expected} here, found {found}: `{value.Of(phrases[i])}`",
                    HintFor(expected, phrases[i]) ?? HintForCount(call, kind, found));
                return null;
            }

            if (kind == ParameterKind.Same && found.IsDate)
            {
                Wrong(
                    phrases[i],
                    $"`{call.Function}` is not a distribution of dates",
                    "write a date plus a delay: 2024-11-09 + lognormal(10 d, 5 d)");
                return null;
            }

            if (kind != ParameterKind.Number) of ??= found;
        }

        return of ?? Dimension.Number;
    }

    private static string? HintForCount(Phrase.Call call, ParameterKind kind, Dimension found) =>
        kind == ParameterKind.Number && found == Dimension.Rate
            ? $"`{call.Function}` counts: leave out `per`"
            : null;

    private static ParameterKind KindOf(Signature signature, int i) => signature.Distribution switch
    {
        Distribution.Discrete => i % 2 == 0 ? ParameterKind.SameOrDate : ParameterKind.Number,
        Distribution.Empirical => ParameterKind.SameOrDate,
        _ => signature.Parameters[i].Kind,
    };
}
