using Classifier.Core.Language;

namespace Classifier.Core.Tests.Samples;

/// <summary>All sample passages with the language they were written in.</summary>
internal static class Passages
{
    public static IReadOnlyList<(string Language, string Text)> All { get; } =
    [
        .. EnglishTexts.All.Select(t => (Languages.English, t)),
        .. DutchTexts.All.Select(t => (Languages.Dutch, t)),
        .. KurmanjiTexts.All.Select(t => (Languages.Kurmanji, t)),
        .. SoraniTexts.All.Select(t => (Languages.Sorani, t)),
    ];
}
