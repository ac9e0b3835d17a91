using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Counting;
using Ingest.Storage.Rows;
using Ingest.Storage.Transactions;

namespace Ingest.Storage.Ingestion;

/// <summary>
/// Writes a version of an article: first the article's row says what is coming and where, then its day and each of its speakers takes it, and last the
/// article's row takes it over. Any of this can be done again, by anybody, after any crash.
/// </summary>
sealed class ArticleWriter
{
    readonly IngestStore store;
    readonly IngestOptions options;
    readonly TimeProvider time;
    readonly Arbiter arbiter;
    readonly RowLane articles;
    readonly CountedTable<DayDigest> days;
    readonly CountedTable<SpeakerDigest> speakers;

    public ArticleWriter(IngestStore store, IngestOptions options, TimeProvider time)
    {
        (this.store, this.options, this.time) = (store, options, time);
        arbiter = new(store.Container);
        articles = new(store.Articles, store.Turns);
        days = new(store.Dates, Days.All, store.Turns, options, time);
        speakers = new(store.Speakers, Speakers.All, store.Turns, options, time);
    }

    /// <summary>Stores a version, unless a later one is stored.</summary>
    /// <param name="blob">Where the version comes from.</param>
    /// <param name="known">That the article is probably there, so that it is read first.</param>
    public async Task<IngestOutcome> StoreAsync(string articleId, ArticleContent content, Upload blob, bool known, CancellationToken cancellationToken)
    {
        var packed = Packed.Pack(content, StorageJson.Rows.ArticleContent);
        var version = new ArticleVersion(blob.LastModified, blob.Blob, blob.ETag, Convert.ToHexStringLower(SHA256.HashData(packed).AsSpan(0, 12)));
        var contributions = Contribution.Of(articleId, content);
        var index = Indexes.Of(articleId, content);
        var record = known ? await ArticleRecord.FindAsync(store.Articles, articleId, cancellationToken) : null;
        var begun = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var fresh = record is null;
                if (record is not null && await AnswerAsync(record, version, cancellationToken) is { } answer)
                {
                    if (answer == IngestOutcome.Unchanged && !record.Committed!.IsSameBlob(version)) await RenewAsync(record, version, cancellationToken);
                    return begun && answer == IngestOutcome.Unchanged ? IngestOutcome.Stored : answer;
                }

                var places = contributions.Select(contribution => contribution.Place);
                record = await BeginAsync(record ?? new() { Id = articleId }, version, places, index, cancellationToken);
                begun = true;
                await ApplyAsync(record, contributions, fresh, cancellationToken);
                await CommitAsync(
                    record with { State = ArticleState.Live, Committed = version, Pending = null, Touched = [.. places], Packed = packed, Ingested = time.GetUtcNow() },
                    record, content, index, cancellationToken);
                return IngestOutcome.Stored;
            }
            catch (Exception e) when (IsOvertaken(e) && attempt < options.MaxConflicts)
            {
                // A row that is there already is no rival yet: mostly it is an article that was not expected to be known.
                if (attempt > 1 || e is OutrunException) await Backoff.WaitAsync(attempt, time);
            }

