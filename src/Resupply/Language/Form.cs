using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Language;

/// <summary>What stands at a place that was found to have its shape. Capabilities read their records from it.</summary>
public abstract record Form(Span At)
{
    /// <summary>No mistake was found in it: what form alone cannot tell may be looked at.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>The same with other values.</summary>
    /// <param name="change">What becomes of each; itself where it stays.</param>
    public Form With(Func<Value, Value> change) => this switch
    {
        Single single => change(single.Value) is var value && ReferenceEquals(value, single.Value)
            ? this
            : new Single(value),
        Fields fields => fields with
        {
            Entries = [.. fields.Entries.Select(entry => entry with { Form = entry.Form.With(change) })],
        },
        Map map => map with
        {
            Entries = [.. map.Entries.Select(entry => entry with { Form = entry.Form.With(change) })],
        },
        _ => this,
    };

    /// <summary>A record's keys that were written, in the order in which they stand there.</summary>
    public sealed record Fields(ImmutableArray<Named> Entries, Span At) : Form(At)
    {
        public Form? this[string key]
        {
            get
            {
                foreach (var entry in Entries)
                {
                    if (entry.Name == key) return entry.Form;
                }

                return null;
            }
        }

        public bool Has(string key) => this[key] is not null;
        public Value? ValueAt(string key) => (this[key] as Single)?.Value;

        /// <summary>The word, text or name that stands at this key; null where there is none.</summary>
        public string? TextAt(string key) => (this[key] as Word)?.Text;

        public bool FlagAt(string key) => this[key] is Flag { IsSet: true };

        /// <summary>The entries of the map at this key; none where there is none.</summary>
        public ImmutableArray<Named> MapAt(string key) => this[key] is Map map ? map.Entries : [];

        /// <summary>The words of the list at this key (or the one word); none where there is none.</summary>
        public ImmutableArray<Word> WordsAt(string key) => this[key] switch
        {
            List list => [.. list.Items.OfType<Word>()],
            Word word => [word],
            _ => [],
        };

        /// <summary>What stands at its keys, in the order of the places where it was written.</summary>
        public IEnumerable<Named> ByPlace() =>
            Entries.OrderBy(entry => entry.Form.At.Line).ThenBy(entry => entry.Form.At.Column);

        /// <summary>The same with another form at this key.</summary>
        public Fields With(string key, Form form)
        {
            var others = Entries.RemoveAll(entry => entry.Name == key);
            return this with { Entries = others.Add(new Named(key, form.At, form)) };
        }
    }

    public sealed record Map(ImmutableArray<Named> Entries, Span At) : Form(At);

    /// <summary>
    /// One entry of a map or a record: its key (a name, a date, a weekday), where the key stands, what it holds.
    /// </summary>
    /// <param name="Day">The day, where the keys are dates or names of deadlines.</param>
    public sealed record Named(string Name, Span NameAt, Form Form, Day? Day = null);

    public sealed record List(ImmutableArray<Form> Items, Span At) : Form(At);

    /// <summary>A fact of which nothing was known yet: as if it were not written.</summary>
    public sealed record NotKnown(Span At) : Form(At);

    /// <summary>One value.</summary>
    public sealed record Single(Value Value) : Form(Value.At);

    /// <summary>A word, a text or a name. Missing: it names what an option removed.</summary>
    public sealed record Word(string Text, Span At, bool Missing = false) : Form(At)
    {
        /// <summary>Of a text, or of a word in a value's place (`graded`): where it stands, and what it rests on
        /// there.</summary>
        public string Path { get; init; } = "";

        public Support Support { get; init; } = Support.None;
    }

    public sealed record Flag(bool IsSet, Span At) : Form(At);
}

/// <summary>A value as the scenario states it.</summary>
/// <param name="Path">Where it stands in the file, without `value` or version: `shipments.november.arrives`.</param>
/// <param name="Text">As written: `500..800`.</param>
/// <param name="IsShare">It was written with a percent sign (for thresholds).</param>
public sealed record Value(
    Expression Expression,
    Measure Measure,
    string Path,
    string Text,
    Span At,
    bool IsShare,
    Support Support)
{
    /// <summary>The number itself where nothing is drawn and no unknown is used; else null.</summary>
    public double? Fixed => Expression is Expression.Constant constant ? constant.Value : null;

    /// <summary>Of a date: how it is moved after it is drawn, under whatever condition; null: as it is drawn.</summary>
    public Moved? Moved { get; init; }
}

/// <summary>What a value rests on. A patched value is a decision; without claims or assumption, unsupported.</summary>
public sealed record Support(ImmutableArray<string> Claims, string? Assume, bool Decision)
{
    public static readonly Support None = new([], null, false);

    public Basis Basis => this switch
    {
        { Decision: true } => Basis.Decision,
        { Claims.Length: > 0 } => Basis.Evidence,
        { Assume: not null } => Basis.Assumption,
        _ => Basis.Unsupported,
    };
}

/// <summary>What kind of ground a value stands on, the firmest first.</summary>
public enum Basis
{
    /// <summary>Somebody said so: it names claims.</summary>
    Evidence,

    /// <summary>The planner says so, and that it is assumed.</summary>
    Assumption,

    /// <summary>An option says so.</summary>
    Decision,

    /// <summary>It stands in the file, and nobody says why.</summary>
    Unsupported,
}
