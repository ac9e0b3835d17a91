using Ingest.Functions.Tests.Host;

[assembly: AssemblyFixture(typeof(FunctionsFixture))]
