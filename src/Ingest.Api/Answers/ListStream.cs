using System.Text;
using System.Text.Json;
using Ingest.Api.Asking;
using Ingest.Api.Contract;
using Ingest.Storage.Reading;
using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Answers;

/// <summary>A whole list as CSV or NDJSON, written page by page: one page is in memory, however long the list.</summary>
sealed class ListStream<T>(
    Arguments arguments, Page<T> first, Columns<T> columns, string name, ListFormat format, Func<PageRequest, CancellationToken, Task<Page<T>>> read) : IResult
{
    static readonly byte[] Newline = "\n"u8.ToArray();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = format == ListFormat.Csv ? "text/csv; charset=utf-8; header=present" : Negotiation.Ndjson;
        response.Headers.CacheControl = "private, no-store";
        // Asked for by link, the list is saved as a file and opened in a spreadsheet, which knows UTF-8 by its byte-order mark alone.
        var byLink = arguments.Has(Parameters.Format);
        if (byLink) response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{(format == ListFormat.Csv ? "csv" : "ndjson")}\"";
        if (HttpMethods.IsHead(httpContext.Request.Method)) return;

        // A stream lasts as long as its client reads; only a page has a limit in time.
        var gone = httpContext.RequestAborted;
        var text = new StringBuilder();
        if (format == ListFormat.Csv)
        {
            if (byLink) text.Append('\uFEFF');
            Csv.Line(text, columns.Headers);
        }
        for (var page = first; ; page = await read(new PageRequest(Parameters.MaxSize, page.Next), gone))
        {
            if (format == ListFormat.Csv) await WriteCsvAsync(response, text, page.Items, gone);
            else await WriteNdjsonAsync(response, page.Items, gone);
            await response.Body.FlushAsync(gone);
            if (page.Next is null) return;
        }
    }

    async Task WriteCsvAsync(HttpResponse response, StringBuilder text, IReadOnlyList<T> items, CancellationToken gone)
    {
        foreach (var item in items) Csv.Line(text, columns.Cells(item));
        await response.WriteAsync(text.ToString(), gone);
        text.Clear();
    }

    static async Task WriteNdjsonAsync(HttpResponse response, IReadOnlyList<T> items, CancellationToken gone)
    {
        foreach (var item in items)
        {
            await JsonSerializer.SerializeAsync(response.Body, item, WireJson.Options, gone);
            await response.Body.WriteAsync(Newline, gone);
        }
    }
}
