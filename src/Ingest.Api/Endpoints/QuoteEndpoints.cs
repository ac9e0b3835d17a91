using Ingest.Api.Answers;
using Ingest.Api.Asking;
using Ingest.Api.Contract;
using Ingest.Storage.Reading;
using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Endpoints;

/// <summary>What was said.</summary>
public sealed class QuoteEndpoints(SummaryReader reader)
{
    /// <summary>Quotes, newest first.</summary>
    public Task<IResult> QuotesAsync(Arguments arguments)
    {
        var query = new QuoteQuery(
            arguments.Get(Parameters.Speaker), arguments.Get(Parameters.Date), arguments.Get(Parameters.From), arguments.Get(Parameters.To),
            arguments.Get(Parameters.Type), arguments.Get(Parameters.Mentions), arguments.Get(Parameters.Saying));
        return Listing.AnswerAsync(arguments, QuestionOf(query), ListColumns.Quotes, "quotes", (page, stop) => reader.QuotesAsync(query, page, stop));
    }

    internal static Question QuestionOf(QuoteQuery query) =>
        Question.Of("quotes", query.Speaker, query.Date, query.From, query.To, query.Type, query.Mentions, query.Saying);
}
