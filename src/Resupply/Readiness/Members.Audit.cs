using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>Nothing is lost: what is counted along the way is what there is.</summary>
public sealed partial class Members
{
    /// <summary>Counts every place of every member again.</summary>
    /// <exception cref="InvalidOperationException">It does not agree: a mistake of this program.</exception>
    public void Audit(Spares spares, Day day)
    {
        var fitted = new long[ledger.Fitted.Length];
        var waiting = new long[spares.Lines.Length];
        foreach (var fleet in model.Fleets)
        {
            var (up, lacking) = (0, 0);
            foreach (var member in owned[fleet.Index])
            {
                var (lack, open) = (0, 0);
                for (var i = 0; i < fleet.Places.Length; i++)
                {
                    var state = places[particulars[member].FirstPlace + i].State;
                    if (state == PlaceState.Waiting) waiting[fleet.Places[i].Stock]++;
                    else fitted[fleet.Places[i].Item]++;
                    if (state == PlaceState.Waiting) lack++;
                    if (state != PlaceState.Fitted) open++;
                }

                for (var i = 0; i < fleet.Inspections.Length; i++)
                {
                    if (inspections[particulars[member].FirstInspection + i].Job >= 0) open++;
                }

                if (particulars[member].UpkeepJob >= 0) open++;
                if (open != members[member].Blocks || lack != members[member].Lack)
                    throw Broken(day, $"a member of {fleet.Name} is kept down by {open} things");
                if (open == 0) up++;
                if (lack > 0) lacking++;
            }

            if (up != Counts.Up(fleet.Index) || lacking != Counts.LackParts[fleet.Index])
                throw Broken(day, $"{up} of {fleet.Name} are available and {lacking} lack a part");
        }

        for (var item = 0; item < fitted.Length; item++)
        {
            if (fitted[item] != ledger.Fitted[item]) throw Broken(day, $"{fitted[item]} of an item are fitted");
        }

        for (var stock = 0; stock < waiting.Length; stock++)
        {
            if (waiting[stock] + spares.RemovalsInLine(stock) != spares.Lines[stock])
                throw Broken(day, $"{waiting[stock]} places wait at a stock");
        }
    }

    private static InvalidOperationException Broken(Day day, string what) =>
        new($"counts and members must agree, but at the end of {day} {what}");
}
