using Ingest.Cli.Connecting;

namespace Ingest.Cli.Tests.Connecting;

public sealed class StorageAddressTests
{
    [Theory]
    [InlineData("emulator")]
    [InlineData("Emulator")]
    [InlineData("UseDevelopmentStorage=true")]
    public void The_emulator_is_meant_by_its_word_and_by_Microsofts(string text)
    {
        var address = StorageAddress.Parse(text);

        Assert.Equal(10000, address.Ports!.Value.Blob);
        Assert.Contains("TableEndpoint=http://127.0.0.1:10002/devstoreaccount1", address.Settings["Storage"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_is_used_as_it_is_and_its_key_is_not_in_the_name()
    {
        const string Text = "DefaultEndpointsProtocol=https;AccountName=news;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";

        var address = StorageAddress.Parse(Text);

        Assert.Equal(Text, address.Settings["Storage"]);
        Assert.Equal("the account news at news.blob.core.windows.net", address.Name);
    }

    [Fact]
    public void An_account_by_name_is_reached_with_an_identity()
    {
        var address = StorageAddress.Parse("mynews01");

        Assert.Equal("mynews01", address.Settings["Storage:accountName"]);
        Assert.Null(address.ConnectionString);
    }

    [Fact]
    public void An_account_by_address_keeps_its_cloud()
    {
        var address = StorageAddress.Parse("https://mynews01.blob.core.usgovcloudapi.net/");

        Assert.Equal("https://mynews01.table.core.usgovcloudapi.net", address.Settings["Storage:tableServiceUri"]);
        Assert.Equal("https://mynews01.blob.core.usgovcloudapi.net", address.Settings["Storage:blobServiceUri"]);
    }

    [Theory]
    [InlineData("My_Account", "My_Account is no storage")]
    [InlineData("https://example.com/", "https://example.com/ is no storage account")]
    [InlineData("AccountName=news", "The connection string is not right")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=news;AccountKey=not base 64", "The connection string is not right")]
    public void Anything_else_is_wrong_usage_that_says_what_is_taken(string text, string message)
    {
        var error = Assert.Throws<CliException>(() => StorageAddress.Parse(text));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("--storage takes", error.Advice, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, error.Code);
    }
}
