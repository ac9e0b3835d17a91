using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Ingest.Api.Telemetry;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ingest.Api.Tests;

/// <summary>Where telemetry goes, by settings.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Spans_metrics_and_logs_go_to_the_OTLP_endpoint_that_is_set()
    {
        await using var collector = await Collector.StartAsync();
        var settings = new HostApplicationBuilderSettings { DisableDefaults = true };
        var builder = new HostApplicationBuilder(settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        });
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<IngestMetrics>().AddSingleton<IngestRuns>();
        builder.Services.AddIngestTelemetry(builder.Configuration, requests: true);
        using (var host = builder.Build())
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            using (var run = host.Services.GetRequiredService<IngestRuns>().Begin("bridge.txt", CancellationToken.None))
                run.Done(new IngestResult("bridge.txt", IngestOutcome.Stored, "a1b2", "Bridge", 3, null));
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("ingest.blob", collector.Received("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("ingest.latency", collector.Received("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("bridge.txt", collector.Received("/v1/logs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_collected_where_nothing_is_set()
    {
        var services = new ServiceCollection();
        services.AddIngestTelemetry(new ConfigurationBuilder().Build(), requests: true);
        using var provider = services.BuildServiceProvider();
        Assert.Null(provider.GetService<TracerProvider>());
        Assert.Null(provider.GetService<MeterProvider>());
    }

    [Fact]
    public void Azure_Monitor_and_OTLP_may_both_be_set()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://localhost:1/",
            ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "ClientId=00000000-0000-0000-0000-000000000001;Authorization=AAD",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://localhost:1",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<IConfiguration>(configuration);
        services.AddIngestTelemetry(configuration, requests: true);
        using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetService<TracerProvider>());
        Assert.NotNull(provider.GetService<MeterProvider>());
        Assert.NotNull(provider.GetService<ILoggerFactory>());
    }

    [Theory]
    [InlineData("Authorization=Key")]
    [InlineData("ClientId=00000000-0000-0000-0000-000000000001")]
    public void A_setting_that_names_no_identity_is_refused_with_what_it_takes(string setting)
    {
        var error = Assert.Throws<FormatException>(() => MonitorIdentity.From(setting));
        Assert.Equal("APPLICATIONINSIGHTS_AUTHENTICATION_STRING takes Authorization=AAD, with ClientId=… before it for a user-assigned identity.", error.Message);
    }

    [Theory]
    [InlineData("Authorization=AAD")]
    [InlineData("ClientId=00000000-0000-0000-0000-000000000001;Authorization=AAD")]
    public void An_identity_is_taken_from_its_setting(string setting) => Assert.NotNull(MonitorIdentity.From(setting));

    [Fact]
    public void No_setting_is_no_identity() => Assert.Null(MonitorIdentity.From(null));

    /// <summary>Takes what an exporter sends; the messages are protobuf, in which names stand as they are.</summary>
    sealed class Collector(WebApplication app, ConcurrentQueue<(string Path, string Body)> received) : IAsyncDisposable
    {
        public string Address => app.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var received = new ConcurrentQueue<(string, string)>();
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.Run(async context =>
            {
                using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
                received.Enqueue((context.Request.Path, await reader.ReadToEndAsync(context.RequestAborted)));
            });
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new(app, received);
        }

        public string Received(string path) => string.Concat(received.Where(each => each.Path == path).Select(each => each.Body));

        public async ValueTask DisposeAsync() => await app.DisposeAsync();
    }
}
