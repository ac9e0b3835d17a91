namespace Ingest.Api.Uploads;

/// <summary>What became of the files of an upload. What was accepted is in the container and is ingested next.</summary>
/// <param name="Accepted">In the order sent.</param>
/// <param name="Refused">In the order sent. None of these is stored anywhere.</param>
public sealed record UploadAnswer(IReadOnlyList<AcceptedUpload> Accepted, IReadOnlyList<RefusedUpload> Refused);

/// <summary>A file that went into the container.</summary>
/// <param name="Name">The file's name as sent.</param>
/// <param name="Blob">The name of its blob.</param>
/// <param name="ArticleId">The article's id: the same for every version of it.</param>
/// <param name="Title">Its headline; empty where it has none.</param>
/// <param name="Date">Its date.</param>
/// <param name="Quotes">How many quotes stand in it.</param>
/// <param name="Article">Where the article can be read once it is ingested.</param>
/// <param name="Status">Where to ask what became of it.</param>
public sealed record AcceptedUpload(string Name, string Blob, string ArticleId, string Title, DateOnly Date, int Quotes, string Article, string Status);

/// <summary>A file that was refused.</summary>
/// <param name="Name">The file's name as sent.</param>
/// <param name="Reason">Why, in a sentence that says what to do.</param>
public sealed record RefusedUpload(string Name, string Reason);
