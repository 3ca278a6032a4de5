using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>What was run, in the line under a title.</summary>
internal static class CardWords
{
    /// <summary>"option base, world as-written, as known on 2024-11-20, 2024-11-20 to 2024-12-31".</summary>
    public static string Case(RunCard card) => $"option {card.Option}, world {card.World}, {Days(card)}";

    /// <summary>"as known on 2024-11-20, 2024-11-20 to 2024-12-31"; without the first, as known now.</summary>
    public static string Days(RunCard card) =>
        card.KnownOn is { } day ? $"as known on {day}, {card.From} to {card.To}" : $"{card.From} to {card.To}";
}
