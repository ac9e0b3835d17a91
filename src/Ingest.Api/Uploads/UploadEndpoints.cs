using Ingest.Api.Answers;
using Ingest.Api.Asking;
using Ingest.Api.Contract;
using Ingest.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Ingest.Api.Uploads;

/// <summary>Takes uploads. One instance for the app: it counts the uploads that are under way.</summary>
public sealed class UploadEndpoints : IDisposable
{
    readonly HttpOptions limits;
    readonly Intake intake;
    readonly SemaphoreSlim places;

    /// <summary>Takes uploads within <paramref name="options"/>.</summary>
    public UploadEndpoints(IOptions<HttpOptions> options, Intake intake)
    {
        limits = options.Value;
        this.intake = intake;
        places = new SemaphoreSlim(limits.MaxConcurrentUploads);
    }

    /// <summary>
    /// Puts the articles of a body into the container. A body that breaks a bound, or is not what it says, is refused whole, and nothing of it is stored;
    /// a file that is no article is refused alone.
    /// </summary>
    public async Task<IResult> UploadAsync(Arguments arguments)
    {
        if (!await places.WaitAsync(0, arguments.Stop))
        {
            arguments.Context.Response.Headers.RetryAfter = "2";
            return new ProblemAnswer(Problem.Of(StatusCodes.Status429TooManyRequests, $"{limits.MaxConcurrentUploads} uploads are under way, which is all that this server takes at a time. Try again in a moment."));
        }
        try
        {
            return await TakeAsync(arguments);
        }
        catch (TooLargeException large)
        {
            return new ProblemAnswer(Problem.Of(StatusCodes.Status413PayloadTooLarge, $"{large.Message} Nothing of it was stored."));
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return new ProblemAnswer(Problem.Of(StatusCodes.Status400BadRequest, $"The body is not what its Content-Type says, or it is damaged: {broken.Message} Nothing of it was stored."));
        }
        finally
        {
            places.Release();
        }
    }

    async Task<IResult> TakeAsync(Arguments arguments)
    {
        var (request, stop) = (arguments.Context.Request, arguments.Stop);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !Unpacking.MediaTypes.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase))
        {
            arguments.Context.Response.Headers.Accept = string.Join(", ", Unpacking.MediaTypes);
            return new ProblemAnswer(Problem.Of(StatusCodes.Status415UnsupportedMediaType,
                $"Articles come as text/plain, multipart/form-data, application/gzip or application/zip; the Content-Type is {(request.ContentType is { } given ? Fault.Quote(given) : "missing")}."));
        }
        if (arguments.Context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limits.MaxUploadBytes;
        if (request.ContentLength > limits.MaxUploadBytes) throw new TooLargeException($"The body is larger than {limits.MaxUploadBytes} bytes. Send it in parts.");

        await using var body = await Spool.ReadAsync(request.Body, limits.MaxUploadBytes, stop);
        var bytes = Math.Max(intake.MaxArticleBytes + 1L, Math.Min(limits.MaxUnpackedBytes, Math.Max(1, body.Length) * limits.MaxUnpackRatio));
        await foreach (var file in Files()) await file.Content.CopyToAsync(Stream.Null, stop);
        body.Position = 0;
        var answer = await intake.TakeAsync(Files(), $"{request.PathBase}/{Routes.Prefix}", stop);

        if (answer.Accepted.Count + answer.Refused.Count == 0)
            return new ProblemAnswer(Problem.Of(StatusCodes.Status400BadRequest, "The upload holds no file. A form's files are parts with a file name."));
        if (answer.Accepted.Count == 0)
        {
            return new ProblemAnswer(Problem.Of(StatusCodes.Status422UnprocessableEntity,
                answer.Refused is [var only] ? $"The file is no article: {only.Reason}" : "No file of the upload is an article; `refused` tells why, file by file.") with
            { Refused = answer.Refused });
        }
        if (answer.Accepted is [var first]) arguments.Context.Response.Headers.Location = first.Article;
        return new PlainJson(StatusCodes.Status202Accepted, WireJson.Bytes(answer));

        IAsyncEnumerable<UploadedFile> Files() => Unpacking.FilesAsync(body, type, arguments.Get(Parameters.Name), new Meter(limits.MaxUploadFiles, bytes), stop);
    }

    /// <inheritdoc />
    public void Dispose() => places.Dispose();
}
