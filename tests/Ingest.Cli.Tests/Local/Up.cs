using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Ingest.Cli.Azurite;
using Ingest.Testing;
using Ingest.Testing.Processes;

namespace Ingest.Cli.Tests.Local;

/// <summary>An <c>up</c> on free ports, in a process of its own, with data of its own.</summary>
sealed class Up : IAsyncDisposable
{
    readonly HttpClient http;

    Up(CliProcess process, int port, EmulatorPorts storage)
    {
        (Process, Port, Storage) = (process, port, storage);
        http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/api/")) };
    }

    public CliProcess Process { get; }

    public int Port { get; }

    /// <summary>Where people find it, without a slash at the end.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}");

    public EmulatorPorts Storage { get; }

    /// <summary>Starts it, and waits until its start screen stands.</summary>
    /// <param name="data">The folder of its data.</param>
    /// <param name="more">Further arguments.</param>
    public static async Task<Up> StartAsync(string data, params string[] more)
    {
        // Three in a row, from the first that is free; a collision with another test's is possible in theory and would fail loudly.
        var storage = EmulatorPorts.From(FreePorts.First(3));
        var port = FreePorts.First(1);
        var process = CliProcess.Start(["up", "--data", data, "--port", Text(port), "--storage-port", Text(storage.Blob), .. more]);
        try
        {
            await process.UntilAsync("Ingest is up.");
            return new Up(process, port, storage);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>GET of a path under <c>/api/</c>; null where the answer is 404.</summary>
    public async Task<JsonElement?> GetAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound) return null;
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the store holds so many articles.</summary>
    public Task UntilArticlesAsync(int count) => Eventually.TrueAsync(
        async () => (await GetAsync("health"))?.GetProperty("articles").GetInt32() == count,
        () => $"There are not {count} articles. The host wrote:\n{Process.Output}\n{Process.Errors}");

    /// <summary>Ctrl+C, and the end.</summary>
    public async Task<CliResult> StopAsync()
    {
        await Process.PressCtrlCAsync();
        return await Process.EndAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Process.DisposeAsync();
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
