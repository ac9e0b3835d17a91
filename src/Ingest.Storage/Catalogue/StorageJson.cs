using System.Text.Json.Serialization;
using Ingest.Storage.Reading;

namespace Ingest.Storage.Catalogue;

/// <summary>How documents in rows are written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ArticleContent))]
[JsonSerializable(typeof(QuoteSheet))]
[JsonSerializable(typeof(ArticleCard))]
[JsonSerializable(typeof(DayDigest))]
[JsonSerializable(typeof(SpeakerDigest))]
[JsonSerializable(typeof(Place[]))]
sealed partial class StorageJson : JsonSerializerContext;
