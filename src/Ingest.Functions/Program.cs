using Ingest.Api;
using Ingest.Api.Telemetry;
using Ingest.Functions;
using Ingest.Storage;
using Ingest.Storage.Watching;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<Answering>();

BlobSource.Check(builder.Configuration);
builder.Services.AddIngestStorage(builder.Configuration);
builder.Services.AddIngestSweep(builder.Configuration);
builder.Services.AddIngestApi();
builder.Services.AddIngestTelemetry(builder.Configuration, requests: false).UseFunctionsWorkerDefaults();
builder.Services.AddHostedService<StoreCreation>();

await builder.Build().RunAsync();
