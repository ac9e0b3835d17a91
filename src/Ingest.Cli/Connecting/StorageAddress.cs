using Azure.Storage.Blobs;
using Ingest.Cli.Azurite;

namespace Ingest.Cli.Connecting;

/// <summary>Which storage is meant, as settings in the naming of Functions (section <c>Storage</c>).</summary>
/// <param name="Name">What to call it on the screen; never holds a key.</param>
/// <param name="Settings">For the configuration.</param>
/// <param name="ConnectionString">Null where an identity is used.</param>
/// <param name="Ports">Where it listens, for an emulator on this machine; null for any other.</param>
public sealed record StorageAddress(string Name, IReadOnlyDictionary<string, string?> Settings, string? ConnectionString, EmulatorPorts? Ports)
{
    /// <summary>The word for an emulator on the usual ports.</summary>
    public const string EmulatorWord = "emulator";

    const string Takes = "--storage takes a connection string, the name or address of a storage account, or `emulator`";

    /// <summary>The emulator on <paramref name="ports"/> of this machine.</summary>
    public static StorageAddress Emulator(EmulatorPorts ports) =>
        new($"the emulator on ports {ports}", Single("Storage", ports.ConnectionString), ports.ConnectionString, ports);

    /// <summary>What a person means by the value of <c>--storage</c>.</summary>
    /// <exception cref="CliException">It is none of what can be meant.</exception>
    public static StorageAddress Parse(string text)
    {
        text = text.Trim();
        if (text.Equals(EmulatorWord, StringComparison.OrdinalIgnoreCase) || text.Equals("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase))
        {
            return Emulator(EmulatorPorts.From(EmulatorPorts.DefaultFirst));
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http") return OfAccountAt(uri!);
        if (text.Contains('=', StringComparison.Ordinal)) return OfConnectionString(text);
        if (IsAccountName(text)) return new StorageAddress($"the account {text}", Single("Storage:accountName", text), null, null);
        throw new CliException($"{text} is no storage", Takes, ExitCode.Usage);
    }

    static StorageAddress OfConnectionString(string text)
    {
        try
        {
            var client = new BlobServiceClient(text);
            return new StorageAddress($"the account {client.AccountName} at {client.Uri.Authority}", Single("Storage", text), text, null);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new CliException(
                $"The connection string is not right: {e.Message}",
                "Copy it whole, in quotation marks: a shell cuts it at the first semicolon otherwise\n" + Takes,
                ExitCode.Usage,
                e);
        }
    }

    static StorageAddress OfAccountAt(Uri uri)
    {
        // https://ACCOUNT.blob.core.windows.net, or the same of another service or cloud.
        var host = uri.Host.Split('.', 3);
        if (host is not [var account, "blob" or "table" or "queue", var suffix])
        {
            throw new CliException($"{uri} is no storage account", "Its address looks like https://ACCOUNT.blob.core.windows.net\n" + Takes, ExitCode.Usage);
        }

        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var service in (string[])["blob", "table", "queue"]) settings[$"Storage:{service}ServiceUri"] = $"https://{account}.{service}.{suffix}";
        return new StorageAddress($"the account {account}", settings, null, null);
    }

    static bool IsAccountName(string text) => text.Length is >= 3 and <= 24 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    static Dictionary<string, string?> Single(string key, string value) => new(StringComparer.OrdinalIgnoreCase) { [key] = value };
}
