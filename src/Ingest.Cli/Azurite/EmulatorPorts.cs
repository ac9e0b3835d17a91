using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Ingest.Cli.Azurite;

/// <summary>The ports of an emulator on this machine, one for each of its services.</summary>
public readonly record struct EmulatorPorts(int Blob, int Queue, int Table)
{
    /// <summary>The emulator's published account, the same on every machine: no secret.</summary>
    public const string Account = "devstoreaccount1";

    /// <summary>The emulator's published key, the same on every machine: no secret.</summary>
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Where the emulator listens unless told otherwise.</summary>
    public const int DefaultFirst = 10000;

    /// <summary>Three ports from <paramref name="first"/> on; 0 takes three free ones.</summary>
    public static EmulatorPorts From(int first) => first == 0 ? Free() : new EmulatorPorts(first, first + 1, first + 2);

    /// <summary>The three, in the order blobs, queues, tables.</summary>
    public IReadOnlyList<int> All => [Blob, Queue, Table];

    /// <summary>What clients connect with.</summary>
    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{Blob}/{Account};QueueEndpoint=http://127.0.0.1:{Queue}/{Account};TableEndpoint=http://127.0.0.1:{Table}/{Account};");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Blob}, {Queue} and {Table}");

    static EmulatorPorts Free()
    {
        // All three are held at once, so that they differ.
        using var blob = Listen();
        using var queue = Listen();
        using var table = Listen();
        return new EmulatorPorts(Port(blob), Port(queue), Port(table));

        static TcpListener Listen()
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return listener;
        }

        static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
