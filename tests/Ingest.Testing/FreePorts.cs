using System.Net;
using System.Net.Sockets;

namespace Ingest.Testing;

/// <summary>Ports of this machine that nobody listens on.</summary>
public static class FreePorts
{
    /// <summary>Below where systems take the ports of outgoing connections from, so that none of those gets in between.</summary>
    const int Lowest = 15000, Highest = 30000;

    static int next = Random.Shared.Next(Lowest, Highest);

    /// <summary>The first of <paramref name="count"/> ports in a row; never the same again in this process.</summary>
    public static int First(int count)
    {
        while (true)
        {
            var first = Interlocked.Add(ref next, count) - count;
            if (first + count > Highest) Interlocked.Exchange(ref next, Lowest);
            else if (Enumerable.Range(first, count).All(IsFree)) return first;
        }
    }

    static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
