using System.Globalization;
using System.Net;
using Azure;
using Azure.Storage.Blobs;
using Ingest.Cli.Tests.Local;
using Ingest.Testing;
using Ingest.Testing.Processes;

namespace Ingest.Cli.Tests.Survival;

/// <summary>Hosts and storage that end in the middle of a load, in every way in which they can: nothing is lost, nothing counts twice.</summary>
public sealed class SurvivalTests : IAsyncLifetime
{
    const int Articles = 400;

    readonly RestartableAzurite azurite = new();
    readonly string data = Directory.CreateTempSubdirectory("ingest-survival-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await azurite.StartAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await azurite.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    public async Task Up_killed_several_times_in_the_middle_of_a_load_has_every_article_once_at_the_end(int seed)
    {
        var uploading = UploadAsync();
        var random = new Random(seed);
        for (var kill = 0; kill < 4; kill++)
        {
            await using var up = await StartAsync();
            await Task.Delay(random.Next(50, 1500), Cancellation);
            await up.Process.KillAsync();
            await up.Process.EndAsync();
        }

        await uploading;
        await using (var up = await StartAsync()) await AssertAllAsync(up);
        await AssertCleanAsync();
    }

    [Fact]
    public async Task Azurite_ended_and_started_again_under_up_costs_no_article()
    {
        await using (var up = await StartAsync())
        {
            var uploading = UploadAsync();
            for (var end = 1; end <= 2; end++)
            {
                var some = Articles * end / 4;
                await Eventually.TrueAsync(async () => await ArticlesAsync(up) >= some, () => $"There are not {some} articles.", TimeSpan.FromMinutes(3));
                await azurite.EndAsync();
                await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
                await azurite.StartAsync(Cancellation);
            }

            await uploading;
            await AssertAllAsync(up);
            Assert.Empty((await up.GetAsync("rejections"))!.Value.GetProperty("items").EnumerateArray());
        }

        await AssertCleanAsync();
    }

    Task<Up> StartAsync() => Up.StartAsync(data, "--no-samples", "--storage", azurite.ConnectionString);

    /// <summary>Uploads all, each again and again until it is there.</summary>
    Task UploadAsync()
    {
        var container = new BlobContainerClient(azurite.ConnectionString, "articles");
        return Parallel.ForEachAsync(Enumerable.Range(0, Articles), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancellation }, async (number, cancellationToken) =>
        {
            for (var there = false; !there;)
            {
                try
                {
                    await container.GetBlobClient(Blob(number)).UploadAsync(BinaryData.FromString(Article(number)), overwrite: true, cancellationToken);
                    there = true;
                }
                catch (Exception e) when (e is RequestFailedException or AggregateException)
                {
                    await Task.Delay(100, cancellationToken);
                }
            }
        });
    }

    static string Blob(int number) => string.Create(CultureInfo.InvariantCulture, $"{number % 5}/{number}.txt");

    static string Article(int number) => string.Create(CultureInfo.InvariantCulture, $"""
         date 2024-02-{1 + (number % 10):D2} https://example.org/ferry/{number}
        Ferry {number} is late again
        "We are sorry for the {number} minutes," said harbour master Tove Lindgren.
        """);

    /// <summary>Every article is there, once: the days' totals say so.</summary>
    static async Task AssertAllAsync(Up up)
    {
        await Eventually.TrueAsync(
            async () => await ArticlesAsync(up) == Articles,
            () => $"There are not {Articles} articles. The host wrote:\n{up.Process.Output}\n{up.Process.Errors}",
            TimeSpan.FromMinutes(4));
        // A day counts an article before the article's own row is written: what is stopped between the two is for the next start to finish, and is no clean end.
        await Eventually.TrueAsync(
            async () => await StoredAsync(up) == Articles,
            () => $"There are not {Articles} uploads stored. The host wrote:\n{up.Process.Output}\n{up.Process.Errors}",
            TimeSpan.FromMinutes(4));
        var days = (await up.GetAsync("summaries/dates"))!.Value.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(10, days.Count);
        Assert.All(days, day => Assert.Equal(Articles / 10, day.GetProperty("articles").GetInt32()));
    }

    static async Task<int> StoredAsync(Up up)
    {
        var stored = 0;
        foreach (var some in Enumerable.Range(0, Articles).Chunk(100))
        {
            var uploads = await up.GetAsync("uploads?" + string.Join('&', some.Select(number => "blob=" + Uri.EscapeDataString(Blob(number)))));
            stored += uploads!.Value.GetProperty("items").EnumerateArray().Count(upload => upload.GetProperty("state").GetString() == "stored");
        }

        return stored;
    }

    static async Task<int> ArticlesAsync(Up up)
    {
        try
        {
            return (await up.GetAsync("health"))?.GetProperty("articles").GetInt32() ?? 0;
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            // The health page says that the storage is away.
            return 0;
        }
    }

    async Task AssertCleanAsync()
    {
        var verified = await CliProcess.RunAsync(["verify", "--storage", azurite.ConnectionString]);
        Assert.True(verified.Code == 0, verified.Output + verified.Errors);
    }
}
