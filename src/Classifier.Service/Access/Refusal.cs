using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using HttpResponse = Microsoft.AspNetCore.Http.HttpResponse;
using Status = Google.Rpc.Status;

namespace Classifier.Service.Access;

/// <summary>Answers a call that never reaches its method: as gRPC trailers, or as the JSON that REST errors have.</summary>
internal static class Refusal
{
    private const string GrpcContent = "application/grpc";

    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(
        TypeRegistry.FromMessages(ErrorInfo.Descriptor, RetryInfo.Descriptor)));

    /// <param name="context">The call.</param>
    /// <param name="code">Its status.</param>
    /// <param name="message">ASCII; never anything that the caller sent.</param>
    /// <param name="details">Messages of google.rpc.</param>
    public static Task WriteAsync(HttpContext context, StatusCode code, string message, params IMessage[] details)
    {
        var status = new Status { Code = (int)code, Message = message };
        status.Details.AddRange(details.Select(Any.Pack));
        return context.Request.ContentType?.StartsWith(GrpcContent, StringComparison.Ordinal) is true
            ? WriteTrailers(context.Response, status)
            : WriteJsonAsync(context.Response, status);
    }

    /// <summary>Without a body the headers are the trailers.</summary>
    private static Task WriteTrailers(HttpResponse response, Status status)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = GrpcContent;
        response.Headers["grpc-status"] = $"{status.Code}";
        response.Headers["grpc-message"] = Escaped(status.Message);
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray());
        return Task.CompletedTask;
    }

    /// <summary>
    /// Only what gRPC wants escaped: some clients don't take back the escapes of characters that URLs reserve.
    /// https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#responses
    /// </summary>
    internal static string Escaped(string message) => string.Concat(Encoding.UTF8.GetBytes(message).Select(
        b => b is >= (byte)' ' and <= (byte)'~' and not (byte)'%' ? $"{(char)b}" : $"%{b:X2}"));

    private static Task WriteJsonAsync(HttpResponse response, Status status)
    {
        response.StatusCode = HttpCode((StatusCode)status.Code);
        response.ContentType = "application/json";
        return response.WriteAsync(Formatter.Format(status));
    }

    private static int HttpCode(StatusCode code) => code switch
    {
        StatusCode.Unauthenticated => StatusCodes.Status401Unauthorized,
        StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
        StatusCode.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status500InternalServerError,
    };
}
