using Ingest.Testing;
using Ingest.Web.Tests;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
[assembly: AssemblyFixture(typeof(BrowserFixture))]
[assembly: AssemblyFixture(typeof(SampleNewsroom))]
