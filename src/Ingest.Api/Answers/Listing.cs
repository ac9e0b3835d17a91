using Ingest.Api.Asking;
using Ingest.Api.Contract;
using Ingest.Api.Problems;
using Ingest.Storage.Reading;
using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Answers;

/// <summary>Gives a list in the form that was asked for: a page of JSON, or the whole of it as CSV or NDJSON.</summary>
static class Listing
{
    /// <summary>Answers with a list.</summary>
    /// <param name="arguments">The request; its operation declares size, next and format.</param>
    /// <param name="question">What tells this list from others: its tokens are good for it alone.</param>
    /// <param name="columns">The list's columns in CSV.</param>
    /// <param name="name">A file name for browsers, without extension.</param>
    /// <param name="read">Gives a page.</param>
    public static async Task<IResult> AnswerAsync<T>(Arguments arguments, Question question, Columns<T> columns, string name, Func<PageRequest, CancellationToken, Task<Page<T>>> read)
    {
        if (Negotiation.Choose(arguments) is not { } format)
        {
            return new ProblemAnswer(Problem.Of(StatusCodes.Status406NotAcceptable,
                $"The list comes as {JsonAnswer.MediaType}, {Negotiation.Csv} or {Negotiation.Ndjson}; the Accept header takes none of them."));
        }
        arguments.Context.Response.Headers.Append("Vary", "Accept");
        if (!question.TryOpen(arguments, out var token, out var problem)) return new ProblemAnswer(problem);
        if (format != ListFormat.Json)
        {
            // The first page is read before the answer begins, so that what fails at once is told as a problem.
            var first = await read(new PageRequest(Parameters.MaxSize, token), arguments.Stop);
            return new ListStream<T>(arguments, first, columns, name, format, read);
        }
        var page = await read(new PageRequest(arguments.Get(Parameters.Size) ?? Parameters.DefaultSize, token), arguments.Stop);
        return JsonAnswer.Of(question.Seal(page));
    }
}
