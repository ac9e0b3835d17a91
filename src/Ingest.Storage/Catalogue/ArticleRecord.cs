using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Keys;

namespace Ingest.Storage.Catalogue;

/// <summary>What became of an article.</summary>
enum ArticleState
{
    /// <summary>No version was ever wholly written.</summary>
    None,

    /// <summary>A version is stored.</summary>
    Live,

    /// <summary>It was deleted. The row stays, so that no retry and no older version brings it back.</summary>
    Deleted,
}

/// <summary>A version of an article.</summary>
/// <param name="Hash">Of its content: the same for what is the same, whatever blob it came in.</param>
/// <param name="Delete">That the article goes, as of this version.</param>
sealed record ArticleVersion(DateTimeOffset Uploaded, string Blob, string ETag, string Hash, bool Delete = false)
{
    public bool IsSameBlob(ArticleVersion other) => Blob == other.Blob && ETag == other.ETag;
}

/// <summary>
/// An article's row: its commit record. Before a version touches a day or speaker, this row says so (<see cref="Pending"/>, <see cref="Touched"/>);
/// when the version is in all of them, the row takes it over, whole. So whatever was left half done can be found and finished, or replaced.
/// </summary>
sealed record ArticleRecord
{
    /// <summary>
    /// Partitions that articles are spread over. A partition takes 2,000 rows a second, and an article has about sixteen: two thousand articles a second; and the
    /// emulator goes through a whole partition for each row that it writes. More would let fewer writers share a transaction, and make a look-up of a saying ask
    /// more of them. It cannot be changed under a store that is there.
    /// </summary>
    public const int Shards = 16;

    // Content in the row itself; what is longer goes on in rows of its own. A row may have 1 MiB; the emulator counts a third more, as it is sent.
    const int ContentInRow = 500_000;
    const int ContentInMore = 700_000;

    const string Prefix = "a";
    const string Content = "Content";
    const string Places = "Touched";

    public required string Id { get; init; }

    public ETag ETag { get; init; }

    public ArticleState State { get; init; }

    /// <summary>Grows with every version that is begun; the one begun last.</summary>
    public long Generation { get; init; }

    /// <summary>The version that is stored, or with which the article was deleted.</summary>
    public ArticleVersion? Committed { get; init; }

    /// <summary>The version that is being written; null when all is written.</summary>
    public ArticleVersion? Pending { get; init; }

    /// <summary>Every place that may hold a marker of this article other than an empty one.</summary>
    public IReadOnlyList<Place> Touched { get; init; } = [];

    /// <summary>That rows of the indexes may be there that do not belong to the stored version.</summary>
    public bool IndexTouched { get; init; }

    /// <summary>The stored version's <see cref="ArticleContent"/>, packed.</summary>
    public byte[]? Packed { get; init; }

    public DateTimeOffset Ingested { get; init; }

    /// <summary>Rows that the content goes on in.</summary>
    public int MoreRows { get; init; }

    public ArticleVersion? Latest => Pending ?? Committed;

    public static string ShardOf(string articleId) => ShardKey((articleId[0] >= 'a' ? articleId[0] - 'a' : articleId[0] - '2' + 26) % Shards);

    public static string ShardKey(int shard) => shard.ToString("D2", CultureInfo.InvariantCulture);

    public static string KeyOf(string articleId) => Prefix + articleId;

    public ArticleContent Unpack() => Rows.Packed.Unpack(Packed, StorageJson.Rows.ArticleContent);

    public static ArticleRecord Of(TableEntity row)
    {
        var content = Rows.Packed.Get(row, Content);
        return new()
        {
            Id = row.RowKey[Prefix.Length..],
            ETag = row.ETag,
            State = Enum.Parse<ArticleState>(row.GetString(nameof(State)) ?? nameof(ArticleState.None)),
            Generation = row.GetInt64(nameof(Generation)) ?? 0,
            Committed = Version(row, ""),
            Pending = Version(row, nameof(Pending)),
            Touched = Rows.Packed.Get(row, Places) is { } places ? Rows.Packed.Unpack(places.AsSpan(0, row.GetInt32("TouchedBytes") ?? places.Length), StorageJson.Rows.PlaceArray) : [],
            IndexTouched = row.GetBoolean(nameof(IndexTouched)) ?? false,
            Packed = content,
            MoreRows = row.GetInt32(nameof(MoreRows)) ?? 0,
            Ingested = row.GetDateTimeOffset(nameof(Ingested)) ?? default,
        };
    }

