using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Partitions;

namespace Ingest.Storage.Listing;

/// <summary>That the directory is to show a day or a speaker as of a snapshot, or of a later one.</summary>
abstract class DirectoryUpdate
{
    /// <summary>The guard row's key.</summary>
    public abstract string Guard { get; }

    /// <summary>The snapshot's.</summary>
    public abstract long Sequence { get; }

    /// <summary>The rows to write, given the guard row as it is stored (null: there is none).</summary>
    /// <param name="sure">That beside the guard the rows are as it says; else what is there or not does not matter.</param>
    public abstract IEnumerable<TableTransactionAction> Actions(DirectoryGuard? stored, bool sure);

    /// <summary>All rows that the directory has where it shows this.</summary>
    public IEnumerable<TableEntity> Rows() =>
        Actions(null, sure: true).Where(action => action.ActionType != TableTransactionActionType.Delete).Select(action => (TableEntity)action.Entity);

    /// <summary>What the guard row holds afterwards.</summary>
    public abstract DirectoryGuard After(ETag etag);

    public static DirectoryUpdate Of(Snapshot<DayDigest> day) => new DayUpdate(day);

    public static DirectoryUpdate Of(Snapshot<SpeakerDigest> speaker) => new SpeakerUpdate(speaker);

    protected static TableTransactionAction Put(TableEntity guard, DirectoryGuard? stored) =>
        stored is null ? new(TableTransactionActionType.Add, guard) : new(TableTransactionActionType.UpdateReplace, guard, stored.ETag);

    sealed class DayUpdate(Snapshot<DayDigest> day) : DirectoryUpdate
    {
        public override string Guard { get; } = DirectoryRows.DayKey(Counters.DayOf(day.Partition));

        public override long Sequence => day.Sequence;

        public override IEnumerable<TableTransactionAction> Actions(DirectoryGuard? stored, bool sure) => [Put(DirectoryRows.OfDay(day), stored)];

        public override DirectoryGuard After(ETag etag) => new(etag, day.Sequence, 0);
    }

    sealed class SpeakerUpdate(Snapshot<SpeakerDigest> speaker) : DirectoryUpdate
    {
        public override string Guard { get; } = DirectoryRows.NameKey(speaker.Partition);

        public override long Sequence => speaker.Sequence;

        public override IEnumerable<TableTransactionAction> Actions(DirectoryGuard? stored, bool sure)
        {
            var (slug, quotes, before) = (speaker.Partition, speaker.Digest.Quotes, stored?.Quotes ?? 0);

            // The guard comes first: where the transaction meets a conflict, it is told by this row.
            yield return Put(DirectoryRows.OfSpeaker(Guard, speaker), stored);
            if (before > 0 && before != quotes) yield return Delete(DirectoryRows.RankKey(slug, before));
            if (quotes > 0) yield return Set(DirectoryRows.RankKey(slug, quotes), before == quotes);
            foreach (var key in DirectoryRows.WordKeys(slug))
            {
                if (quotes > 0) yield return Set(key, before > 0);
                else if (before > 0) yield return Delete(key);
            }

            // An upsert would cost the emulator a second look for each.
            TableTransactionAction Set(string key, bool there)
            {
                var row = DirectoryRows.OfSpeaker(key, speaker);
                if (!sure) return new(TableTransactionActionType.UpsertReplace, row);
                return there ? new(TableTransactionActionType.UpdateReplace, row, ETag.All) : new(TableTransactionActionType.Add, row);
            }
        }

        public override DirectoryGuard After(ETag etag) => new(etag, speaker.Sequence, speaker.Digest.Quotes);

        static TableTransactionAction Delete(string key) => new(TableTransactionActionType.Delete, new TableEntity(DirectoryRows.Partition, key), ETag.All);
    }
}

/// <summary>A guard row, as far as a writer needs it.</summary>
/// <param name="Sequence">Of the snapshot that the rows show.</param>
/// <param name="Quotes">What a speaker's rows are ranked by; 0 where there are no other rows.</param>
sealed record DirectoryGuard(ETag ETag, long Sequence, int Quotes);
