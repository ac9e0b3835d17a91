using Ingest.Cli.Connecting;
using Ingest.Cli.Terminal;
using Ingest.Storage;
using Microsoft.AspNetCore.Connections;
using Spectre.Console;

namespace Ingest.Cli.Local;

/// <summary>The local host from start to end.</summary>
static class Up
{
    /// <summary>Runs until <paramref name="stop"/>; to be stopped is its good end.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(UpOptions options, Screen screen, CancellationToken stop)
    {
        if (StorageOptions.Given(options.Storage) is null) DataFolder.RefuseIfUp(options.Data);
        var port = HttpPort.Check(options.Port);
        await using var feed = new Feed(screen, TimeProvider.System);
        LocalStorage storage;
        try
        {
            storage = await LocalStorage.OpenAsync(options, screen, feed, stop);
            await using (storage) await ServeAsync(options, storage, port, screen, feed, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped while it was starting.
            return ExitCode.Ok;
        }

        if (storage.Unsaved is { } unsaved)
        {
            throw new CliException(
                $"Stopped, and not everything could be written down: {unsaved}",
                $"Make that good in {storage.Folder}, start `up` again, and upload again what came in since the first warning of it: what comes twice does no harm", ExitCode.Machine);
        }

        screen.Out.WriteLine(storage.Folder is { } folder ? $"Stopped. The data stays in {folder}; the next start goes on from there." : "Stopped.");
        return ExitCode.Ok;
    }

    static async Task ServeAsync(UpOptions options, LocalStorage storage, int port, Screen screen, Feed feed, CancellationToken stop)
    {
        await using var app = LocalHost.Build(storage.Address, port, feed);
        var store = app.Services.GetRequiredService<IngestStore>();
        await store.CreateAsync(stop);
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw HttpPort.Taken(port);
        }

        var url = $"http://localhost:{port}";
        if (storage.Folder is { } folder) new RunningHost(Environment.ProcessId, url, storage.Address.Ports!.Value).Write(folder);
        try
        {
            var samples = await Samples.LoadAsync(store.Container, options.Samples, stop);
            StartScreen.Show(screen, url, store.Container.Name, storage, samples, wasEmpty: options.Samples == SampleLoading.WhereEmpty);
            feed.Start();
            await UntilStoppedAsync(app, storage, screen, stop);
        }
        finally
        {
            if (storage.Folder is { } noted) RunningHost.Remove(noted);
            await app.StopAsync(CancellationToken.None);
        }
    }

    static async Task UntilStoppedAsync(WebApplication app, LocalStorage storage, Screen screen, CancellationToken stop)
    {
        const string Again = "Start `up` again: what was uploaded is kept, and what was not yet read will be.";
        var (stopped, failed) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var onStop = stop.Register(stopped.SetResult);
        await using var onFailure = app.Lifetime.ApplicationStopping.Register(failed.SetResult);
        var first = await Task.WhenAny(stopped.Task, failed.Task, storage.Ended);
        if (first == failed.Task) throw new CliException("A part of the host failed, as said above, and so it ends", Again);
        if (first == storage.Ended) throw new CliException($"The storage emulator ended, and so does this: {storage.LastWords}", Again, ExitCode.Machine);

        screen.Out.WriteLine();
        screen.Out.WriteLine("Stopping.");
    }
}
