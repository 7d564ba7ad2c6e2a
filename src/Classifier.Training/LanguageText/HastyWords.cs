using System.Text;
using Classifier.Core.Language;

namespace Classifier.Training.LanguageText;

/// <summary>
/// What haste does to any one word: Dutch <c>slapen</c> to <c>slape</c>, English <c>going</c> to <c>goin</c>.
/// </summary>
internal static class HastyWords
{
    private static readonly (Func<string, bool> Fits, Func<string, string> Change, float Share)[] Dutch =
    [
        (w => w.EndsWith("en", StringComparison.Ordinal), w => w[..^1], 0.5f),
        (w => w.EndsWith("en", StringComparison.Ordinal), w => w[..^2] + "n", 0.25f),
        (w => w.EndsWith("je", StringComparison.Ordinal), w => w[..^2] + "ke", 0.4f),
        (w => w.Contains("ij", StringComparison.Ordinal), w => w.Replace("ij", "y", StringComparison.Ordinal), 0.4f),
        (w => w.Contains("ch", StringComparison.Ordinal), w => w.Replace("ch", "g", StringComparison.Ordinal), 0.2f),
        (w => w.EndsWith("cht", StringComparison.Ordinal), w => w[..^1], 0.2f),
        (w => w[0] == 'h', w => w[1..], 0.2f),
        (w => w.Contains("oo", StringComparison.Ordinal), w => w.Replace("oo", "uo", StringComparison.Ordinal), 0.1f),
        (w => w.Contains("aa", StringComparison.Ordinal), w => w.Replace("aa", "oa", StringComparison.Ordinal), 0.15f),
        (w => w.Length < 8, WithoutVowels, 0.1f),
    ];

    private static readonly (Func<string, bool> Fits, Func<string, string> Change, float Share)[] English =
    [
        (w => w.EndsWith("ing", StringComparison.Ordinal), w => w[..^1], 0.4f),
        (w => w.Length < 8, WithoutVowels, 0.05f),
    ];

    /// <summary>A word of four letters or more, changed by the rules of its language that the dice pick.</summary>
    public static string Of(string word, string tag, float rate, ref Dice dice)
    {
        var letters = word.AsSpan().TrimEnd(".,;:!?\"')”»…").ToString();
        var end = word[letters.Length..];
        foreach (var (fits, change, share) in tag switch
        {
            Languages.Dutch => Dutch,
            Languages.English => English,
            _ => []
        })
        {
            if (letters.Length > 3 && fits(letters) && dice.Chance(rate * share))
            {
                letters = change(letters);
            }
        }

        return letters + end;
    }

    /// <summary><c>gewoon</c> to <c>gwn</c>: the first letter and the consonants behind it.</summary>
    public static string WithoutVowels(string word)
    {
        var rest = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            rest.Append(rest.Length > 0 && "aeiouyAEIOUY".Contains(c, StringComparison.Ordinal) ? "" : c);
        }

        return rest.ToString();
    }
}
