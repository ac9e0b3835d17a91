using Ingest.Api.Answers;
using Ingest.Api.Asking;
using Ingest.Api.Contract;
using Ingest.Api.Problems;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Reading;
using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Endpoints;

/// <summary>Articles.</summary>
public sealed class ArticleEndpoints(SummaryReader reader, ArticleIngestor ingestor)
{
    /// <summary>Articles, of the newest day first.</summary>
    public Task<IResult> ArticlesAsync(Arguments arguments)
    {
        var date = arguments.Get(Parameters.Date);
        var (from, to) = (date ?? arguments.Get(Parameters.From), date ?? arguments.Get(Parameters.To));
        var list = new ArticleList(reader, from, to);
        return Listing.AnswerAsync(arguments, Question.Of("articles of", from, to), ListColumns.Articles, "articles", list.ReadAsync);
    }

    /// <summary>An article with its text, its paragraphs, its quotes and where they stand.</summary>
    public async Task<IResult> ArticleAsync(Arguments arguments)
    {
        var id = arguments.Get(Parameters.Id)!;
        var article = await reader.ArticleAsync(id, arguments.Stop);
        return article is null ? Nothing(id) : JsonAnswer.Of(article);
    }

    /// <summary>Takes an article out with all its counts. 404 where there is none, so that a repeat tells that it is gone.</summary>
    public async Task<IResult> DeleteAsync(Arguments arguments)
    {
        var id = arguments.Get(Parameters.Id)!;
        return await ingestor.DeleteAsync(id, arguments.Stop) ? Results.NoContent() : Nothing(id);
    }

    static ProblemAnswer Nothing(string id) =>
        new(Problem.NotFound($"There is no article of the id {id}. One that was just uploaded may take a moment; GET /api/{Routes.Uploads}?blob= tells what became of it."));
}
