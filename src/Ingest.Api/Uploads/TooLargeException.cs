namespace Ingest.Api.Uploads;

/// <summary>An upload is larger than it may be, in bytes, files, or what it unpacks to.</summary>
/// <param name="message">Which bound it broke, and what to do.</param>
sealed class TooLargeException(string message) : Exception(message);
