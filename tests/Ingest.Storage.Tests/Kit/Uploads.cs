using System.Globalization;
using Azure.Storage.Blobs;

namespace Ingest.Storage.Tests.Kit;

/// <summary>Small articles, one quote each.</summary>
static class Uploads
{
    public static string Article(int number, string amount = "two") => string.Create(CultureInfo.InvariantCulture, $"""
         date {2020 + (number % 4)}-03-{1 + (number % 28):D2} https://example.org/bridge/{number}
        Bridge number {number} is to be painted
        "We shall paint it {amount} times," said Mayor Anna Holt.
        """);

    /// <summary>Puts one into the container; its name there.</summary>
    public static async Task<string> UploadArticleAsync(this BlobContainerClient container, string name, int number, CancellationToken cancellationToken, string amount = "two")
    {
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(Article(number, amount)), overwrite: true, cancellationToken);
        return name;
    }
}
