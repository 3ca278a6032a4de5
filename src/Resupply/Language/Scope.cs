using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Resupply.Values;

namespace Resupply.Language;

/// <summary>What a name means in an expression.</summary>
public abstract record Meaning
{
    private Meaning()
    {
    }

    public sealed record Deadline(Day Day) : Meaning;

    /// <summary>Drawn once per replication.</summary>
    public sealed record Unknown(int Slot, Dimension Dimension) : Meaning;

    /// <summary>Declared, but with a mistake that is reported there.</summary>
    public sealed record Broken : Meaning;
}

/// <summary>The names a scenario declares, and what it knew when.</summary>
public sealed record Scope
{
    public static readonly Scope Empty = new();

    /// <summary>The names that stand there.</summary>
    internal DeclaredNames Names { get; init; } = DeclaredNames.None;

    /// <summary>Those that stood there before an option or a world changed it.</summary>
    internal DeclaredNames AsWritten { get; init; } = DeclaredNames.None;

    /// <summary>What the names under `deadlines` and `unknowns` mean.</summary>
    public IReadOnlyDictionary<string, Meaning> Meanings { get; init; } = ReadOnlyDictionary<string, Meaning>.Empty;

    /// <summary>The names under `deadlines` and `unknowns`, in file order.</summary>
    public ImmutableArray<string> Valued { get; init; } = [];

    /// <summary>The slots of the unknowns, each after those that it uses.</summary>
    public ImmutableArray<int> UnknownOrder { get; init; } = [];

    /// <summary>What became known later is left out; null: all that the file says counts.</summary>
    public Knowledge? Known { get; init; }

    /// <summary>The names of a section, in file order.</summary>
    public IReadOnlyList<string> NamesIn(string section) => Names.In(section);

    public bool Declares(string section, string name) => Names.Has(section, name);

    /// <summary>The file declares it, and an option or a world removed it.</summary>
    public bool HasRemoved(string section, string name) => AsWritten.Has(section, name) && !Names.Has(section, name);

    /// <summary>Null where nothing has this name.</summary>
    public Meaning? Find(string name) => Meanings.GetValueOrDefault(name);

    /// <summary>The day of a date, or of a deadline's name; null where the text is neither.</summary>
    public Day? DayOf(string text) => Find(text) is Meaning.Deadline deadline ? deadline.Day : Day.Parse(text);
}
