using System.Globalization;
using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Rows;
using Ingest.Text.Articles;

namespace Ingest.Storage.Reading;

/// <summary>Reads quotes out of rows that each hold some quotes of one article.</summary>
sealed class QuoteList(IngestStore store)
{
    /// <summary>The columns that hold quotes, and those that a page's token needs.</summary>
    public static readonly string[] Columns = ["PartitionKey", "RowKey", .. Enumerable.Range(0, 9).Select(part => Parts.Name(QuoteSheet.Property, part))];

    /// <summary>Adds to <paramref name="page"/> what a row holds, until the page has <paramref name="size"/>.</summary>
    /// <param name="skip">Quotes of the row that the page before had.</param>
    /// <returns>How many quotes of the row are done, in all, where the page ends within it; null where the row is done.</returns>
    public async Task<int?> TakeAsync(TableEntity row, int skip, QuoteType? type, List<StoredQuote> page, int size, CancellationToken cancellationToken)
    {
        if (Packed.Get(row, QuoteSheet.Property) is not { } packed) return null;
        var sheet = QuoteSheet.Unpack(packed);
        for (var i = skip; i < sheet.Quotes.Count; i++)
        {
            var line = sheet.Quotes[i];
            if (type is not null && line.Type != type) continue;
            if (page.Count == size) return i;
            page.Add(sheet.Quote(line, line.Text is null ? await LongTextAsync(sheet, line, cancellationToken) : null));
        }

        return null;
    }

    /// <summary>What rows must meet to hold quotes of a type; those of articles that left never do.</summary>
    public static string Condition(QuoteType? type) => type switch
    {
        QuoteType.Direct => "Direct gt 0",
        QuoteType.Mixed => "Mixed gt 0",
        QuoteType.Indirect => "Indirect gt 0",
        _ => "(Direct gt 0 or Mixed gt 0 or Indirect gt 0)",
    };

    public static string Offset(int skip) => skip.ToString(CultureInfo.InvariantCulture);

    async Task<string> LongTextAsync(QuoteSheet sheet, QuoteLine line, CancellationToken cancellationToken)
    {
        // A quote of many thousand characters: rare enough to be fetched for itself.
        var record = await ArticleRecord.FindAsync(store.Articles, sheet.ArticleId, cancellationToken);
        if (record?.Packed is null) return "";
        var content = record.Unpack();
        return line.Number < content.Quotes.Count ? content.TextOf(content.Quotes[line.Number]) : "";
    }
}
