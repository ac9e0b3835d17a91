using System.Buffers;
using Ingest.Text.Articles;
using Ingest.Text.Quotes;
using Ingest.Text.Reading;
using Ingest.Text.Speakers;
using Ingest.Text.Tokens;

namespace Ingest.Text;

/// <summary>Bytes to <see cref="Article"/>: the one way into this library.</summary>
public static class ArticleParser
{
    /// <summary>Reads an upload and finds the quotes and speakers in it.</summary>
    /// <param name="content">The file as uploaded.</param>
    /// <param name="name">The blob's or file's name.</param>
    /// <param name="uploaded">When it was uploaded; gives the date where the upload has none.</param>
    /// <param name="options">Bounds; <see cref="ParseOptions.Default"/> where null.</param>
    public static ParseResult Parse(ReadOnlySpan<byte> content, string name, DateTimeOffset uploaded, ParseOptions? options = null)
    {
        var read = UploadReader.Read(content, name, uploaded, options ?? ParseOptions.Default);
        if (!read.Ok) return read;
        using var tokens = TokenizedText.Of(read.Article);
        var attributions = QuoteFinder.Shared.Find(tokens);
        var room = ArrayPool<Resolution>.Shared.Rent(attributions.Count);
        var speakers = room.AsSpan(0, attributions.Count);
        SpeakerResolver.Resolve(tokens, attributions, speakers);
        read.Article.SetQuotes(QuoteAssembly.Of(read.Article.Text, attributions, speakers));
        ArrayPool<Resolution>.Shared.Return(room, clearArray: true);
        return read;
    }
}
