return Resupply.Cli.Commands.Run(args, Console.Out, Console.Error);
