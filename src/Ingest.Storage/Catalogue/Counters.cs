using System.Globalization;
using Ingest.Storage.Counting;
using Ingest.Storage.Keys;
using Ingest.Text.Articles;

namespace Ingest.Storage.Catalogue;

/// <summary>The counters' keys, and what they were made of.</summary>
static class Counters
{
    public static CounterKey Total { get; } = new(CounterKind.Total);

    public static CounterKey Of(QuoteType type) => new(CounterKind.Type, type switch
    {
        QuoteType.Direct => "direct",
        QuoteType.Mixed => "mixed",
        _ => "indirect",
    });

    public static CounterKey Of(SpeakerKind kind) => new(CounterKind.Kind, kind == SpeakerKind.Organisation ? "organisation" : "person");

    public static CounterKey Of(DateOnly day) => new(CounterKind.Day, TableKey.Day(day));

    public static QuoteType TypeOf(CounterKey key) => key.A switch
    {
        "direct" => QuoteType.Direct,
        "mixed" => QuoteType.Mixed,
        _ => QuoteType.Indirect,
    };

    public static SpeakerKind KindOf(CounterKey key) => key.A == "organisation" ? SpeakerKind.Organisation : SpeakerKind.Person;

    public static DateOnly DayOf(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
