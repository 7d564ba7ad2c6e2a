using System.Text;
using Classifier.Core;
using Classifier.Service.Overload;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Classifier.Service.Hosting;

/// <summary>
/// Refuses JSON in a charset that nobody knows, and takes its name out of quotes: transcoding would answer both as
/// failures of the service.
/// </summary>
internal static class KnownCharset
{
    private static readonly PreparedRefusal Unknown = PreparedRefusal.Of(new(
        ErrorKind.InvalidArgument, "CHARSET_UNKNOWN", "Content-Type names a charset that is not known here; send UTF-8."));

    public static void UseKnownCharset(this WebApplication app) => app.Use(next => context =>
    {
        if (BodyLimit.IsGrpc(context.Request)
            || !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.Charset.HasValue)
        {
            return next(context);
        }

        type.Charset = HeaderUtilities.RemoveQuotes(type.Charset);
        context.Request.ContentType = type.ToString();
        return IsKnown(type.Charset) ? next(context) : Unknown.WriteAsync(context);
    });

    private static bool IsKnown(StringSegment charset)
    {
        try
        {
            _ = Encoding.GetEncoding(charset.ToString());
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