    /// <summary>Reads the record, its content with it where it is wanted.</summary>
    public static async Task<ArticleRecord?> FindAsync(TableClient table, string articleId, CancellationToken cancellationToken)
    {
        var (shard, key) = (ShardOf(articleId), KeyOf(articleId));
        var row = await table.GetEntityIfExistsAsync<TableEntity>(shard, key, cancellationToken: cancellationToken);
        if (!row.HasValue) return null;
        var record = Of(row.Value!);
        if (record.MoreRows == 0) return record;
        using var whole = new MemoryStream();
        whole.Write(record.Packed);
        var (from, to) = (key + TableKey.Separator, TableKey.After(key + TableKey.Separator));
        await foreach (var more in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {from} and RowKey lt {to}"), cancellationToken: cancellationToken))
        {
            whole.Write(Rows.Packed.Get(more, Content));
        }

        // The rows were read one after the other: they belong together only if the record has not changed since.
        var again = await table.GetEntityIfExistsAsync<TableEntity>(shard, key, ["PartitionKey", "RowKey"], cancellationToken);
        return again.HasValue && again.Value!.ETag == record.ETag ? record with { Packed = whole.ToArray() } : await FindAsync(table, articleId, cancellationToken);
    }

    /// <summary>What is written before a day or speaker is touched; merged into the row.</summary>
    public TableEntity ToIntent()
    {
        var row = new TableEntity(ShardOf(Id), KeyOf(Id)) { [nameof(Generation)] = Generation, [nameof(IndexTouched)] = IndexTouched };
        if (ETag == default) row[nameof(State)] = nameof(ArticleState.None);
        Set(row, nameof(Pending), Pending!);
        SetTouched(row);
        return row;
    }

    /// <summary>What is merged into the row where the same content came in another upload.</summary>
    public TableEntity ToRenewal(ArticleVersion version)
    {
        var row = new TableEntity(ShardOf(Id), KeyOf(Id));
        Set(row, "", version);
        return row;
    }

    /// <summary>A row that the content goes on in, by its key alone.</summary>
    public static TableEntity MoreRow(string articleId, int number) =>
        new(ShardOf(articleId), $"{KeyOf(articleId)}{TableKey.Separator}{number.ToString("D4", CultureInfo.InvariantCulture)}");

    /// <summary>The row, whole, and what of its content goes on in other rows.</summary>
    public IReadOnlyList<TableEntity> ToRows(ArticleContent? content)
    {
        var row = new TableEntity(ShardOf(Id), KeyOf(Id)) { [nameof(State)] = State.ToString(), [nameof(Generation)] = Generation, [nameof(Ingested)] = Ingested };
        if (Committed is not null) Set(row, "", Committed);
        if (Pending is not null) Set(row, nameof(Pending), Pending);
        SetTouched(row);
        if (content is null || Packed is null) return [row];

        // For people who look at the table.
        row["Date"] = TableKey.Day(content.Date);
        row["Title"] = Clip.To(Clip.Title, content.Title);
        row["QuoteCount"] = content.Quotes.Count;
        if (content.Url?.Length <= Clip.Url) row["Url"] = content.Url;

        var rows = new List<TableEntity> { row };
        Rows.Packed.Set(row, Content, Packed.AsSpan(0, Math.Min(Packed.Length, ContentInRow)));
        for (var start = ContentInRow; start < Packed.Length; start += ContentInMore)
        {
            var more = MoreRow(Id, rows.Count);
            Rows.Packed.Set(more, Content, Packed.AsSpan(start, Math.Min(ContentInMore, Packed.Length - start)));
            rows.Add(more);
        }

        if (rows.Count > 1) row[nameof(MoreRows)] = rows.Count - 1;
        return rows;
    }

    void SetTouched(TableEntity row)
    {
        var places = Rows.Packed.Pack([.. Touched], StorageJson.Rows.PlaceArray);
        Rows.Packed.Set(row, Places, places);

        // A merge leaves the properties of a longer list in place: this says where the list ends.
        row["TouchedBytes"] = places.Length;
    }

    static void Set(TableEntity row, string prefix, ArticleVersion version)
    {
        row[prefix + nameof(version.Uploaded)] = version.Uploaded;
        row[prefix + nameof(version.Blob)] = version.Blob;
        row[prefix + nameof(version.ETag)] = version.ETag;
        row[prefix + nameof(version.Hash)] = version.Hash;
        row[prefix + nameof(version.Delete)] = version.Delete;
    }

    static ArticleVersion? Version(TableEntity row, string prefix) =>
        row.GetString(prefix + nameof(ArticleVersion.Blob)) is { } blob
            ? new(
                row.GetDateTimeOffset(prefix + nameof(ArticleVersion.Uploaded)) ?? default, blob, row.GetString(prefix + nameof(ArticleVersion.ETag)) ?? "",
                row.GetString(prefix + nameof(ArticleVersion.Hash)) ?? "", row.GetBoolean(prefix + nameof(ArticleVersion.Delete)) ?? false)
            : null;
}
