using Ingest.Cli;

return await CommandLine.RunAsync(args);
