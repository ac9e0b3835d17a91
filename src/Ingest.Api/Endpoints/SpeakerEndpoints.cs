using Ingest.Api.Answers;
using Ingest.Api.Asking;
using Ingest.Api.Contract;
using Ingest.Api.Problems;
using Ingest.Storage.Reading;
using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Endpoints;

/// <summary>Who is quoted.</summary>
public sealed class SpeakerEndpoints(SummaryReader reader)
{
    const int Suggestions = 5;

    /// <summary>Speakers, by name or by number of quotes.</summary>
    public Task<IResult> SpeakersAsync(Arguments arguments)
    {
        var top = arguments.Get(Parameters.Top);
        var query = new SpeakerQuery(
            arguments.Get(Parameters.Prefix), arguments.Get(Parameters.From), arguments.Get(Parameters.To),
            ByQuotes: top is not null || arguments.Get(Parameters.Order) == SpeakerOrder.Quotes);
        return Listing.AnswerAsync(
            arguments, Question.Of("speakers", query.Prefix, query.From, query.To, query.ByQuotes), ListColumns.Speakers, "speakers",
            async (page, stop) => top is { } number
                ? (await reader.SpeakersAsync(query, new PageRequest(number), stop)) with { Next = null }
                : await reader.SpeakersAsync(query, page, stop));
    }

    /// <summary>A person or organisation.</summary>
    public async Task<IResult> SpeakerAsync(Arguments arguments)
    {
        var slug = arguments.Get(Parameters.SpeakerOfPath)!;
        // The token of the latest quotes goes on in quotes?speaker=, so that is the question it belongs to.
        var question = QuoteEndpoints.QuestionOf(new QuoteQuery(Speaker: slug));
        if (!question.TryOpen(arguments, out var token, out var problem)) return new ProblemAnswer(problem);
        var speaker = await reader.SpeakerAsync(slug, new PageRequest(arguments.Get(Parameters.Size) ?? Parameters.DefaultSize, token), arguments.Stop);
        return speaker is null ? new ProblemAnswer(await NobodyAsync(slug, arguments.Stop)) : JsonAnswer.Of(speaker with { Latest = question.Seal(speaker.Latest) });
    }

    /// <summary>Nobody of that slug, and who might be meant: speakers with the last word of the name in theirs.</summary>
    async Task<Problem> NobodyAsync(string slug, CancellationToken stop)
    {
        var problem = Problem.NotFound($"Nobody of the slug {slug} is quoted. GET /api/{Routes.Speakers}?prefix= looks names up.");
        var alike = await reader.SpeakersAsync(new SpeakerQuery(slug[(slug.LastIndexOf('-') + 1)..], ByQuotes: true), new PageRequest(Suggestions), stop);
        return alike.Items.Count == 0 ? problem : problem with { Suggestions = [.. alike.Items.Select(each => new SpeakerName(each.Slug, each.Name))] };
    }
}
