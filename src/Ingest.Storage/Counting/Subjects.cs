using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using Ingest.Storage.Keys;

namespace Ingest.Storage.Counting;

/// <summary>
/// What is counted in a table: its days or its speakers. Each such subject has rows of its own in one of a few partitions that all share: a transaction then takes along what
/// others want of other subjects. A subject's key holds no <see cref="TableKey.Separator"/>.
/// </summary>
/// <param name="partitions">Partitions of the table. It cannot be changed under a store that is there.</param>
/// <param name="marker">How the keys of its markers start.</param>
/// <typeparam name="TDigest">What a subject's counters come to.</typeparam>
abstract class Subjects<TDigest>(int partitions, string marker)
    where TDigest : class
{
    /// <summary>How the keys of markers start.</summary>
    public string Marker { get; } = marker;

    /// <summary>The keys of all partitions.</summary>
    public IReadOnlyList<string> Partitions { get; } = [.. Enumerable.Range(0, partitions).Select(Key)];

    /// <summary>How a digest is written.</summary>
    public abstract JsonTypeInfo<TDigest> Type { get; }

    /// <summary>The partition that a subject stands in.</summary>
    public string PartitionOf(string subject) => Partitions[(int)(TableKey.StableHash(subject) % (uint)Partitions.Count)];

    /// <summary>What the counters come to, to be shown: stands in the head row, so that a summary reads one row.</summary>
    public abstract TDigest Digest(Tally tally);

    /// <summary>The quotes of a subject that comes to this: what it is listed by.</summary>
    public abstract int Quotes(TDigest digest);

    /// <summary>Puts what lists show of a subject into its head row, or a row of another list.</summary>
    public abstract void Show(TableEntity row, string subject, TDigest digest);

    /// <summary>The keys of its rows in further lists, beside the list of head rows; those of a subject of so many quotes.</summary>
    public virtual IEnumerable<string> ListedAt(string subject, int quotes) => [];

    /// <summary>Rows of further lists that a change of a subject's quotes writes or deletes, at the most.</summary>
    public virtual int MostListed(string subject) => 0;

    /// <summary>A subject as people call it.</summary>
    public abstract string NameOf(string subject);

    static string Key(int number) => number.ToString("D2", CultureInfo.InvariantCulture);
}
