using System.Diagnostics.CodeAnalysis;

namespace Ingest.Text.Articles;

/// <summary>An upload gives an article or a reason why not, never both and never an exception.</summary>
public sealed record ParseResult
{
    ParseResult(Article? article, string? reason)
    {
        Article = article;
        Reason = reason;
    }

    /// <summary>The article; null where the upload was refused.</summary>
    public Article? Article { get; }

    /// <summary>Why the upload was refused, in a sentence that says what to do; null where it was not.</summary>
    public string? Reason { get; }

    /// <summary>Whether there is an article.</summary>
    [MemberNotNullWhen(true, nameof(Article))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool Ok => Article is not null;

    /// <summary>The upload was read.</summary>
    public static ParseResult Of(Article article) => new(article, null);

    /// <summary>The upload was refused for <paramref name="reason"/>.</summary>
    public static ParseResult Refused(string reason) => new(null, reason);
}
