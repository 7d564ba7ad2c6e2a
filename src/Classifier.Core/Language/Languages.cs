namespace Classifier.Core.Language;

/// <summary>One language that passages can carry.</summary>
/// <param name="Tag">BCP-47 tag; a label, never a culture.</param>
/// <param name="Macro">BCP-47 macrolanguage, or the tag itself.</param>
/// <param name="Script">The script it is written in here.</param>
public sealed record LanguageInfo(string Tag, string Macro, Text.Script Script);

/// <summary>The table of languages. A new one is a row here, lexicon rows, and passages.</summary>
public static class Languages
{
    public const string Dutch = "nl";
    public const string English = "en";
    public const string Kurmanji = "kmr";
    public const string Sorani = "ckb";

    /// <summary>Any other language, or too little text to tell.</summary>
    public const string Undetermined = "und";

    /// <summary>The languages that the tag models know, in the order of every report.</summary>
    public static IReadOnlyList<LanguageInfo> Tagged { get; } =
    [
        new(English, English, Text.Script.Latin),
        new(Dutch, Dutch, Text.Script.Latin),
        new(Kurmanji, "ku", Text.Script.Latin),
        new(Sorani, "ku", Text.Script.Arabic),
    ];

    /// <summary>How many answers there are to what a text's language is: all tags, and none of them.</summary>
    public static int Answers { get; } = Tagged.Count + 1;

    /// <summary>Their tags, for messages.</summary>
    public static string TaggedNames { get; } = string.Join(", ", Tagged.Select(l => l.Tag));

    /// <summary>Place of a tag in <see cref="Tagged"/>, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<char> tag)
    {
        for (var i = 0; i < Tagged.Count; i++)
        {
            if (tag.SequenceEqual(Tagged[i].Tag))
            {
                return i;
            }
        }

        return -1;
    }

    public static bool IsTagged(string tag) => IndexOf(tag) >= 0;

    public static bool IsKnown(string tag) => IsTagged(tag) || tag == Undetermined;
}
