using System.Buffers;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Ingest.Cli.Files;
using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Cli.Extract;

/// <summary>Reads many files at a time and gives the results in the order of the files.</summary>
public static class Extraction
{
    /// <summary>Parses every file; a file that cannot be read is a refusal like any other.</summary>
    public static async IAsyncEnumerable<(ArticleFile File, ParseResult Result)> RunAsync(
        IReadOnlyList<ArticleFile> files,
        ParseOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The channel's bound keeps a slow file at the front from letting the rest pile up in memory.
        var ahead = Channel.CreateBounded<(ArticleFile File, Task<ParseResult> Result)>(Environment.ProcessorCount * 4);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var feeding = FeedAsync(ahead.Writer, files, options, ended.Token);
        try
        {
            await foreach (var (file, result) in ahead.Reader.ReadAllAsync(cancellationToken)) yield return (file, await result);
        }
        finally
        {
            await ended.CancelAsync();
            await feeding;
        }
    }

    static async Task FeedAsync(
        ChannelWriter<(ArticleFile, Task<ParseResult>)> ahead, IReadOnlyList<ArticleFile> files, ParseOptions options, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var file in files)
            {
                await ahead.WriteAsync((file, Task.Run(() => Parse(file, options), cancellationToken)), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone; there is nobody to feed.
        }
        finally
        {
            ahead.Complete();
        }
    }

    static ParseResult Parse(ArticleFile file, ParseOptions options)
    {
        // A file over the limit is refused by its first byte over it; the rest need not be read.
        var buffer = ArrayPool<byte>.Shared.Rent(options.MaxBytes + 1);
        try
        {
            using var stream = file.Open();
            var length = stream.ReadAtLeast(buffer.AsSpan(0, options.MaxBytes + 1), options.MaxBytes + 1, throwOnEndOfStream: false);
            var modified = stream is FileStream { SafeFileHandle: var handle } ? new DateTimeOffset(File.GetLastWriteTimeUtc(handle)) : DateTimeOffset.UtcNow;
            return ArticleParser.Parse(buffer.AsSpan(0, length), file.Name, modified, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ParseResult.Refused($"The file could not be read: {e.Message}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
