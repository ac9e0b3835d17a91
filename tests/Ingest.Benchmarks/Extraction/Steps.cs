using System.Buffers;
using System.Text;
using Ingest.Text;
using Ingest.Text.Articles;
using Ingest.Text.Quotes;
using Ingest.Text.Reading;
using Ingest.Text.Tokens;

namespace Ingest.Benchmarks.Extraction;

/// <summary>What is measured; each gives the number of things that it found.</summary>
static class Steps
{
    static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„«»'‘’");
    static readonly ParseOptions Options = new() { MaxBytes = int.MaxValue };

    /// <summary>The whole.</summary>
    public static int Parse(byte[] upload) => ArticleParser.Parse(upload, "article.txt", DateTimeOffset.UnixEpoch, Options).Article?.Quotes.Count ?? 0;

    /// <summary>What nothing that reads the text can do without: decoding it, and one look at each character.</summary>
    public static int Floor(byte[] upload)
    {
        var text = Encoding.UTF8.GetString(upload).AsSpan();
        var marks = 0;
        while (text.IndexOfAny(Marks) is var next and >= 0)
        {
            marks++;
            text = text[(next + 1)..];
        }
        return marks;
    }

    public static int Read(byte[] upload) => UploadReader.Read(upload, "article.txt", DateTimeOffset.UnixEpoch, Options).Article?.Paragraphs.Count ?? 0;

    public static int Tokens(byte[] upload)
    {
        if (UploadReader.Read(upload, "article.txt", DateTimeOffset.UnixEpoch, Options).Article is not { } article) return 0;
        using var tokens = TokenizedText.Of(article);
        return tokens.Tokens.Length;
    }

    public static int Attributions(byte[] upload)
    {
        if (UploadReader.Read(upload, "article.txt", DateTimeOffset.UnixEpoch, Options).Article is not { } article) return 0;
        using var tokens = TokenizedText.Of(article);
        return QuoteFinder.Shared.Find(tokens).Count;
    }
}
