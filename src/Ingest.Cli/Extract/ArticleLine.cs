using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Cli.Extract;

/// <summary>
/// An article as a line of NDJSON, the public form of what is found in it: every field always there, in this order, null where the
/// article does not tell. Offsets are UTF-16 code units into the decoded text of the file, end exclusive.
/// </summary>
public static class ArticleLine
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, without its end.</summary>
    public static string Write(Article article)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", Path.GetFileNameWithoutExtension(article.Name));
            json.WriteString("url", article.Url);
            json.WriteString("date", article.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("dateFrom", JsonNamingPolicy.CamelCase.ConvertName(article.DateFrom.ToString()));
            json.WriteString("title", article.Title);
            json.WriteString("dateline", article.Dateline);
            json.WriteString("source", article.Source);
            json.WriteStartArray("quotes");
            foreach (var quote in article.Quotes) Write(json, quote);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static void Write(Utf8JsonWriter json, Quote quote)
    {
        json.WriteStartObject();
        Write(json, "spans", quote.Spans);
        json.WriteString("text", quote.Text);
        json.WriteString("type", JsonNamingPolicy.CamelCase.ConvertName(quote.Type.ToString()));
        json.WriteString("cue", quote.Cue);
        Write(json, "cueSpan", quote.CueSpan);
        json.WriteString("speaker", quote.Speaker?.Name);
        Write(json, "speakerSpan", quote.SpeakerSpan);
        json.WriteString("role", quote.Speaker?.Role);
        json.WriteBoolean("named", quote.Speaker?.Named ?? false);
        Write(json, "fragments", quote.Fragments);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, IReadOnlyList<TextSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans) Write(json, span);
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, string name, TextSpan? span)
    {
        json.WritePropertyName(name);
        if (span is { } there) Write(json, there);
        else json.WriteNullValue();
    }

    static void Write(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }
}
