using System.Text;
using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Storage.Tests.Kit;

/// <summary>What somebody says in an article of a test.</summary>
sealed record Said(string? Who, string Words, QuoteType Type = QuoteType.Direct, string? Role = null, SpeakerKind Kind = SpeakerKind.Person, string[]? Naming = null);

/// <summary>Articles for tests, as the parser would give them, with spans that are right.</summary>
static class Some
{
    public static readonly DateOnly Day = new(2024, 5, 17);

    /// <summary>An article at <c>https://news.example/{path}</c>.</summary>
    public static Article Article(string path, DateOnly? date = null, string source = "news.example", string? title = null, params Said[] said)
    {
        var (text, quotes) = (new StringBuilder(), new List<Quote>());
        var url = $"https://{source}/{path}";
        title ??= $"Headline of {path}";
        text.Append("date ").Append((date ?? Day).ToString("O", null)).Append(' ').Append(url).Append('\n');
        var titleStart = text.Length;
        text.Append(title);
        var titleSpan = new TextSpan(titleStart, text.Length);
        text.Append('\n');
        var lede = new TextSpan(text.Length, text.Length + 12);
        text.Append("A lede here.");
        text.Append('\n');
        foreach (var one in said)
        {
            var start = text.Length;
            text.Append(one.Words);
            var span = new TextSpan(start, text.Length);
            text.Append(" said ");
            var (cue, mention) = (new TextSpan(text.Length - 5, text.Length - 1), text.Length);
            text.Append(one.Who).Append(".\n");
            quotes.Add(new()
            {
                Spans = [span],
                Text = one.Words,
                Type = one.Type,
                Cue = "said",
                CueSpan = cue,
                Speaker = one.Who is null ? null : new() { Name = one.Who, Slug = Slug(one.Who), Role = one.Role, Kind = one.Kind },
                SpeakerSpan = one.Who is null ? null : new(mention, mention + one.Who.Length),
                Mentions = [.. (one.Naming ?? []).Select(name => new Mentioned(name, Slug(name)))],
            });
        }

        return new()
        {
            Name = path + ".txt",
            Text = text.ToString(),
            Url = url,
            CanonicalUrl = url,
            Date = date ?? Day,
            DateFrom = DateFrom.Header,
            Title = title,
            TitleSpan = titleSpan,
            Source = source,
            Paragraphs = [lede],
            Quotes = quotes,
        };
    }

    public static string Slug(string name) => name.ToLowerInvariant().Replace(' ', '-');
}
