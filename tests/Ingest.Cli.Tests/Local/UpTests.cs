using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Ingest.Cli.Azurite;
using Ingest.Testing;
using Ingest.Testing.Processes;

namespace Ingest.Cli.Tests.Local;

/// <summary>The local host as a person meets it: a process that is started, fed, asked, and stopped.</summary>
public sealed class UpTests : IDisposable
{
    const string Article = """
         date 2024-05-17 https://www.harbourpost.example/2024/05/17/lighthouse-sold
        Lighthouse Sold
        The lighthouse will open in June, Greta Lindqvist, the mayor of Halden, said on Friday.
        "We bought it for one crown, and we will spend a good deal more," Lindqvist told reporters.
        """;

    readonly string data = Directory.CreateTempSubdirectory("ingest-up-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task An_article_that_is_uploaded_is_in_the_summaries_and_stays_through_a_restart()
    {
        await using (var up = await Up.StartAsync(data, "--no-samples"))
        {
            await UploadAsync(up, "lighthouse.txt", Article);
            await up.UntilArticlesAsync(1);

            var day = await up.GetAsync("summaries/dates/2024-05-17");
            var speaker = await up.GetAsync("summaries/speakers/greta-lindqvist");
            Assert.Equal(1, day!.Value.GetProperty("totals").GetProperty("articles").GetInt32());
            Assert.Equal(2, speaker!.Value.GetProperty("quotes").GetInt32());

            var end = await up.StopAsync();
            Assert.Equal(ExitCode.Ok, end.Code);
            Assert.Empty(end.Errors);
            Assert.Empty(up.Process.Left());
        }

        await using (var up = await Up.StartAsync(data, "--samples"))
        {
            Assert.Equal(2, (await up.GetAsync("summaries/speakers/greta-lindqvist"))!.Value.GetProperty("quotes").GetInt32());
            Assert.Contains("13 sample files went in", up.Process.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("The store was empty", up.Process.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_same_article_again_changes_no_count()
    {
        await using var up = await Up.StartAsync(data, "--no-samples");
        await UploadAsync(up, "first.txt", Article);
        await up.UntilArticlesAsync(1);
        var before = (await up.GetAsync("summaries/dates/2024-05-17"))!.Value.GetProperty("totals").GetRawText();

        await UploadAsync(up, "first.txt", Article);
        await UploadAsync(up, "again/under-another-name.txt", Article);
        await UploadAsync(up, "marker.txt", Article.Replace("lighthouse-sold", "another", StringComparison.Ordinal).Replace("2024-05-17", "2024-05-18", StringComparison.Ordinal));
        await up.UntilArticlesAsync(2);

        Assert.Equal(before, (await up.GetAsync("summaries/dates/2024-05-17"))!.Value.GetProperty("totals").GetRawText());
    }

    [Fact]
    public async Task An_empty_store_gets_the_samples_and_says_what_was_refused()
    {
        await using var up = await Up.StartAsync(data);
        await up.UntilArticlesAsync(12);
        await up.Process.UntilAsync("map-of-the-halden-strait.png");

        Assert.Contains("The store was empty", up.Process.Output, StringComparison.Ordinal);
        var refused = Assert.Single((await up.GetAsync("rejections"))!.Value.GetProperty("items").EnumerateArray());
        Assert.Equal("samples/map-of-the-halden-strait.png", refused.GetProperty("blob").GetString());
        Assert.NotNull(await up.GetAsync("summaries/speakers/Jiří Křemelák"));
    }

    [Fact]
    public async Task Killed_outright_it_leaves_no_emulator_behind()
    {
        await using var up = await Up.StartAsync(data, "--no-samples");

        await up.Process.KillAsync();

        await Eventually.TrueAsync(
            () => up.Process.Left().Count == 0, () => $"These still run: {string.Join(", ", up.Process.Left())}");
    }

    [Fact]
    public async Task An_emulator_that_ends_by_itself_is_told_and_what_to_do()
    {
        await using var up = await Up.StartAsync(data, "--no-samples");
        var emulator = Assert.Single(up.Process.Left()).Split(' ')[0];

        using (var kill = System.Diagnostics.Process.GetProcessById(int.Parse(emulator, CultureInfo.InvariantCulture))) kill.Kill();
        var end = await up.Process.EndAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(ExitCode.Machine, end.Code);
        Assert.Equal("The storage emulator ended, and so does this: it said nothing\n  Start `up` again: what was uploaded is kept, and what was not yet read will be.\n", end.Errors);
    }

    [Fact]
    public async Task SIGTERM_ends_it_as_well()
    {
        await using var up = await Up.StartAsync(data, "--no-samples");

        await up.Process.TerminateAsync();

        Assert.Equal(ExitCode.Ok, (await up.Process.EndAsync(TimeSpan.FromSeconds(30))).Code);
        Assert.Empty(up.Process.Left());
    }

    [Fact]
    public async Task Data_that_cannot_be_written_down_is_told_at_once_and_at_the_end()
    {
        await using var up = await Up.StartAsync(data, "--no-samples");
        var obstacle = Directory.CreateDirectory(Path.Combine(data, "__azurite_db_table__.json~"));

        await UploadAsync(up, "lighthouse.txt", Article);
        await up.Process.UntilAsync("What is stored cannot be written down");
        var end = await up.StopAsync();

        Assert.Equal(ExitCode.Machine, end.Code);
        Assert.StartsWith("Stopped, and not everything could be written down", end.Errors, StringComparison.Ordinal);
        Assert.Contains(data, end.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("goes on from there", end.Output, StringComparison.Ordinal);
        Assert.Empty(up.Process.Left());
        obstacle.Delete();
    }

    [Fact]
    public async Task A_second_one_on_the_same_data_is_refused_and_told_of_the_first()
    {
        await using var up = await Up.StartAsync(data, "--no-samples");

        var second = await CliProcess.RunAsync(["up", "--data", data, "--port", "0", "--storage-port", "0"]);

        Assert.Equal(ExitCode.Machine, second.Code);
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"It is up already: http://localhost:{up.Port}"), second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_named_with_the_way_to_another()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var end = await CliProcess.RunAsync(["up", "--data", data, "--port", port.ToString(CultureInfo.InvariantCulture)]);

        Assert.Equal(ExitCode.Machine, end.Code);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Port {port} is taken"), end.Errors, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"up --port {port + 1}"), end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_of_the_emulator_is_named_with_the_way_to_others()
    {
        var ports = EmulatorPorts.From(FreePorts.First(3));
        using var other = new TcpListener(IPAddress.Loopback, ports.Queue);
        other.Start();

        var end = await CliProcess.RunAsync(["up", "--data", data, "--port", "0", "--storage-port", ports.Blob.ToString(CultureInfo.InvariantCulture)]);

        Assert.Equal(ExitCode.Machine, end.Code);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Port {ports.Queue}, which the storage emulator needs, is taken"), end.Errors, StringComparison.Ordinal);
        Assert.Contains("--storage-port", end.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ingest__Http__MaxUploadFiles", "0", "The setting Ingest:Http:MaxUploadFiles takes 1 to 100000.")]
    [InlineData("Ingest__Http__UploadTimeout", "02:00:00", "The setting Ingest:Http:UploadTimeout takes 00:00:01 to 01:00:00.")]
    [InlineData("Ingest__MaxArticleBytes", "0", "The setting Ingest:MaxArticleBytes takes 1 to 2097152.")]
    [InlineData("Ingest__Watch__Concurrency", "many", "The setting Ingest:Watch:Concurrency cannot be many")]
    public async Task A_setting_that_is_out_of_range_or_no_number_is_named_with_what_it_takes(string setting, string value, string message)
    {
        var end = await CliProcess.RunAsync(
            ["up", "--data", data, "--port", "0", "--storage-port", "0", "--no-samples"], new Dictionary<string, string?>(StringComparer.Ordinal) { [setting] = value });

        Assert.Equal(ExitCode.Usage, end.Code);
        Assert.StartsWith(message + "\n  Settings are environment variables", end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Node_it_says_what_to_install()
    {
        var path = Directory.CreateDirectory(Path.Combine(data, "path")).FullName;
        foreach (var tool in (string[])["dotnet", "setsid"]) File.CreateSymbolicLink(Path.Combine(path, tool), Which(tool));

        var end = await CliProcess.RunAsync(
            ["up", "--data", data, "--port", "0", "--storage-port", "0"], new Dictionary<string, string?>(StringComparer.Ordinal) { ["PATH"] = path });

        Assert.Equal(ExitCode.Machine, end.Code);
        Assert.Contains("The storage emulator needs Node.js, which was not found", end.Errors, StringComparison.Ordinal);
        Assert.Contains("https://nodejs.org", end.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_is_named_but_not_there_is_not_waited_for()
    {
        var free = EmulatorPorts.From(FreePorts.First(3));

        var end = await CliProcess.RunAsync(["query", "dates", "--data", data, "--storage", free.ConnectionString]);

        Assert.Equal(ExitCode.Storage, end.Code);
        Assert.Contains("Storage does not answer", end.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", end.Errors, StringComparison.Ordinal);
    }

    static async Task UploadAsync(Up up, string name, string text) => await new BlobContainerClient(up.Storage.ConnectionString, "articles")
        .GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, TestContext.Current.CancellationToken);

    static string Which(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, tool)).First(File.Exists);
}
