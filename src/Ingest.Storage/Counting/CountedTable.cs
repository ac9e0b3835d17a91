using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Rows;
using Ingest.Storage.Transactions;

namespace Ingest.Storage.Counting;

/// <summary>
/// A table of subjects, each with a head row, counters and a marker for each article. Every change of a subject is in one transaction with its
/// head, under the head's ETag, so head, counters, markers and lists always agree. A transaction takes along changes of other subjects of the partition.
/// </summary>
sealed class CountedTable<TDigest>
    where TDigest : class
{
    // Markers that are read for one transaction, side by side.
    const int MaxMarkersRead = 24;

    // Conflicts before a subject goes by itself, so that one that is fought over does not hold up the others.
    const int MaxConflictsTogether = 3;

    readonly TableClient table;
    readonly Subjects<TDigest> subjects;
    readonly SemaphoreSlim turns;
    readonly IngestOptions options;
    readonly TimeProvider time;
    readonly StateCache cache;
    readonly Lanes<Work> lanes;

    // Above zero: subjects not seen before were mostly there already, so it pays to read them before writing.
    int mostlyThere;

    public CountedTable(TableClient table, Subjects<TDigest> subjects, SemaphoreSlim turns, IngestOptions options, TimeProvider time)
    {
        (this.table, this.subjects, this.turns, this.options, this.time) = (table, subjects, turns, options, time);
        cache = new(options.CachedCounts);
        lanes = new(turns, CommitAsync);
    }

    /// <summary>Brings the markers to what the changes say, and the counters with them; each change exactly once, however often it is asked for.</summary>
    /// <exception cref="OutrunException">A later generation has been here.</exception>
    public async Task ApplyAsync(IEnumerable<(string Subject, MarkerChange Change)> changes, CancellationToken cancellationToken)
    {
        var work = changes.Select(change => new Work(change.Subject, change.Change)).ToList();

        // All that goes to one partition enters together, so that it is not parted by a transaction that begins with the first of it.
        foreach (var partition in work.GroupBy(piece => subjects.PartitionOf(piece.Subject))) lanes.Enter(partition.Key, partition);
        await Task.WhenAll(work.Select(piece => piece.Done.Task)).WaitAsync(cancellationToken);
    }

    async Task<int> CommitAsync(string partitionKey, IReadOnlyList<Work> waiting)
    {
        var alone = false;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                alone |= attempt > MaxConflictsTogether;
                var candidates = Candidates(waiting, alone);
                var states = await StatesAsync(partitionKey, candidates, blindly: attempt == 1);
                try
                {
                    return await CommitAsync(partitionKey, candidates, states, sure: attempt == 1);
                }
                catch (RequestFailedException e) when (StorageConflict.Is(e) && attempt < options.MaxConflicts)
                {
                    var guessed = states.Values.Any(state => state.Head is null);
                    if (guessed) Learn(there: true);
                    else if (StorageConflict.IsExisting(e))
                    {
                        // A marker stands where none was expected: an answer was lost, or the article is being written twice.
                        foreach (var work in candidates) work.Change.Fresh = false;
                    }

                    if (attempt > 1 || !guessed) await Backoff.WaitAsync(attempt, time, turns);
                }
                catch (TransactionRuleException) when (!alone)
                {
                    alone = true;
                }
            }
        }
        catch (Exception e)
        {
            // Who was fought over alone fails alone; where the service fails, it fails all.
            IReadOnlyList<Work> failed = alone && e is RequestFailedException conflict && StorageConflict.Is(conflict) ? Candidates(waiting, alone) : waiting;
            foreach (var work in failed) work.Done.TrySetException(e);
            return failed.Count;
        }
    }

    /// <summary>The first of what waits: what one transaction might hold.</summary>
    static List<Work> Candidates(IReadOnlyList<Work> waiting, bool alone)
    {
        if (alone) waiting = [.. waiting.TakeWhile(work => work.Subject == waiting[0].Subject)];
        var (candidates, rows, read, seen) = (new List<Work>(), 0, 0, new HashSet<string>());
        foreach (var work in waiting)
        {
            // A marker, and for each subject a head.
            rows += seen.Add(work.Subject) ? 2 : 1;
            if (!work.Change.Fresh) read++;
            if (candidates.Count > 0 && (rows > PartitionTransaction.MaxRows || read > MaxMarkersRead)) break;
            candidates.Add(work);
        }

        return candidates;
    }

    async Task<int> CommitAsync(string partitionKey, IReadOnlyList<Work> candidates, Dictionary<string, SubjectState> states, bool sure)
    {
        var markers = await ReadMarkersAsync(partitionKey, candidates);
        var draft = new Draft<TDigest>(partitionKey, subjects, sure);
        var outrun = new List<Work>();
        var taken = 0;
        foreach (var work in candidates)
        {
            var marker = markers.GetValueOrDefault(work.Change.RowKey);
            var generation = marker?.GetInt64(MarkerRow.Generation) ?? -1;
            if (generation > work.Change.Generation) outrun.Add(work);
            else if (generation < work.Change.Generation && !draft.TryAdd(work.Subject, states[work.Subject], work.Change, marker)) break;
            taken++;
        }

        await draft.SendAsync(table);
        foreach (var (subject, state) in states)
        {
            if (state.Head is not null) cache.Put(subject, state);
        }

        foreach (var work in candidates.Take(taken))
        {
            if (outrun.Contains(work)) work.Done.SetException(new OutrunException());
            else work.Done.SetResult();
        }

        return taken;
    }

    async Task<Dictionary<string, SubjectState>> StatesAsync(string partitionKey, IReadOnlyList<Work> candidates, bool blindly)
    {
        var states = new Dictionary<string, SubjectState>();
        var unknown = new List<string>();
        foreach (var works in candidates.GroupBy(work => work.Subject))
        {
            if (blindly && cache.Take(works.Key) is { } known) states.Add(works.Key, known);
            else if (blindly && Volatile.Read(ref mostlyThere) <= 0 && works.All(work => work.Change.Fresh)) states.Add(works.Key, Nothing());
            else unknown.Add(works.Key);
        }

        var loaded = await Task.WhenAll(unknown.Select(subject => LoadAsync(partitionKey, subject, guessed: blindly)));
        for (var i = 0; i < loaded.Length; i++) states.Add(unknown[i], loaded[i]);
        return states;
    }

    async Task<Dictionary<string, TableEntity>> ReadMarkersAsync(string partitionKey, IEnumerable<Work> works)
    {
        var rows = await Task.WhenAll(works.Where(work => !work.Change.Fresh).Select(work => work.Change.RowKey).Distinct().Select(key =>
            table.GetEntityIfExistsAsync<TableEntity>(partitionKey, key, [.. MarkerRow.Columns])));
        return rows.Where(row => row.HasValue).ToDictionary(row => row.Value!.RowKey, row => row.Value!);
    }

    async Task<SubjectState> LoadAsync(string partitionKey, string subject, bool guessed)
    {
        var head = await table.GetEntityIfExistsAsync<TableEntity>(partitionKey, HeadRow.KeyOf(subject));
        if (guessed) Learn(there: head.HasValue);
        if (!head.HasValue) return Nothing();
        var tally = new Tally(head.Value!.GetInt32(HeadRow.Buckets) ?? 1);
        tally.Load(0, CounterJson.Read(LongText.Get(head.Value, BucketRow.Counters)));
        if (tally.Buckets > 1)
        {
            await foreach (var row in BucketRow.QueryAsync(table, partitionKey, subject))
            {
                // A bucket opened since the head was read: then the head's ETag loses anyway.
                if (BucketRow.IndexOf(row.RowKey) is var index && index < tally.Buckets) tally.Load(index, CounterJson.Read(LongText.Get(row, BucketRow.Counters)));
            }
        }

        return new() { Head = head.Value.ETag, HeadBytes = RowSize.Of(head.Value), Quotes = head.Value.GetInt32(HeadRow.Quotes) ?? 0, Tally = tally };
    }

    void Learn(bool there)
    {
        var seen = Volatile.Read(ref mostlyThere);
        Volatile.Write(ref mostlyThere, Math.Clamp(seen + (there ? 1 : -1), -3, 3));
    }

    static SubjectState Nothing() => new() { Tally = new() };

    sealed class Work(string subject, MarkerChange change)
    {
        public string Subject { get; } = subject;

        public MarkerChange Change { get; } = change;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
