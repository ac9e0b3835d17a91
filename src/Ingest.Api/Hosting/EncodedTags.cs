using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Hosting;

/// <summary>
/// Keeps strong ETags true under compression: two encodings of an answer differ in their bytes, so they may not share a strong tag
/// (RFC 9110, 8.8.3.3). The encoding is put at the tag's end on the way out and taken off on the way in.
/// </summary>
public sealed class EncodedTags(RequestDelegate next)
{
    static readonly string[] Suffixes = ["-gzip\"", "-br\""];

    /// <summary>Runs the request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var asked = context.Request.Headers.IfNoneMatch.ToString();
        var bare = Suffixes.Aggregate(asked, (tags, suffix) => tags.Replace(suffix, "\"", StringComparison.Ordinal));
        if (asked.Length > 0) context.Request.Headers.IfNoneMatch = bare;
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            var tag = headers.ETag.ToString();
            if (tag.Length < 2) return Task.CompletedTask;
            var marked = Suffixes.Select(suffix => tag[..^1] + suffix).ToArray();
            if (context.Response.StatusCode == StatusCodes.Status304NotModified) headers.ETag = marked.FirstOrDefault(each => asked.Contains(each, StringComparison.Ordinal)) ?? tag;
            else if (headers.ContentEncoding.ToString() is { Length: > 0 } encoding) headers.ETag = $"{tag.AsSpan(0, tag.Length - 1)}-{encoding}\"";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
