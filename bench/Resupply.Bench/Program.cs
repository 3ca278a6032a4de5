using Resupply.Bench;

var rounds = args.Contains("--quick") ? 5 : 9;
var root = args.First(argument => argument != "--quick");
List<Row> rows = [.. StockRows.Measure(root, rounds), .. ProcessRows.Measure(root, rounds)];
var machine = $"{Environment.ProcessorCount} processors, load average {Stopwatches.Load()}";
Console.WriteLine($"{machine} (where others work too, wall times tell little: look at ratios and user time)");
Row.Print(rows, Console.Out);
return rows.Any(row => row.Mistake is not null) ? 1 : 0;
