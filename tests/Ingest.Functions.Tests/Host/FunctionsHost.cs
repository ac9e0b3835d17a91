using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Tests.Host;

/// <summary>
/// The Functions app as a process, and what it needs of a host: the stream by which it is invoked and a front for HTTP. Its triggers fire when a test
/// says so. The real host is tried by <c>tests/host</c>.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    readonly WebApplication server;
    readonly Process worker;
    readonly StringBuilder output = new();

    FunctionsHost(WebApplication app, WorkerLink link, Process process)
    {
        server = app;
        Link = link;
        worker = process;
        worker.OutputDataReceived += Keep;
        worker.ErrorDataReceived += Keep;
        worker.BeginOutputReadLine();
        worker.BeginErrorReadLine();
    }

    /// <summary>The folder that holds the app as it was built.</summary>
    public static string App { get; } = Path.GetDirectoryName(Directory.EnumerateFiles(
        typeof(FunctionsHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "FunctionsApp").Value!,
        "worker.config.json", SearchOption.AllDirectories).First())!;

    public WorkerLink Link { get; }

    public IReadOnlyList<LoadedFunction> Functions { get; private set; } = [];

    public HttpClient Client { get; } = new();

    /// <summary>What the process wrote.</summary>
    public string Output
    {
        get { lock (output) return output.ToString(); }
    }

    HttpFront? Front { get; set; }

    /// <summary>Starts the app against this storage.</summary>
    /// <exception cref="InvalidOperationException">It ended, or does not load; what it wrote is in the message.</exception>
    public static async Task<FunctionsHost> StartAsync(string storage, params (string Name, string Value)[] settings)
    {
        var link = new WorkerLink();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(link);
        var app = builder.Build();
        app.MapGrpcService<WorkerLink>();
        await app.StartAsync();

        var host = new FunctionsHost(app, link, StartWorker(new Uri(app.Urls.Single()), storage, settings));
        try
        {
            await Task.WhenAny(link.Functions, host.worker.WaitForExitAsync()).WaitAsync(Limit);
            if (!link.Functions.IsCompleted) throw new InvalidOperationException($"The app ended with {host.worker.ExitCode}. It wrote:\n{host.Output}");
            host.Functions = await link.Functions;
            host.Front = await HttpFront.StartAsync(link, host.Functions.Where(each => each.Kind == "httpTrigger"));
            host.Client.BaseAddress = host.Front.Address;
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the host does when a blob was written.</summary>
    /// <returns>How the invocation ended; a failure makes the host try again.</returns>
    public Task<InvocationResponse> RaiseBlobAsync(string name)
    {
        var function = Functions.Single(each => each.Kind == "blobTrigger");
        var blob = JsonSerializer.Serialize(new { Connection = function.Trigger.GetProperty("connection").GetString(), ContainerName = "articles", BlobName = name });
        var request = function.Invocation(new() { ModelBindingData = new() { Version = "1.0", Source = "AzureStorageBlobs", ContentType = "application/json", Content = ByteString.CopyFromUtf8(blob) } });
        request.TriggerMetadata["name"] = new() { String = name };
        return Link.InvokeAsync(request);
    }

    /// <summary>What the host does when the timer's time has come.</summary>
    public Task<InvocationResponse> RaiseTimerAsync()
    {
        var function = Functions.Single(each => each.Kind == "timerTrigger");
        return Link.InvokeAsync(function.Invocation(new() { Json = """{"ScheduleStatus":null,"IsPastDue":false}""" }));
    }

    /// <summary>Ends the app as the host does when it scales in.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        Link.Terminate(TimeSpan.FromSeconds(30));
        await worker.WaitForExitAsync().WaitAsync(Limit);
        return worker.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!worker.HasExited) worker.Kill(entireProcessTree: true);
        await worker.WaitForExitAsync();
        worker.Dispose();
        if (Front is not null) await Front.DisposeAsync();
        await server.StopAsync();
        await server.DisposeAsync();
    }

    /// <summary>As <c>worker.config.json</c> says it is started, with the arguments of both of the host's generations.</summary>
    static Process StartWorker(Uri link, string storage, (string Name, string Value)[] settings)
    {
        var port = link.Port.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(App, "Ingest.Functions.dll"), "--host", "127.0.0.1", "--port", port, "--workerId", "worker", "--requestId", "start", "--grpcMaxMessageLength", "2147483647",
            "--functions-uri", $"http://127.0.0.1:{port}", "--functions-worker-id", "worker", "--functions-request-id", "start", "--functions-grpc-max-message-length", "2147483647",
        ])
        {
            WorkingDirectory = App,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AzureWebJobsStorage"] = storage;
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = App;
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output) output.AppendLine(line.Data);
    }
}
