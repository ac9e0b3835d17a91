using Azure.Monitor.OpenTelemetry.Exporter;
using Ingest.Storage.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Resources;

namespace Ingest.Api.Telemetry;

/// <summary>Puts telemetry into a host.</summary>
public static class TelemetrySetup
{
    const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    const string Requests = "Microsoft.AspNetCore";

    /// <summary>
    /// Sends spans, metrics and logs to Azure Monitor where <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is set, with the identity that
    /// <c>APPLICATIONINSIGHTS_AUTHENTICATION_STRING</c> names, and by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is. Where neither is, nothing is
    /// collected. Returns the builder, for what one host adds.
    /// </summary>
    /// <param name="requests">Whether to make a span of each HTTP request; the Functions host makes them by itself.</param>
    public static OpenTelemetryBuilder AddIngestTelemetry(this IServiceCollection services, IConfiguration configuration, bool requests)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var telemetry = services.AddOpenTelemetry();
        var toMonitor = configuration[ConnectionString] is { Length: > 0 };
        var toOtlp = configuration[OtlpEndpoint] is { Length: > 0 };
        if (!toMonitor && !toOtlp) return telemetry;

        telemetry
            .ConfigureResource(resource => resource
                .AddService("ingest", serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3))
                .AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing.AddSource(requests ? [IngestMetrics.Name, Requests] : [IngestMetrics.Name]))
            .WithMetrics(metrics => metrics.AddMeter(IngestMetrics.Name));
        if (toOtlp) telemetry.UseOtlpExporter();
        if (toMonitor)
        {
            telemetry.UseAzureMonitorExporter(monitor =>
            {
                monitor.ConnectionString = configuration[ConnectionString];
                monitor.Credential = MonitorIdentity.From(configuration[MonitorIdentity.Setting]);
            });
        }

        return telemetry;
    }
}
