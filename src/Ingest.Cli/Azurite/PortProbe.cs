using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Ingest.Cli.Azurite;

/// <summary>Who listens on a port.</summary>
public enum Listener
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>A service of Azurite.</summary>
    Azurite,

    /// <summary>Some other program.</summary>
    Other,
}

/// <summary>Looks at ports of this machine.</summary>
public static class PortProbe
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Who listens on <paramref name="port"/> of the loopback address.</summary>
    public static async Task<Listener> AskAsync(int port, CancellationToken cancellationToken)
    {
        if (!await ListensAsync(port, cancellationToken)) return Listener.None;
        using var http = new HttpClient { Timeout = Limit };
        try
        {
            // Azurite names itself in the answer to anything, this refusal included.
            using var answer = await http.GetAsync(
                new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/{EmulatorPorts.Account}")),
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken);
            return answer.Headers.Server.ToString().StartsWith("Azurite", StringComparison.OrdinalIgnoreCase) ? Listener.Azurite : Listener.Other;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Listener.Other;
        }
    }

    /// <summary>Whether anybody listens on <paramref name="port"/> of the loopback address.</summary>
    public static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
