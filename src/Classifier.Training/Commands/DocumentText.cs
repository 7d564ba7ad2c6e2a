using System.Text;
using Classifier.Core;

namespace Classifier.Training.Commands;

/// <summary>A document as it comes from a file or a pipe: UTF-8, or what its byte order mark says.</summary>
internal static class DocumentText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(true, throwOnInvalidBytes: true);

    private static readonly Encoding[] Marked =
        [Utf8, new UnicodeEncoding(false, true, throwOnInvalidBytes: true), new UnicodeEncoding(true, true, true)];

    /// <summary>The document without its byte order mark; no letter is replaced.</summary>
    /// <param name="bytes">As they came.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ClassifierException">Some bytes are no text of the encoding.</exception>
    public static string Of(byte[] bytes, string name)
    {
        var encoding = Array.Find(Marked, e => bytes.AsSpan().StartsWith(e.Preamble));
        var mark = encoding?.Preamble.Length ?? 0;
        try
        {
            return (encoding ?? Utf8).GetString(bytes, mark, bytes.Length - mark);
        }
        catch (DecoderFallbackException e)
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "TEXT_BROKEN",
                $"{name} is not {Name(encoding ?? Utf8)} at byte {mark + e.Index}; save it as UTF-8.");
        }
    }

    private static string Name(Encoding encoding) => encoding.WebName.ToUpperInvariant();
}
