using Ingest.Testing;

namespace Ingest.Web.Tests.Kit;

/// <summary>One newsroom with the samples of this repository in it, for all tests that only read; opened by the first that asks.</summary>
public sealed class SampleNewsroom : IAsyncDisposable
{
    readonly Lock opening = new();
    Task<Newsroom>? newsroom;

    public Task<Newsroom> OpenAsync(AzuriteFixture azurite)
    {
        lock (opening) return newsroom ??= FillAsync(azurite);
    }

    public async ValueTask DisposeAsync()
    {
        if (newsroom is not null) await (await newsroom).DisposeAsync();
    }

    static async Task<Newsroom> FillAsync(AzuriteFixture azurite)
    {
        var opened = await Newsroom.OpenAsync(azurite);
        await opened.TakeAsync(from path in Directory.EnumerateFiles(Repository.Samples).Order(StringComparer.Ordinal)
                               select (Path.GetFileName(path), File.ReadAllBytes(path)));
        return opened;
    }
}

/// <summary>Tests that read the samples on the dashboard.</summary>
public abstract class SampleTests(AzuriteFixture azurite, SampleNewsroom samples) : IAsyncLifetime
{
    /// <summary>The newsroom with the samples.</summary>
    protected Newsroom Newsroom { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Newsroom = await samples.OpenAsync(azurite);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
