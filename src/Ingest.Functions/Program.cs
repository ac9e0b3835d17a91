using Ingest.Api;
using Ingest.Api.Telemetry;
using Ingest.Functions;
using Ingest.Storage;
using Ingest.Storage.Watching;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<Answering>();

// Each 409 and 412 would be a warning with all its headers, and they are how the store works; what is wrong is thrown.
builder.Logging.AddFilter("Azure.Core", LogLevel.Error);

BlobSource.Check(builder.Configuration);
builder.Services.AddIngestStorage(builder.Configuration);
builder.Services.AddIngestSweep(builder.Configuration);
builder.Services.AddIngestApi();
builder.Services.AddIngestTelemetry(builder.Configuration, requests: false).UseFunctionsWorkerDefaults();
builder.Services.AddHostedService<StoreCreation>();

await builder.Build().RunAsync();
