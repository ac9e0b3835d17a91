using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.Storage.Reading;
using Ingest.Text.Articles;

namespace Ingest.Storage.Catalogue;

/// <summary>How documents in rows are written.</summary>
[JsonSerializable(typeof(ArticleContent))]
[JsonSerializable(typeof(QuoteSheet))]
[JsonSerializable(typeof(ArticleCard))]
[JsonSerializable(typeof(DayDigest))]
[JsonSerializable(typeof(SpeakerDigest))]
[JsonSerializable(typeof(Place[]))]
sealed partial class StorageJson : JsonSerializerContext
{
    /// <summary>With every letter as itself: nothing here goes into a page, and what is not English would be six times as long.</summary>
    public static StorageJson Rows { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters =
        {
            new JsonStringEnumConverter<DateFrom>(), new JsonStringEnumConverter<PlaceKind>(), new JsonStringEnumConverter<QuoteType>(), new JsonStringEnumConverter<SpeakerKind>(),
        },
    });
}
