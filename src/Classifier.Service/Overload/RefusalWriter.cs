using System.Globalization;
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

    public static Task WriteAsync(HttpContext context, ClassifierException error)
    {
        var status = StatusMapper.ToStatus(error);
        if (BodyLimit.IsGrpc(context.Request))
        {
            WriteGrpc(context.Response, status);
            return Task.CompletedTask;
        }

        return WriteJsonAsync(context.Response, status, error.Kind);
    }

    /// <summary>A response of headers alone: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md.</summary>
    private static void WriteGrpc(HttpResponse response, Status status)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = BodyLimit.GrpcContent;
        response.Headers["grpc-status"] = status.Code.ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Uri.EscapeDataString(status.Message);
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray());
    }

    private static Task WriteJsonAsync(HttpResponse response, Status status, ErrorKind kind)
    {
        response.StatusCode = StatusMapper.HttpCodeOf(kind);
        response.ContentType = "application/json; charset=utf-8";
        var retry = StatusMapper.RetryOf(kind);
        if (retry > TimeSpan.Zero)
        {
            // Whole seconds are all that the header can say.
            response.Headers.RetryAfter = Math.Ceiling(retry.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return response.WriteAsync(Json.Format(status));
    }
}
