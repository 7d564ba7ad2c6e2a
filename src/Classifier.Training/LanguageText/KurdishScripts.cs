using System.Collections.Frozen;
using System.Text;

namespace Classifier.Training.LanguageText;

/// <summary>
/// Kurmanji written in Arabic letters and Sorani in Latin ones, for which there is little text. Letter by letter after
/// the correspondence table of the Kurdish Academy; the short i, which Arabic script does not write, is lost one way
/// and guessed the other. Good enough to tell the pair apart, not to be read.
/// </summary>
internal static class KurdishScripts
{
    private static readonly FrozenDictionary<char, string> Latin = Table(
        "اa بb پp تt جc چç حḧ خx دd رr ڕř زz ژj سs شş ع' غẍ فf "
        + "ڤv قq کk گg لl ڵł مm نn ۆo هh ەe ێê ئ ؟? ،, ؛; ھh كk");

    private static readonly FrozenDictionary<char, string> Arabic = Table(
        "aا bب cج çچ dد eە êێ fف gگ hه i îی jژ kک lل mم "
        + "nن oۆ pپ qق rر sس şش tت uو ûوو vڤ wو xخ yی zز ?؟ ,،");

    /// <summary>A line of Kurmanji in Arabic script.</summary>
    public static string ToArabic(string kurmanji)
    {
        var result = new StringBuilder(kurmanji.Length);
        var before = ' ';
        foreach (var c in kurmanji.ToLowerInvariant())
        {
            if (IsLatinVowel(c) && !char.IsLetter(before))
            {
                result.Append('ئ');
            }

            result.Append(Arabic.TryGetValue(c, out var letters) ? letters : c.ToString());
            before = c;
        }

        return result.ToString();
    }

    /// <summary>A line of Sorani in Latin script.</summary>
    public static string ToLatin(string sorani)
    {
        var result = new StringBuilder(sorani.Length);
        for (var i = 0; i < sorani.Length; i++)
        {
            var doubled = sorani[i] == 'و' && i + 1 < sorani.Length && sorani[i + 1] == 'و';
            result.Append(sorani[i] switch
            {
                'و' when doubled => "û",
                'و' => IsConsonant(sorani, i) ? "w" : "u",
                'ی' or 'ي' => IsConsonant(sorani, i) ? "y" : "î",
                '\u200C' => "",
                var c => Latin.TryGetValue(c, out var letters) ? letters : c.ToString(),
            });
            i += doubled ? 1 : 0;
        }

        return result.ToString();
    }

    /// <summary>Pairs of a letter and what is written for it; nothing for a letter alone.</summary>
    private static FrozenDictionary<char, string> Table(string pairs) =>
        pairs.Split(' ').ToFrozenDictionary(p => p[0], p => p[1..]);

    private static bool IsLatinVowel(char c) => c is 'a' or 'e' or 'ê' or 'i' or 'î' or 'o' or 'u' or 'û';

    private static bool IsVowel(char c) => c is 'ا' or 'ە' or 'ێ' or 'ۆ';

    /// <summary>Beside a vowel or first in a longer word, و and ی are consonants.</summary>
    private static bool IsConsonant(string text, int i)
    {
        var starts = i == 0 || !char.IsLetter(text[i - 1]);
        var ends = i + 1 == text.Length || !char.IsLetter(text[i + 1]);
        return starts ? !ends : IsVowel(text[i - 1]) || (!ends && IsVowel(text[i + 1]));
    }
}
