namespace Ingest.Cli.Azurite;

/// <summary>The emulator could not be installed or started.</summary>
/// <param name="message">What happened.</param>
/// <param name="advice">What to do, in lines.</param>
public sealed class AzuriteException(string message, string advice = "", Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to do, in lines; may be empty.</summary>
    public string Advice { get; } = advice;
}