            record = await ArticleRecord.FindAsync(store.Articles, articleId, cancellationToken);
        }
    }

    /// <summary>Takes an article out of everything but its own row, which stays and keeps it out.</summary>
    /// <param name="beforeCommit">What else has to go before the deletion is done.</param>
    /// <returns>False where there is none.</returns>
    public async Task<bool> DeleteAsync(ArticleRecord? record, Func<Task> beforeCommit, CancellationToken cancellationToken)
    {
        var latest = record?.Latest;
        for (var attempt = 1; ; attempt++)
        {
            if (record is null || (record.State != ArticleState.Live && record.Pending is null)) return attempt > 1;

            // A version that came meanwhile is not the one that was to go; it took that one's place already.
            if (!record.Latest!.IsSameBlob(latest!)) return true;
            var version = record.Latest! with { Delete = true };
            try
            {
                record = await BeginAsync(record, version, [], [], cancellationToken);
                await ApplyAsync(record, [], fresh: false, cancellationToken);
                await beforeCommit();
                await CommitAsync(record with { State = ArticleState.Deleted, Committed = version, Pending = null, Touched = [], Packed = null }, record, null, [], cancellationToken);
                return true;
            }
            catch (Exception e) when (IsOvertaken(e) && attempt < options.MaxConflicts)
            {
                await Backoff.WaitAsync(attempt, time);
            }

            record = await ArticleRecord.FindAsync(store.Articles, record.Id, cancellationToken);
        }
    }

    /// <summary>
    /// Writes an article anew as its row has it, so that all that is stored of it is what it should be. A version that was begun and not ended is
    /// taken back: its blob is not in the ledger, so the next sweep takes it up.
    /// </summary>
    /// <param name="record">The article; without an ETag where it has no row and only markers were found.</param>
    public async Task RestoreAsync(ArticleRecord record, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var content = record is { State: ArticleState.Live, Packed: not null } ? record.Unpack() : null;
                var contributions = content is null ? [] : Contribution.Of(record.Id, content);
                var index = content is null ? [] : Indexes.Of(record.Id, content);
                var places = contributions.Select(contribution => contribution.Place);

                // A version like no other, so that the generation grows and every marker is written.
                var version = (record.Committed ?? new(default, "", "", "")) with { Hash = "restore " + Guid.NewGuid().ToString("N") };
                var begun = await BeginAsync(record with { IndexTouched = true }, version, places, index, cancellationToken);
                await ApplyAsync(begun, contributions, fresh: false, cancellationToken);
                await CommitAsync(begun with { Committed = record.Committed, Pending = null, Touched = [.. places] }, begun, content, index, cancellationToken);
                return;
            }
            catch (Exception e) when (IsOvertaken(e) && attempt < options.MaxConflicts)
            {
                await Backoff.WaitAsync(attempt, time);
            }

            if (await ArticleRecord.FindAsync(store.Articles, record.Id, cancellationToken) is not { } again) continue;
            record = again with { Touched = [.. again.Touched, .. record.Touched] };
        }
    }

    /// <summary>Another writer was quicker; what is to be written has to be asked of the article's row again.</summary>
    static bool IsOvertaken(Exception e) => e is OutrunException || (e is RequestFailedException failed && StorageConflict.Is(failed));

    /// <summary>What is to be told where nothing has to be written; null where this version has to be.</summary>
    async Task<IngestOutcome?> AnswerAsync(ArticleRecord record, ArticleVersion version, CancellationToken cancellationToken)
    {
        if (record.Pending is { } pending)
        {
            if (pending.IsSameBlob(version)) return pending.Delete ? IngestOutcome.Superseded : null;
            if (!await arbiter.IsLaterAsync(version, pending, cancellationToken)) return IngestOutcome.Superseded;
        }

        if (record.Committed is not { } committed) return null;
        if (committed.IsSameBlob(version))
        {
            if (committed.Delete) return IngestOutcome.Superseded;
            return record.Pending is null && committed.Hash == version.Hash ? IngestOutcome.Unchanged : null;
        }

        if (!await arbiter.IsLaterAsync(version, committed, cancellationToken)) return IngestOutcome.Superseded;
        return record.Pending is null && record.State == ArticleState.Live && committed.Hash == version.Hash ? IngestOutcome.Unchanged : null;
    }

    /// <summary>The same content came again in another upload: only which upload it was changes.</summary>
    async Task RenewAsync(ArticleRecord record, ArticleVersion version, CancellationToken cancellationToken) =>
        await articles.CommitAsync([new(TableTransactionActionType.UpdateMerge, record.ToRenewal(version), record.ETag)], cancellationToken);

    async Task<ArticleRecord> BeginAsync(
        ArticleRecord record, ArticleVersion version, IEnumerable<Place> places, Dictionary<string, TableEntity> index, CancellationToken cancellationToken)
    {
        var wide = record.IndexTouched || !FitsWithCommit(record, index);
        if (record.Pending == version && record.IndexTouched == wide) return record;
        var touched = record.Touched.Concat(places).GroupBy(place => place.Key).Select(same => same.MaxBy(place => place.Parts)!);
        var intent = record with { Generation = record.Generation + 1, Pending = version, Touched = [.. touched], IndexTouched = wide };
        var row = intent.ToIntent();
        var etags = await articles.CommitAsync(
            [record.ETag == default ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateMerge, row, record.ETag)], cancellationToken);
        return intent with { ETag = etags[0] };
    }

    async Task ApplyAsync(ArticleRecord record, IReadOnlyList<Contribution> contributions, bool fresh, CancellationToken cancellationToken)
    {
        var stays = contributions.ToDictionary(contribution => contribution.Place.Key);
        var leaving = record.Touched.Select(place => (place, Changes: Leave(place, stays.GetValueOrDefault(place.Key)?.Place.Parts ?? 0)));
        var coming = contributions.Select(contribution => (place: contribution.Place, Changes: contribution.Changes(record.Id, record.Generation, fresh)));
        var changes = leaving.Concat(coming).SelectMany(item => item.Changes.Select(change => (item.place.Kind, item.place.Subject, change))).ToLookup(item => item.Kind, item => (item.Subject, item.change));

        // The day last: what the days' totals count is to be found with its speakers.
        await speakers.ApplyAsync(changes[PlaceKind.Speaker], cancellationToken);
        await days.ApplyAsync(changes[PlaceKind.Day], cancellationToken);

        IEnumerable<MarkerChange> Leave(Place place, int from) => Enumerable.Range(from, Math.Max(0, place.Parts - from))
            .Select(part => new MarkerChange { RowKey = place.MarkerKey(record.Id, part), Generation = record.Generation });
    }

    /// <summary>Writes the article's row and its index rows, and takes out those of the version before; in one transaction if they fit one.</summary>
    async Task CommitAsync(ArticleRecord record, ArticleRecord before, ArticleContent? content, Dictionary<string, TableEntity> index, CancellationToken cancellationToken)
    {
        var old = before.IndexTouched ? await Indexes.FindAsync(store.Articles, record.Id, cancellationToken) : IndexOf(before);

        // Where there was no version there are no rows: adding one costs the emulator one look, putting it in the place of another two.
        var first = before is { Committed: null, IndexTouched: false };
        var changes = index.Values.Select(row => new TableTransactionAction(first ? TableTransactionActionType.Add : TableTransactionActionType.UpsertReplace, row))
            .Concat(old.Where(key => !index.ContainsKey(key)).Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(ArticleRecord.ShardOf(record.Id), key), ETag.All)));
        var etag = before.ETag;
        var rows = (record with { IndexTouched = false }).ToRows(content);
        var last = Commit(etag);
        var transaction = Transaction(last);
        foreach (var change in changes)
        {
            if (!transaction.Fits([change]))
            {
                // Each transaction holds the article's row, so that a writer of another version that came between is noticed.
                var touch = new TableEntity(rows[0].PartitionKey, rows[0].RowKey) { [nameof(ArticleRecord.IndexTouched)] = true };
                etag = (await articles.CommitAsync(
                    [new(TableTransactionActionType.UpdateMerge, touch, etag), .. transaction.Actions.Skip(last.Count)], cancellationToken))[0];
                last = Commit(etag);
                transaction = Transaction(last);
            }

            transaction.Add(change);
        }

        await articles.CommitAsync(transaction.Actions, cancellationToken);

        List<TableTransactionAction> Commit(ETag etag)
        {
            var actions = new List<TableTransactionAction> { new(TableTransactionActionType.UpdateReplace, rows[0], etag) };
            foreach (var more in rows.Skip(1)) actions.Add(new(TableTransactionActionType.UpsertReplace, more));
            for (var number = rows.Count; number <= before.MoreRows; number++) actions.Add(new(TableTransactionActionType.Delete, ArticleRecord.MoreRow(record.Id, number), ETag.All));
            return actions;
        }

        static PartitionTransaction Transaction(List<TableTransactionAction> first)
        {
            var transaction = new PartitionTransaction(first[0].Entity.PartitionKey);
            foreach (var action in first) transaction.Add(action);
            return transaction;
        }
    }

    static bool FitsWithCommit(ArticleRecord record, Dictionary<string, TableEntity> index)
    {
        // The commit's own rows have 2 MiB of content at the most; there are few of them.
        var old = record.Packed is null ? 0 : IndexOf(record).Count(key => !index.ContainsKey(key));
        return index.Count + old <= PartitionTransaction.MaxRows - 10 && index.Values.Sum(RowSize.Of) < 500_000;
    }

    static HashSet<string> IndexOf(ArticleRecord record) =>
        record is { State: ArticleState.Live, Packed: not null } ? [.. Indexes.Of(record.Id, record.Unpack()).Keys] : [];
}
