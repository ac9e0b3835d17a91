using System.Text;
using Ingest.Storage.Watching;

namespace Ingest.Storage.Tests.Watching;

public sealed class PoisonMessageTests
{
    [Fact]
    public void What_is_written_is_the_hosts_JSON_in_Base64()
    {
        var message = PoisonMessage.For("Host.Functions.IngestArticle", "articles", new BlobVersion("a/ä.txt", "\"0x8D4131E8E7D591D\"", default));

        Assert.Equal(
            """{"Type":"BlobTrigger","FunctionId":"Host.Functions.IngestArticle","BlobType":"BlockBlob","ContainerName":"articles","BlobName":"a/ä.txt","ETag":"\"0x8D4131E8E7D591D\""}""",
            Encoding.UTF8.GetString(Convert.FromBase64String(message.Write())));
        Assert.Equal(message, PoisonMessage.Read(message.Write()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a message")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"Type":"QueueTrigger","ContainerName":"articles"}""")]
    [InlineData("null")]
    public void What_is_no_blob_triggers_message_is_not_read(string text) => Assert.Null(PoisonMessage.Read(text));
}
