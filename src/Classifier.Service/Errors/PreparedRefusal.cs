using System.Globalization;
using System.Text;
using Classifier.Core;
using Classifier.Service.Hosting;
using Google.Protobuf;
using Microsoft.Extensions.Primitives;
using Status = Google.Rpc.Status;

namespace Classifier.Service.Errors;

/// <summary>
/// Refuses calls before gRPC or its JSON form has seen them, in the words that these would use. All of it is made once,
/// and nothing is thrown: a service that is offered twice what it can answer writes it tens of thousands of
/// times a second.
/// </summary>
/// <param name="status">What gRPC callers get, and REST callers as JSON.</param>
/// <param name="http">Its code over HTTP.</param>
/// <param name="retry">When to send the call again; 0 where that does not help.</param>
/// <param name="pushback">What gRPC clients are told that do so by themselves; null for nothing.</param>
internal sealed class PreparedRefusal(Status status, int http, TimeSpan retry, string? pushback)
{
    private static readonly JsonFormatter Formatter = new(new(false, GrpcSetup.Details));

    private readonly StringValues _code = status.Code.ToString(CultureInfo.InvariantCulture);
    private readonly StringValues _message = Escaped(status.Message);
    private readonly StringValues _details = Convert.ToBase64String(status.ToByteArray());
    private readonly StringValues _pushback = pushback;
    private readonly Lazy<string> _json = new(() => Formatter.Format(status));

    public static PreparedRefusal Of(ClassifierException error) => Of(error, StatusMapper.HttpCodeOf(error.Kind));

    public static PreparedRefusal Of(ClassifierException error, int http) =>
        new(StatusMapper.ToStatus(error), http, StatusMapper.RetryOf(error), Pushback.Of(error));

    public Task WriteAsync(HttpContext context)
    {
        if (BodyLimit.IsGrpc(context.Request))
        {
            WriteGrpc(context.Response);
            return Task.CompletedTask;
        }

        return WriteJsonAsync(context.Response);
    }

    public Task WriteJsonAsync(HttpResponse response)
    {
        response.StatusCode = http;
        response.ContentType = "application/json; charset=utf-8";
        TellWhen(retry, response);
        return response.WriteAsync(_json.Value);
    }

    /// <summary>Over REST a header says when to come again, where that is of use.</summary>
    public static void TellWhen(TimeSpan retry, HttpResponse response)
    {
        if (retry > TimeSpan.Zero)
        {
            response.Headers.RetryAfter = RetryAfter(retry);
        }
    }

    /// <summary>Whole seconds are all that the header can say.</summary>
    public static string RetryAfter(TimeSpan retry) =>
        Math.Ceiling(retry.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Only what gRPC wants escaped: some clients don't take back the escapes of characters that URLs reserve.
    /// https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#responses
    /// </summary>
    internal static string Escaped(string message) => string.Concat(Encoding.UTF8.GetBytes(message).Select(
        b => b is >= (byte)' ' and <= (byte)'~' and not (byte)'%' ? $"{(char)b}" : $"%{b:X2}"));

    /// <summary>A response of headers alone: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md.</summary>
    private void WriteGrpc(HttpResponse response)
    {
        response.ContentType = BodyLimit.GrpcContent;
        WriteTo(response.Headers);
    }

    /// <summary>Into the headers or trailers that end a gRPC call.</summary>
    public void WriteTo(IHeaderDictionary ending)
    {
        ending["grpc-status"] = _code;
        ending["grpc-message"] = _message;
        ending["grpc-status-details-bin"] = _details;
        if (_pushback.Count > 0)
        {
            ending[Pushback.Header] = _pushback;
        }
    }
}
