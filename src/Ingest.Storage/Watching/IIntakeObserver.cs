using Ingest.Storage.Ingestion;

namespace Ingest.Storage.Watching;

/// <summary>Is told of every blob that the watcher or the sweep saw through; registered as a service by a host that shows them.</summary>
public interface IIntakeObserver
{
    /// <summary>A blob was ingested, refused, or gone. Called on the thread that did it, several at a time: to be quick, and never to throw.</summary>
    void Ingested(IngestResult result);
}
