using System.Text;

namespace Classifier.Training.LanguageText;

/// <summary>
/// Letters that are no language: text read in the wrong encoding, and words with their letters shaken. Made from the
/// lines of the pack, since nobody publishes such text.
/// </summary>
internal static class NoiseLines
{
    private const uint Seed = 204;

    /// <summary>UTF-8 read as Latin-1: <c>سلام</c> becomes <c>Ø³Ù„Ø§Ù…</c>.</summary>
    public static string Misread(string line) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(line));

    /// <summary>The letters of every word of four or more in another order.</summary>
    public static string Shaken(string line)
    {
        var dice = new Dice(Seed, line);
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = words[i].Length > 3 ? Shake(words[i].ToCharArray(), ref dice) : words[i];
        }

        return string.Join(' ', words.Where(w => w.Length > 3));
    }

    private static string Shake(char[] letters, ref Dice dice)
    {
        for (var i = letters.Length - 1; i > 0; i--)
        {
            var other = dice.Next(i + 1);
            (letters[i], letters[other]) = (letters[other], letters[i]);
        }

        return new(letters);
    }
}
