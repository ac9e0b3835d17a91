using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingest.Storage.Watching;

/// <summary>
/// A message of the poison queue, as the Functions host's blob trigger writes it (BlobTriggerMessage in Microsoft.Azure.WebJobs.Extensions.Storage.Blobs):
/// JSON with these properties, in Base64.
/// </summary>
/// <param name="Type">Always <c>BlobTrigger</c>.</param>
/// <param name="FunctionId">The function that failed: <c>Host.Functions.</c> and its name.</param>
/// <param name="BlobType"><c>BlockBlob</c>, <c>AppendBlob</c> or <c>PageBlob</c>.</param>
/// <param name="ETag">The version that failed, in quotation marks or not.</param>
public sealed record PoisonMessage(string Type, string FunctionId, string BlobType, string ContainerName, string BlobName, string ETag)
{
    /// <summary>The message for a blob.</summary>
    public static PoisonMessage For(string functionId, string container, BlobVersion blob) =>
        new("BlobTrigger", functionId, "BlockBlob", container, blob.Name, blob.ETag);

    /// <summary>The text that goes on the queue.</summary>
    public string Write() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this, PoisonJson.Plain.PoisonMessage));

    /// <summary>Reads a message, in Base64 or plain (hosts can be set to either); null where it is no blob trigger's.</summary>
    public static PoisonMessage? Read(string text)
    {
        try
        {
            var json = text.AsSpan().TrimStart().StartsWith("{") ? Encoding.UTF8.GetBytes(text) : Convert.FromBase64String(text);
            var message = JsonSerializer.Deserialize(json, PoisonJson.Default.PoisonMessage);
            return message is { ContainerName.Length: > 0, BlobName.Length: > 0 } ? message : null;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions]
[JsonSerializable(typeof(PoisonMessage))]
sealed partial class PoisonJson : JsonSerializerContext
{
    /// <summary>Escapes no more than JSON asks for, as the host does.</summary>
    public static PoisonJson Plain { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
