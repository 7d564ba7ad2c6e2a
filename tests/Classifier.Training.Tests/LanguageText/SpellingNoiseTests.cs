using Classifier.Core.Text;
using Classifier.Training.LanguageText;

namespace Classifier.Training.Tests.LanguageText;

public sealed class SpellingNoiseTests
{
    [Fact]
    public void Folded_lines_lose_all_their_marks_or_half_of_them()
    {
        var lines = Enumerable.Range(0, 50).Select(i => $"{i} şêrên çiyê û ığdır").ToList();
        var folded = lines.Select(SpellingNoise.Folded).ToList();
        Assert.Contains(folded, l => l.EndsWith(" seren ciye u igdir", StringComparison.Ordinal));
        Assert.Contains(folded, l => l.Any(c => c > 0x80));
        Assert.DoesNotContain(folded, lines.Contains);
    }

    [Fact]
    public void Sorani_letters_fold_to_their_Arabic_likes() =>
        Assert.Contains(
            Enumerable.Range(0, 50).Select(i => SpellingNoise.Folded($"{i} گوڵێ ڕۆژە")),
            l => l.EndsWith(" گولی روژه", StringComparison.Ordinal));

    [Fact]
    public void Slips_change_some_lines_and_keep_their_first_letter()
    {
        var lines = Enumerable.Range(0, 50).Select(i => $"zo'n gewone dag {i} zonder einde").ToList();
        var slipped = lines.Select(l => SpellingNoise.Slipped(l, Script.Latin)).ToList();
        Assert.InRange(slipped.Count(lines.Contains), 1, 40);
        Assert.All(slipped, l => Assert.StartsWith("z", l, StringComparison.Ordinal));
    }

    [Fact]
    public void Kurdish_words_that_lean_are_joined_to_the_next()
    {
        var slipped =
            Enumerable.Range(0, 50).Select(i => SpellingNoise.Slipped($"{i} لە شار بوو", Script.Arabic)).ToList();
        Assert.Contains(slipped, l => l.EndsWith("لەشار بوو", StringComparison.Ordinal));
        Assert.All(slipped, l => Assert.EndsWith(" بوو", l, StringComparison.Ordinal));
    }
}
