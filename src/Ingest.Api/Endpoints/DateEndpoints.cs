using Ingest.Api.Answers;
using Ingest.Api.Asking;
using Ingest.Api.Contract;
using Ingest.Api.Problems;
using Ingest.Storage.Reading;
using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Endpoints;

/// <summary>What was said on which day.</summary>
public sealed class DateEndpoints(SummaryReader reader)
{
    /// <summary>The days with their totals.</summary>
    public Task<IResult> DaysAsync(Arguments arguments)
    {
        var (from, to) = (arguments.Get(Parameters.From), arguments.Get(Parameters.To));
        return Listing.AnswerAsync(arguments, Question.Of("days", from, to), ListColumns.Days, "days", (page, stop) => reader.DaysAsync(from, to, page, stop));
    }

    /// <summary>A day: its totals, sources, speakers, and a page of its articles.</summary>
    public async Task<IResult> DateAsync(Arguments arguments)
    {
        var date = arguments.Get(Parameters.DateOfPath);
        var question = Question.Of("articles", date);
        if (!question.TryOpen(arguments, out var token, out var problem)) return new ProblemAnswer(problem);
        var day = await reader.DateAsync(date, new PageRequest(arguments.Get(Parameters.Size) ?? Parameters.DefaultSize, token), arguments.Stop);
        return day is null
            ? new ProblemAnswer(Problem.NotFound($"There is no article of {date:yyyy-MM-dd}. GET /api/{Routes.Dates} lists the days that have any."))
            : JsonAnswer.Of(day with { Articles = question.Seal(day.Articles) });
    }
}
