namespace Ingest.Api.Contract;

/// <summary>In what order speakers are listed.</summary>
public enum SpeakerOrder
{
    /// <summary>By name.</summary>
    Name,

    /// <summary>The most quoted first.</summary>
    Quotes,
}

/// <summary>The form of a list.</summary>
public enum ListFormat
{
    /// <summary>A page as <c>{"items":[…],"next":…}</c>.</summary>
    Json,

    /// <summary>The whole list as comma-separated values (RFC 4180) with a header line.</summary>
    Csv,

    /// <summary>The whole list, a JSON object a line.</summary>
    Ndjson,
}
