namespace Classifier.Core.Lexicon;

/// <summary>
/// Where the automata of a language stand behind a word before which no phrase was under way, by view of the text. That
/// hangs on the word alone, and most words hold no phrase, so their letters need be looked at once only.
/// </summary>
/// <param name="Plain">A place of the plain view's automaton, or <see cref="Unknown"/>.</param>
/// <param name="Folded">The same of the folded view's.</param>
internal readonly record struct LexiconSteps(int Plain, int Folded)
{
    /// <summary>The word is to be looked at letter by letter: a phrase ends in it, or nobody has looked yet.</summary>
    public const int Unknown = -1;
}
