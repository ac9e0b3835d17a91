using Ingest.Cli.Terminal;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Ledger;

namespace Ingest.Cli.Uploading;

/// <summary>What became of uploads, counted.</summary>
sealed class UploadTally
{
    int stored, quotes, older, refused, poisoned;

    /// <summary>Of files that did not get into the container.</summary>
    public int Failed { get; set; }

    /// <summary>Of uploads that nobody has read yet.</summary>
    public int Waiting { get; set; }

    /// <summary>Whether each file is stored.</summary>
    public bool AllWell => Failed == 0 && Waiting == 0 && refused == 0 && poisoned == 0;

    /// <summary>Counts one that was settled.</summary>
    public void Add(LedgerEntry entry)
    {
        if (entry.Poisoned) poisoned++;
        else if (entry.Outcome == IngestOutcome.Refused) refused++;
        else if (entry.Outcome == IngestOutcome.Superseded) older++;
        else (stored, quotes) = (stored + 1, quotes + entry.Quotes);
    }

    /// <summary><c>12 stored with 79 quotes, 1 refused</c>.</summary>
    public override string ToString()
    {
        var parts = new List<string> { $"{Count.Of(stored, "article")} stored with {Count.Of(quotes, "quote")}" };
        if (older > 0) parts.Add($"{older} older than what is stored");
        if (refused > 0) parts.Add($"{refused} refused");
        if (poisoned > 0) parts.Add($"{poisoned} on the poison queue");
        if (Failed > 0) parts.Add($"{Failed} not uploaded");
        if (Waiting > 0) parts.Add($"{Waiting} not read yet");
        return string.Join(", ", parts);
    }
}
