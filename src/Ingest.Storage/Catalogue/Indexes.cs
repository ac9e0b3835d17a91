using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Ingest.Storage.Keys;

namespace Ingest.Storage.Catalogue;

/// <summary>
/// Rows that find quotes by their words (sayings) and by whom they name (about). They stand in the article's own partition and change in the
/// transaction that commits the article, so they need no markers; a look-up asks the few partitions side by side.
/// </summary>
static class Indexes
{
    /// <summary>Rows of sayings: the fingerprint, the day, the article, the quote.</summary>
    public const string Saying = "s";

    /// <summary>Rows of those who are named: whose slug, the day, the article.</summary>
    public const string About = "m";

    /// <summary>The same for one speaker: whose slug, the speaker's, the day, the article.</summary>
    public const string AboutBy = "p";

    const string Article = "Article";

    // Persons that an article is found under: more than any article names that was written for readers.
    const int MostNamed = 500;

    /// <summary>The rows of an article, by their keys.</summary>
    public static Dictionary<string, TableEntity> Of(string articleId, ArticleContent content)
    {
        var (rows, place) = (new Dictionary<string, TableEntity>(), TableKey.Newest(content.Date) + articleId);
        for (var number = 0; number < content.Quotes.Count; number++)
        {
            if (Fingerprint(content.TextOf(content.Quotes[number])) is not { } fingerprint) continue;
            Add($"{SayingPrefix(fingerprint)}{place}{TableKey.Separator}{number.ToString("D5", CultureInfo.InvariantCulture)}", [number]);
        }

        var quotes = content.Quotes.Select((quote, number) => (quote, number)).ToList();
        foreach (var named in quotes.SelectMany(item => item.quote.Mentions.Select(slug => (slug, item.quote.Slug, item.number))).GroupBy(item => item.slug).Take(MostNamed))
        {
            AddSheets(AboutPrefix(named.Key) + place, named.Select(item => item.number));
            foreach (var speaker in named.Where(item => item.Slug is not null).GroupBy(item => item.Slug!))
            {
                AddSheets(AboutByPrefix(named.Key, speaker.Key) + place, speaker.Select(item => item.number));
            }
        }

        return rows;

        void AddSheets(string key, IEnumerable<int> numbers)
        {
            var part = 0;
            foreach (var sheet in QuoteSheet.Of(articleId, content, numbers)) AddRow($"{key}{TableKey.Separator}{(part++).ToString("D4", CultureInfo.InvariantCulture)}", sheet);
        }

        void Add(string key, int[] numbers) => AddRow(key, QuoteSheet.Of(articleId, content, numbers)[0]);

        void AddRow(string key, QuoteSheet sheet)
        {
            var row = new TableEntity(ArticleRecord.ShardOf(articleId), key) { [Article] = articleId };
            new ContributionPart([], sheet, null).Fill(row);
            rows[key] = row;
        }
    }

    /// <summary>Keys of the rows that an article has now, whatever version put them there. Reads through the article's whole partition.</summary>
    public static async Task<HashSet<string>> FindAsync(TableClient table, string articleId, CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {ArticleRecord.ShardOf(articleId)} and Article eq {articleId}"), select: ["RowKey"], cancellationToken: cancellationToken))
        {
            keys.Add(row.RowKey);
        }

        return keys;
    }

    /// <summary>Whose index row it is; null where it is no index row.</summary>
    public static string? ArticleOf(TableEntity row) => row.GetString(Article);

    public static string SayingPrefix(string fingerprint) => $"{Saying}{fingerprint}{TableKey.Separator}";

    public static string AboutPrefix(string named) => $"{About}{named}{TableKey.Separator}";

    public static string AboutByPrefix(string named, string speaker) => $"{AboutBy}{named}{TableKey.Separator}{speaker}{TableKey.Separator}";

    /// <summary>What is the same for the same words: letters and digits in lower case, a blank between words; null where there is none.</summary>
    public static string? Fingerprint(string words)
    {
        var folded = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’' or '‘') && folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.Length == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded.ToString())).AsSpan(0, 10));
    }
}
