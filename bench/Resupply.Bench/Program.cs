using Resupply.Bench;

(string Option, Func<string, int, IEnumerable<Row>> Measure)[] groups =
[
    ("--fleet", FleetRows.Measure), // First: the compiler would lay the agenda out for what the row below asks of it.
    ("--agenda", AgendaRows.Measure),
    ("--repair", RepairRows.Measure),
    ("--stock", StockRows.Measure),
    ("--example", ExampleRows.Measure),
    ("--process", ProcessRows.Measure),
    ("--queue", QueueRows.Measure),
    ("--memory", MemoryRows.Measure),
    ("--growth", GrowthRows.Measure),
];
string[] slow = ["--agenda", "--queue", "--memory", "--growth"];
var root = args[0];
string[] options = ["--quick", "--parts", .. groups.Select(group => group.Option)];
if (args.Skip(1).FirstOrDefault(option => !options.Contains(option)) is { } unknown)
{
    Console.Error.WriteLine($"bench/run: there is no `{unknown}`; there are {string.Join(", ", options)}");
    return 2;
}

var quick = args.Contains("--quick");
string[] named = [.. groups.Select(group => group.Option).Where(option => args.Contains(option))];
if (named is []) named = [.. groups.Select(group => group.Option).Where(option => !quick || !slow.Contains(option))];
List<Row> rows =
[
    .. groups.Where(group => named.Contains(group.Option)).SelectMany(group => group.Measure(root, quick ? 3 : 9)),
];
var machine = $"{Environment.ProcessorCount} processors, load average {Stopwatches.Load()}";
Console.WriteLine($"{machine} (where others work too, wall times tell little: look at ratios and user time)");
Row.Print(rows, Console.Out);
return rows.Any(row => row.Mistake is not null) ? 1 : 0;
