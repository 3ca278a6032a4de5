using System.Collections.Immutable;

namespace Resupply.Language;

/// <summary>
/// What may stand at a place of a scenario. The shapes are the language: the check, the JSON Schema and the reference
/// page are all read off them, so they cannot disagree. Closed: the cases below are all there are.
/// </summary>
public abstract record Shape
{
    private Shape()
    {
    }

    /// <summary>A map with keys that are known beforehand.</summary>
    /// <param name="Things">
    /// It is a thing a planner names (a shipment, a crew): `claims` and `assume` may stand in it.
    /// </param>
    /// <param name="Shorthand">
    /// The key that a bare value stands for: `nasams: 300` is `nasams: { on-hand: 300 }`.
    /// </param>
    public sealed record Record(
        string Name, ImmutableArray<Key> Keys, bool Things = false, string? Shorthand = null) : Shape
    {
        /// <summary>Keys that exclude each other.</summary>
        public ImmutableArray<Choice> Choices { get; init; } = [];

        /// <summary>Instead of its keys, a map of names to such records may stand there.</summary>
        public bool OrNamed { get; init; }

        public Key? KeyNamed(string name)
        {
            foreach (var key in Keys)
            {
                if (key.Name == name) return key;
            }

            return null;
        }

        /// <summary>The key, or the one that a misspelt key stands for: its names are not missing too.</summary>
        internal Key? KeyMeant(string text) =>
            KeyNamed(text) ?? (Nearest.To(text, Keys.Select(key => key.Name)) is { } near ? KeyNamed(near) : null);
    }

    /// <summary>A map from names (or dates, or names of another section) to things of one shape.</summary>
    public sealed record Map(KeyKind Keys, Shape Of, string? Section = null) : Shape
    {
        /// <summary>By date what has happened: a fact is known from the day after on.</summary>
        public bool Happened { get; init; }
    }

    /// <param name="NotEmpty">An empty list would say something else than none at all, or nothing.</param>
    public sealed record List(Shape Of, bool NotEmpty = false) : Shape;

    /// <summary>A value: a number, an expression, or either with its evidence, or a list of versions of it.</summary>
    /// <param name="Or">
    /// A word that may stand in its place (`rest`, `graded`); it is read as <see cref="Form.Word"/>.
    /// </param>
    public sealed record Value(Measure Measure, string? Or = null) : Shape;

    /// <summary>The name of something declared in this section.</summary>
    /// <param name="Or">A word that may stand in its place: `here` for a site.</param>
    public sealed record Reference(string Section, string? Or = null) : Shape
    {
        /// <summary>What somebody may name instead: something that the thing has under a key.</summary>
        public Maker? By { get; init; }
    }

    /// <summary>One of a few words.</summary>
    public sealed record Word(ImmutableArray<string> Words) : Shape;

    /// <summary>Free text, one line or many.</summary>
    public sealed record Text : Shape;

    /// <summary>`true` or `false`.</summary>
    public sealed record Flag : Shape;

    /// <summary>A merge patch over the whole scenario: an option or a world.</summary>
    public sealed record Patch : Shape;

    /// <summary>
    /// A scalar, a list or a map may stand here, each with a shape of its own; null where it may not.
    /// </summary>
    public sealed record OneOf(Shape? IfScalar, Shape? IfList, Shape? IfMap) : Shape;
}

/// <summary>A thing that is taken for what it makes: a line for its `item`.</summary>
/// <param name="Verb">As in "no line makes it".</param>
public sealed record Maker(string Key, string Verb);

/// <summary>A key of a record.</summary>
/// <param name="About">One line for the reference page and the editor.</param>
/// <param name="Example">What a planner might write there, as YAML.</param>
/// <param name="Pending">It is understood, but nothing acts on it yet: a scenario that writes it is refused.</param>
public sealed record Key(
    string Name, Shape Shape, string About, bool Required = false, string? Example = null, bool Pending = false)
{
    /// <summary>What else a planner may call it: the check answers these with its name.</summary>
    public ImmutableArray<string> AlsoCalled { get; init; } = [];
}

/// <summary>Keys of which at most one may be written; where required, exactly one.</summary>
public sealed record Choice(ImmutableArray<string> Keys, bool Required = false);

public enum KeyKind
{
    /// <summary>A new name: lower case, digits, single hyphens.</summary>
    Name,

    /// <summary>A name that another section declares.</summary>
    Reference,

    /// <summary>A date or the name of a deadline.</summary>
    Date,

    /// <summary>mon, tue, wed, thu, fri, sat, sun.</summary>
    Weekday,

    /// <summary>A pair of the Admiralty grades: A1 to F6.</summary>
    Grade,
}

/// <summary>What a value counts or measures, hence its unit, its sign and how it is rounded.</summary>
public enum Measure
{
    /// <summary>Any number, also below 0; what `unknowns` hold, besides durations, dates and rates.</summary>
    Anything,

    /// <summary>A number not below 0: a factor, a weight.</summary>
    Factor,

    /// <summary>Whole units, not below 0; rounded to the nearest, halves up.</summary>
    Count,

    /// <summary>A sum of money, not below 0.</summary>
    Money,

    /// <summary>Between 0 and 1.</summary>
    Probability,

    /// <summary>A length of time, not below 0.</summary>
    Duration,

    /// <summary>A day or `never`; random dates are rounded to the nearest day, halves up.</summary>
    Date,

    /// <summary>So many per day (h, w, mo, y).</summary>
    Rate,

    /// <summary>Working time per calendar time, as `2 h per day`.</summary>
    DutyCycle,

    /// <summary>A fixed date or the name of a deadline: no draw, no unknown.</summary>
    FixedDate,

    /// <summary>A fixed share with a percent sign, or a fixed number of units.</summary>
    Threshold,
}
