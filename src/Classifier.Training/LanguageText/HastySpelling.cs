using System.Collections.Frozen;
using Classifier.Core;
using Classifier.Core.Language;

namespace Classifier.Training.LanguageText;

/// <summary>
/// Lines spelled as people type them in haste: words and phrases from a table (<c>niet</c> to <c>ni</c>), the endings
/// and letters that Dutch and English chat drops, a word of chat before or behind. The text pack has no informal Dutch
/// or Kurdish, and without it half of all Flemish posts are taken for a dialect.
/// </summary>
internal sealed class HastySpelling
{
    private const uint Seed = 200;
    private const int LongestPhrase = 4;

    private static readonly FrozenDictionary<string, string[]> Chat = new Dictionary<string, string[]>
    {
        [Languages.Dutch] =
        [
            "eh", "é", "hé", "ma ja", "mja", "nja", "jaa", "jaja", "neeje", "jaaa", "joo", "amai", "zeg", "allez",
            "alé", "seg", "oei", "idd", "ofc", "kus", "kusjes", "xxx", "xx", "toch", "ofzo", "ofniet", "zeker", "jawel",
            "jwl", "nee nee", "ooh", "och", "ej", "gast", "sgoe", "oki", "okej", "wrs", "hoor", "ejj", "yo", "joow",
            "hey", "hoi",
        ],
        [Languages.English] =
            ["lmao", "omg", "tbh", "smh", "yeah", "nah", "bro", "dude", "rt", "ikr", "yay", "hey", "ugh", "aww"],
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<(string Tag, string Phrase), string[]> _spellings;
    private readonly FrozenSet<string> _tags;

    private HastySpelling(IReadOnlyDictionary<(string, string), string[]> spellings)
    {
        _spellings = spellings.ToFrozenDictionary();
        _tags = _spellings.Keys.Select(k => k.Tag).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>An empty table.</summary>
    public static HastySpelling None { get; } = new(new Dictionary<(string, string), string[]>());

    /// <summary>
    /// Reads rows of tag, phrase and <c>|</c>-separated spellings; a file that is missing is an empty table.
    /// </summary>
    /// <exception cref="ClassifierException">A line is no such row.</exception>
    public static HastySpelling Read(string path)
    {
        var spellings = new Dictionary<(string, string), string[]>();
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (line.Split('\t') is not [var tag, var phrase, var forms] || !Languages.IsTagged(tag)
                || phrase.Length == 0 || forms.Length == 0)
            {
                throw new ClassifierException(
                    ErrorKind.InvalidArgument, "CORPUS_ROW",
                    $"{path} has a line that is not a tag, a phrase and its spellings, with tabs between: {line}");
            }

            spellings[(tag, phrase)] = forms.Split('|');
        }

        return new(spellings);
    }

    /// <summary>The line in a haste of its own; the line itself where the table has nothing for its language.</summary>
    public string Of(string line, string tag)
    {
        if (!_tags.Contains(tag))
        {
            return line;
        }

        var dice = new Dice(Seed, line);
        var rate = dice.Chance(0.5f) ? 0.9f : 0.5f;
        var words = new List<string>();
        AddChat(tag, 0.25f, ref dice, words);
        AddWords(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), tag, rate, ref dice, words);
        AddChat(tag, 0.3f, ref dice, words);
        return string.Join(' ', words);
    }

    private static void AddChat(string tag, float share, ref Dice dice, List<string> into)
    {
        if (Chat.TryGetValue(tag, out var chat) && dice.Chance(share))
        {
            into.Add(dice.Of(chat));
        }
    }

    private void AddWords(string[] words, string tag, float rate, ref Dice dice, List<string> into)
    {
        for (var i = 0; i < words.Length;)
        {
            var taken = AddPhrase(words, i, tag, rate, ref dice, into);
            if (taken > 0)
            {
                i += taken;
            }
            else if (tag == Languages.Dutch && i + 1 < words.Length && IsDutchI(words[i]) && dice.Chance(rate * 0.7f))
            {
                into.Add("k" + words[i + 1]);
                i += 2;
            }
            else
            {
                into.Add(HastyWords.Of(words[i++], tag, rate, ref dice));
            }
        }
    }

    /// <summary>
    /// Adds a spelling of the longest phrase of the table that starts here; gives its words, 0 if there is none.
    /// </summary>
    private int AddPhrase(string[] words, int first, string tag, float rate, ref Dice dice, List<string> into)
    {
        for (var length = Math.Min(LongestPhrase, words.Length - first); length > 0; length--)
        {
            var phrase = string.Join(' ', words, first, length).ToLowerInvariant();
            var bare = phrase.TrimEnd('.', ',', '!', '?');
            if (_spellings.TryGetValue((tag, bare), out var forms) && dice.Chance(rate))
            {
                into.Add(dice.Of(forms) + phrase[bare.Length..]);
                return length;
            }
        }

        return 0;
    }

    private static bool IsDutchI(string word) => word is "ik" or "Ik";
}
