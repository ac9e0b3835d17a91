using Ingest.Text.Articles;
using Ingest.Text.Speakers;

namespace Ingest.Text.Quotes;

/// <summary>From attributions to the quotes of an article.</summary>
static class QuoteAssembly
{
    /// <summary>The quotes, one an attribution, in its order.</summary>
    public static Quote[] Of(string text, IReadOnlyList<Attribution> attributions, ReadOnlySpan<Resolution> speakers)
    {
        var quotes = new Quote[attributions.Count];
        for (var i = 0; i < quotes.Length; i++)
        {
            var attribution = attributions[i];
            quotes[i] = new Quote
            {
                Spans = attribution.Content,
                Text = Cut(text, attribution.Content),
                Type = attribution.Type,
                Cue = attribution.Cue is { } cue ? RecurringStrings.Of(cue.Of(text)) : null,
                CueSpan = attribution.Cue,
                Speaker = speakers[i].Speaker,
                SpeakerSpan = attribution.Source,
                Fragments = attribution.Fragments,
                Mentions = speakers[i].Mentions,
            };
        }
        return quotes;
    }

    static string Cut(string text, TextSpan[] spans) => spans.Length switch
    {
        1 => text[spans[0].Start..spans[0].End],
        2 => string.Concat(spans[0].Of(text), " ", spans[1].Of(text)),
        _ => string.Join(' ', spans.Select(s => text[s.Start..s.End])),
    };
}
