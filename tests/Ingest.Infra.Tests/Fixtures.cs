using Ingest.Infra.Tests.Bicep;

[assembly: AssemblyFixture(typeof(Compiler))]
