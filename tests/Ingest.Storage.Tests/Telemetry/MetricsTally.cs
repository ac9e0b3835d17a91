using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Ingest.Storage.Telemetry;

namespace Ingest.Storage.Tests.Telemetry;

/// <summary>Adds up what the instruments of one store measure: by the instrument's name, and by its name and each tag's value (<c>ingest.articles stored</c>).</summary>
sealed class MetricsTally : IDisposable
{
    readonly MeterListener listener = new();
    readonly ConcurrentDictionary<string, double> sums = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    public MetricsTally(IngestMetrics metrics)
    {
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Meter.Name == IngestMetrics.Name && ReferenceEquals(instrument.Meter.Scope, metrics)) it.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
        listener.Start();
    }

    public double Sum(string name) => sums.GetValueOrDefault(name);

    public int Count(string name) => counts.GetValueOrDefault(name);

    public void Dispose() => listener.Dispose();

    void Add(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Note(name);
        foreach (var (_, tag) in tags) Note($"{name} {tag}");

        void Note(string key)
        {
            sums.AddOrUpdate(key, value, (_, sum) => sum + value);
            counts.AddOrUpdate(key, 1, (_, count) => count + 1);
        }
    }
}
