using System.Globalization;
using System.Text;
using Classifier.Core;
using Classifier.Service.Hosting;
using Classifier.Service.Tagging;
using Google.Protobuf;
using Status = Google.Rpc.Status;

namespace Classifier.Service.Overload;

/// <summary>Refuses a call before gRPC or its JSON form has seen it, in the words that these would use.</summary>
internal static class RefusalWriter
{
    private static readonly JsonFormatter Json = new(new(false, GrpcSetup.Details));

    public static Task WriteAsync(HttpContext context, ClassifierException error) => WriteAsync(
        context, StatusMapper.ToStatus(error), StatusMapper.HttpCodeOf(error.Kind), StatusMapper.RetryOf(error.Kind));

    /// <param name="context">The call.</param>
    /// <param name="status">What gRPC callers get, and REST callers as JSON.</param>
    /// <param name="http">Its code over HTTP.</param>
    /// <param name="retry">When to send the call again; 0 where that does not help.</param>
    public static Task WriteAsync(HttpContext context, Status status, int http, TimeSpan retry)
    {
        if (BodyLimit.IsGrpc(context.Request))
        {
            WriteGrpc(context.Response, status);
            return Task.CompletedTask;
        }

        return WriteJsonAsync(context.Response, status, http, retry);
    }

    /// <summary>Whole seconds are all that the header can say.</summary>
    public static string RetryAfter(TimeSpan retry) =>
        Math.Ceiling(retry.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    /// <summary>A response of headers alone: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md.</summary>
    private static void WriteGrpc(HttpResponse response, Status status)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = BodyLimit.GrpcContent;
        response.Headers["grpc-status"] = status.Code.ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Escaped(status.Message);
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray());
    }

    /// <summary>
    /// Only what gRPC wants escaped: some clients don't take back the escapes of characters that URLs reserve.
    /// https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#responses
    /// </summary>
    internal static string Escaped(string message) => string.Concat(Encoding.UTF8.GetBytes(message).Select(
        b => b is >= (byte)' ' and <= (byte)'~' and not (byte)'%' ? $"{(char)b}" : $"%{b:X2}"));

    private static Task WriteJsonAsync(HttpResponse response, Status status, int http, TimeSpan retry)
    {
        response.StatusCode = http;
        response.ContentType = "application/json; charset=utf-8";
        if (retry > TimeSpan.Zero)
        {
            response.Headers.RetryAfter = RetryAfter(retry);
        }

        return response.WriteAsync(Json.Format(status));
    }
}
