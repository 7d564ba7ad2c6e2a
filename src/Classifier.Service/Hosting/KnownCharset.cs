using System.Text;
using Classifier.Core;
using Classifier.Service.Errors;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Classifier.Service.Hosting;

/// <summary>
/// The charset of calls over REST: one that nobody knows is refused, and one in quotes is taken out of them.
/// Transcoding would answer both as failures of the service.
/// </summary>
internal sealed class KnownCharset(RequestDelegate next, CallRefusal refusal)
{
    /// <summary>The same for all, as it is made once; the name is in the caller's hands anyway.</summary>
    public static ClassifierException Unknown() =>
        Violation.Of("CHARSET_UNKNOWN", "content-type", "names a charset that is not known here; UTF-8 is");

    public Task InvokeAsync(HttpContext context)
    {
        if (CallKind.Of(context) is null
            || BodyLimit.IsGrpc(context.Request)
            || !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.Charset.HasValue)
        {
            return next(context);
        }

        var name = HeaderUtilities.RemoveQuotes(type.Charset);
        if (Find(name) is not { } known)
        {
            return refusal.CharsetUnknownAsync(context);
        }

        if (name != type.Charset)
        {
            type.Encoding = known;
            context.Request.ContentType = type.ToString();
        }

        return next(context);
    }

    private static Encoding? Find(StringSegment name)
    {
        try
        {
            return Encoding.GetEncoding(name.ToString());
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
