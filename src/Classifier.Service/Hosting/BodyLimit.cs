using Microsoft.AspNetCore.Http.Features;

namespace Classifier.Service.Hosting;

/// <summary>
/// Leaves the size of gRPC messages to gRPC, which refuses with a status of its own; the server's limit on bodies,
/// which only breaks the connection, stays for everything else.
/// </summary>
internal static class BodyLimit
{
    public const string GrpcContent = "application/grpc";

    public static void UseBodyLimit(this WebApplication app) => app.Use(next => context =>
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (limit is { IsReadOnly: false } && IsGrpc(context.Request))
        {
            limit.MaxRequestBodySize = null;
        }

        return next(context);
    });

    /// <summary>Whether a body is what gRPC itself reads; its cousins, such as that of JSON, are not.</summary>
    public static bool IsGrpc(HttpRequest request) =>
        request.ContentType is { } type
        && type.StartsWith(GrpcContent, StringComparison.Ordinal)
        && IsEnd(type.AsSpan(GrpcContent.Length));

    private static bool IsEnd(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || rest[0] == ';' || rest.StartsWith("+proto", StringComparison.Ordinal);
}
