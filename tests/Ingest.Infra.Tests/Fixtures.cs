using Ingest.Infra.Tests.Bicep;
using Ingest.Testing;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
[assembly: AssemblyFixture(typeof(Compiler))]
