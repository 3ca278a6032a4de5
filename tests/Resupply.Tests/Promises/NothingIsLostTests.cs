using Resupply.Supply;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Promises;

/// <summary>The eighth promise: at every day's end every unit is accounted for.</summary>
public class NothingIsLostTests
{
    public static TheoryData<string, string, string> Everything => Examples.Everything;

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_example_is_audited_in_every_option_and_world(string example, string world, string option)
    {
        var scenario = Examples.Read(example, world, option);
        var options = new RunOptions { Replications = 60, Threads = 1, Charts = true, Audited = true };
        Assert.Equal(60, Rehearsal.Run(scenario, options).Card.Replications);
    }

    [Fact]
    public void An_audit_finds_a_unit_that_went_missing()
    {
        var ledger = new SupplyLedger(Examples.Model("five-lines").Supply);
        ledger.Clear();
        ledger.Audit(0);
        ledger.OnHand[0] = 1;
        Assert.Throws<InvalidOperationException>(() => ledger.Audit(0));
    }
}
