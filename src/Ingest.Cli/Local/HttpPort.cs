using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Ingest.Cli.Local;

/// <summary>The port that the local host serves on.</summary>
static class HttpPort
{
    /// <summary>Makes sure that <paramref name="wanted"/> can be had, before anything slow is done; 0 gives a free one.</summary>
    /// <exception cref="CliException">It is taken, or may not be had.</exception>
    public static int Check(int wanted)
    {
        var port = Listen(IPAddress.Loopback, wanted);
        if (Socket.OSSupportsIPv6) Listen(IPAddress.IPv6Loopback, port);
        return port;
    }

    /// <summary>The error of a port that another program took.</summary>
    public static CliException Taken(int port) => new(
        $"Port {Text(port)} is taken by another program, perhaps another `up` or `func start`",
        $"End that program, or choose another port: {Invocation.Line($"up --port {Text(port + 1)}")}",
        ExitCode.Machine);

    static int Listen(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw Taken(port);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new CliException($"Port {Text(port)} is not open to you", "Choose one over 1023, with --port", ExitCode.Machine, e);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            // A machine without IPv6 on its loopback; the other address will do.
            return port;
        }
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
