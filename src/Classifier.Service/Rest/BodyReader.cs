using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Classifier.Core;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Classifier.Service.Rest;

/// <summary>Reads bodies whole, as transcoding does, holds them against their form and leaves them to it.</summary>
internal sealed class BodyReader(IOptions<ServiceOptions> options)
{
    /// <summary>The server has its limit on bodies; one of the pipe's own would only stop the copying.</summary>
    private static readonly PipeOptions Unbounded = new(pauseWriterThreshold: 0);

    private const string JsonType = "application/json";

    private readonly ServiceOptions _limits = options.Value;

    /// <exception cref="ClassifierException">Transcoding would not take the body.</exception>
    /// <exception cref="IOException">The caller has gone.</exception>
    public async Task ReadAsync(HttpContext context, JsonForm form)
    {
        var request = context.Request;
        CheckPlain(request);
        var encoding = EncodingOf(request);
        var (reader, body) = await WholeAsync(request);
        var unread = body.End;
        try
        {
            var recoded = encoding.CodePage == Encoding.UTF8.CodePage ? null : Recoded(request, encoding, body);
            if (Check(recoded is null ? body : new(recoded), form) is { } mended)
            {
                request.Body = new MemoryStream(mended.Json.ToArray());
                context.Features.Set(mended.Items);
            }
            else if (recoded is not null)
            {
                request.Body = new MemoryStream(recoded);
            }
            else
            {
                request.Body = reader.AsStream(leaveOpen: true);
                unread = body.Start;
            }
        }
        finally
        {
            reader.AdvanceTo(unread);
        }
    }

    /// <summary>Nothing here unpacks bodies: zipping is for gRPC, which has limits for it.</summary>
    private static void CheckPlain(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Any(e => !"identity".Equals(e, StringComparison.OrdinalIgnoreCase)))
        {
            throw BodyErrors.Encoded();
        }
    }

    /// <summary>
    /// The body in UTF-8, and said to be: transcoding answers in the charset of the question, which may have no letter
    /// for most of the answer.
    /// </summary>
    private static byte[] Recoded(HttpRequest request, Encoding encoding, ReadOnlySequence<byte> body)
    {
        request.ContentType = JsonType;
        return Encoding.Convert(encoding, Encoding.UTF8, body.ToArray());
    }

    /// <summary>Charsets that nobody knows have been refused before.</summary>
    private static Encoding EncodingOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.MediaType.Equals(JsonType, StringComparison.OrdinalIgnoreCase)
            || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            ? type.Encoding ?? Encoding.UTF8
            : throw BodyErrors.NoJsonType();

    /// <summary>
    /// Most bodies are there at once. Others are taken from the server as they come: it can't end a request cleanly
    /// whose body was only looked at. No token either, for the same reason; when a caller goes, reading ends anyway.
    /// </summary>
    private async ValueTask<(PipeReader Reader, ReadOnlySequence<byte> Body)> WholeAsync(HttpRequest request)
    {
        try
        {
            var reader = request.BodyReader;
            var read = await reader.ReadAsync();
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start);
                var pipe = new Pipe(Unbounded);
                await reader.CopyToAsync(pipe.Writer);
                await pipe.Writer.CompleteAsync();
                (reader, read) = (pipe.Reader, await pipe.Reader.ReadAsync());
            }

            return (reader, read.Buffer);
        }
        catch (BadHttpRequestException e)
        {
            throw e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Oversize.Error(request.ContentLength, _limits.MaxMessageBytes)
                : BodyErrors.BrokenOff();
        }
    }

    private MendedBody? Check(ReadOnlySequence<byte> body, JsonForm form)
    {
        if (body.IsSingleSegment)
        {
            return Check(body.FirstSpan, form);
        }

        var length = (int)body.Length;
        var whole = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(whole);
            return Check(whole.AsSpan(0, length), form);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(whole);
        }
    }

    /// <summary>Transcoding does without a byte order mark as well.</summary>
    private MendedBody? Check(ReadOnlySpan<byte> body, JsonForm form)
    {
        var mark = Encoding.UTF8.Preamble;
        var json = body.StartsWith(mark) ? body[mark.Length..] : body;
        return new JsonCheck(json, _limits.MaxBatchSize).Run(form);
    }
}
