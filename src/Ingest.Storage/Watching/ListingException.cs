namespace Ingest.Storage.Watching;

/// <summary>
/// The storage failed on a listing of the container by a fault of its own: 500, or an answer that is not one. Where it answers otherwise, this is mostly a blob whose name
/// XML cannot hold, on Azurite as it comes; the service takes no such name, and the emulator that <c>up</c> starts lists it. The message says what to do.
/// </summary>
public sealed class ListingException : Exception
{
    /// <summary>What to do.</summary>
    public const string Advice =
        "Azurite that `up` did not start does so where a blob's name holds a control character: delete that blob and upload it under another name, or let `up` start the emulator";

    internal ListingException(Exception failure)
        : this($"The container cannot be listed: {StorageTrouble.Describe(failure)}", failure)
    {
    }

    ListingException(string what, Exception failure)
        : base($"{what}. {Advice}.", failure) => What = what;

    /// <summary>What happened.</summary>
    public string What { get; }
}
