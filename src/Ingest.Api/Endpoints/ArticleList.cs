using System.Globalization;
using System.Runtime.CompilerServices;
using Ingest.Storage.Reading;

namespace Ingest.Api.Endpoints;

/// <summary>The articles of a range of days: day after day, from the newest, and each day's as its summary lists them.</summary>
/// <param name="from">The first day; null for no bound.</param>
/// <param name="to">The last day; null for no bound.</param>
sealed class ArticleList(SummaryReader reader, DateOnly? from, DateOnly? to)
{
    const string Day = "yyyy-MM-dd";
    const int DaysAtOnce = 100;

    /// <summary>A page; its token is the day that goes on, and that day's own token.</summary>
    public async Task<Page<ArticleCard>> ReadAsync(PageRequest page, CancellationToken stop)
    {
        var (start, within) = Position(page.Token);
        var cards = new List<ArticleCard>(page.Size);
        await foreach (var day in DaysAsync(start, stop))
        {
            var token = day == start ? within : null;
            do
            {
                if (cards.Count == page.Size) return new Page<ArticleCard>(cards, Token(day, token));
                if (await reader.DateAsync(day, new PageRequest(page.Size - cards.Count, token), stop) is not { Articles: var articles }) break;
                cards.AddRange(articles.Items);
                token = articles.Next;
            }
            while (token is not null);
        }
        return new Page<ArticleCard>(cards, null);
    }

    async IAsyncEnumerable<DateOnly> DaysAsync(DateOnly? start, [EnumeratorCancellation] CancellationToken stop)
    {
        string? token = null;
        do
        {
            var days = await reader.DaysAsync(from, start ?? to, new PageRequest(DaysAtOnce, token), stop);
            foreach (var day in days.Items) yield return day.Date;
            token = days.Next;
        }
        while (token is not null);
    }

    static string Token(DateOnly day, string? within) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}{within}");

    /// <exception cref="MalformedTokenException">It is none that <see cref="Token"/> gave.</exception>
    static (DateOnly? Day, string? Within) Position(string? token)
    {
        if (token is null) return (null, null);
        if (token.Length < Day.Length || !DateOnly.TryParseExact(token.AsSpan(0, Day.Length), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) throw new MalformedTokenException();
        return (day, token.Length > Day.Length ? token[Day.Length..] : null);
    }
}
