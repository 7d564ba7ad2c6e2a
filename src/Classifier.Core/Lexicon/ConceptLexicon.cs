using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Core.Lexicon;

/// <summary>
/// The lexicon, compiled: for each language one automaton over the folded view and, for Kurmanji, one over the plain
/// view, since folding makes <c>şer</c> (war) and <c>ser</c> (on) one word. Immutable; all threads share it.
/// </summary>
public sealed class ConceptLexicon
{
    private readonly LexiconEntry[] _entries;
    private readonly bool[] _needsLook;
    private readonly int[] _conceptOf;
    private readonly int[] _impliedBy;
    private readonly bool[] _isEvent;
    private readonly bool[] _isName;
    private readonly string[][] _casedWords;
    private readonly PhraseAutomaton[] _folded;
    private readonly PhraseAutomaton[] _plain;

    /// <param name="entries">Rows of the lexicon.</param>
    /// <param name="glossary">What single words mean; null for nothing.</param>
    public ConceptLexicon(IReadOnlyList<LexiconEntry> entries, Glossary? glossary = null)
    {
        Glossary = glossary ?? Glossary.Empty;
        _entries = [.. entries];
        _needsLook = [.. entries.Select(e => e.Cased || e.From is not null || e.Until is not null)];
        ConceptNames = [.. entries
            .SelectMany(e => new[] { e.Concept, Concepts.Implied(e.Concept) })
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
        var ids =
            ConceptNames.Select((name, id) => (name, id)).ToDictionary(p => p.name, p => p.id, StringComparer.Ordinal);
        _conceptOf = [.. _entries.Select(e => ids[e.Concept])];
        _impliedBy = [.. ConceptNames.Select(n => Concepts.Implied(n) is { } implied ? ids[implied] : -1)];
        _isEvent = [.. ConceptNames.Select(n => n.StartsWith(Concepts.Event, StringComparison.Ordinal))];
        _isName = [.. ConceptNames.Select(n => Concepts.NamesAnActor(n) || Concepts.Implied(n) is not null)];
        _casedWords = [.. _entries.Select(e => e.Cased ? Words(e.Form) : [])];
        _folded = CompileEach(language => Compile(language, folded: true));
        _plain = CompileEach(language => Compile(language == Languages.Kurmanji ? language : "", folded: false));
    }

    /// <summary>What single words mean.</summary>
    public Glossary Glossary { get; private init; }

    /// <summary>All concepts, in ordinal order; hits name them by index.</summary>
    public IReadOnlyList<string> ConceptNames { get; }

    /// <summary>The lexicon of a folder with its glossary, compiled.</summary>
    /// <exception cref="ClassifierException">A row breaks a rule; the message names file, line and rule.</exception>
    public static ConceptLexicon Read(string folder) => Read(folder, Task.FromResult(Glossary.Read(folder)));

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="folder">The folder.</param>
    /// <param name="glossary">Its glossary, which is waited for last.</param>
    internal static ConceptLexicon Read(string folder, Task<Glossary> glossary) =>
        new(LexiconReader.ReadFolder(folder)) { Glossary = glossary.GetAwaiter().GetResult() };

    /// <summary>
    /// Finds the concepts of a text; the longest form at a place hides those inside it, but for events inside the names
    /// of actors and such names inside events: "coalition air strikes" and "fight against ISIS" are both.
    /// </summary>
    /// <param name="source">The original text, for forms in which capitals count.</param>
    /// <param name="text">The same text, normalised.</param>
    /// <param name="language">Index of its language in <see cref="Languages.Tagged"/>.</param>
    /// <param name="date">When it appeared, null if unknown.</param>
    /// <param name="into">Filled with the hits.</param>
    public void Match(
        ReadOnlySpan<char> source, NormalizedText text, int language, PassageDate? date, ConceptMatches into) =>
        Match(source, text, language, date, into, []);

    /// <inheritdoc cref="Match(ReadOnlySpan{char}, NormalizedText, int, PassageDate?, ConceptMatches)"/>
    /// <param name="source">The original text, for forms in which capitals count.</param>
    /// <param name="text">The same text, normalised.</param>
    /// <param name="language">Index of its language in <see cref="Languages.Tagged"/>.</param>
    /// <param name="date">When it appeared, null if unknown.</param>
    /// <param name="into">Filled with the hits.</param>
    /// <param name="steps">
    /// For each word what <see cref="StepsOf"/> says, so that the letters of most words are not looked at;
    /// empty if not known.
    /// </param>
    internal void Match(
        ReadOnlySpan<char> source,
        NormalizedText text,
        int language,
        PassageDate? date,
        ConceptMatches into,
        ReadOnlySpan<LexiconSteps> steps)
    {
        into.Clear();
        var keepsDiacritics = Languages.Tagged[language].Tag == Languages.Kurmanji
            && text.Cues.HasFlag(TextCues.HawarDiacritics);
        var view = keepsDiacritics ? text.Plain : text.Folded;
        var automaton = (keepsDiacritics ? _plain : _folded)[language];
        if (steps.IsEmpty)
        {
            automaton.Run(view.Text, into.Candidates);
        }
        else
        {
            automaton.Run(view, steps, folded: !keepsDiacritics, into.Candidates);
        }

        KeepValid(source, text, view, date, into.Candidates);
        KeepLongest(view, into);
        into.Order();
    }

    /// <summary>
    /// Where the automata of a language stand behind a word of a text before which no phrase was under way.
    /// </summary>
    internal LexiconSteps StepsOf(NormalizedText text, int token, int language) => new(
        _plain[language].After(text.Plain.Bounded(token)[1..]),
        _folded[language].After(text.Folded.Bounded(token)[1..]));

    private void KeepValid(
        ReadOnlySpan<char> source, NormalizedText text, TokenView view, PassageDate? date, List<PhraseMatch> found)
    {
        var kept = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var match = Trim(view.Text, found[i]);
            if (!_needsLook[match.Payload] || Holds(source, text, view, date, match))
            {
                found[kept++] = match;
            }
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    private bool Holds(
        ReadOnlySpan<char> source, NormalizedText text, TokenView view, PassageDate? date, PhraseMatch match)
    {
        var entry = _entries[match.Payload];
        return entry.HoldsOn(date) && (!entry.Cased || CapitalsAgree(source, text, view, match));
    }

    private void KeepLongest(TokenView view, ConceptMatches into)
    {
        var found = into.Candidates;
        found.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var (hiderStart, hiderEnd) = (-1, -1);
        var (hiderIsEvent, hiderIsName) = (false, false);
        foreach (var match in found)
        {
            var concept = _conceptOf[match.Payload];
            var inside = match.End < hiderEnd || (match.End == hiderEnd && match.Start > hiderStart);
            if (!inside)
            {
                var same = match.Start == hiderStart && match.End == hiderEnd;
                (hiderStart, hiderEnd) = (match.Start, match.End);
                hiderIsEvent = (same && hiderIsEvent) || _isEvent[concept];
                hiderIsName = (same && hiderIsName) || _isName[concept];
            }

            if (!inside || (hiderIsName && _isEvent[concept]) || (hiderIsEvent && _isName[concept]))
            {
                AddHit(view, match, into);
            }
        }
    }

    private void AddHit(TokenView view, PhraseMatch match, ConceptMatches into)
    {
        var (first, last) = (view.TokenAt(match.Start), view.TokenAt(match.End - 1));
        var concept = _conceptOf[match.Payload];
        into.Add(new(concept, first, last, false));
        if (_impliedBy[concept] >= 0)
        {
            into.Add(new(_impliedBy[concept], first, last, true));
        }
    }

    private bool CapitalsAgree(ReadOnlySpan<char> source, NormalizedText text, TokenView view, PhraseMatch match)
    {
        if (text.Cues.HasFlag(TextCues.AllCaps))
        {
            return false;
        }

        var token = view.TokenAt(match.Start);
        foreach (var word in _casedWords[match.Payload])
        {
            if (!Begins(text.Tokens[token++].Span.Of(source), word))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Forms are composed; a word may come with its marks behind its letters, as macOS writes them.</summary>
    private static bool Begins(ReadOnlySpan<char> seen, string word) =>
        seen.StartsWith(word, StringComparison.Ordinal)
        || (seen.ContainsAnyInRange('\u0300', '\u036F')
            && seen.ToString().Normalize().StartsWith(word, StringComparison.Ordinal));

    /// <summary>
    /// Without bounding spaces, and to the end of the last word, so that a stem is as long as a full form.
    /// </summary>
    private static PhraseMatch Trim(ReadOnlySpan<char> text, PhraseMatch match)
    {
        var start = text[match.Start] == ' ' ? match.Start + 1 : match.Start;
        var end = text[match.End - 1] == ' ' ? match.End - 1 : match.End;
        while (text[end] != ' ')
        {
            end++;
        }

        return new(match.Payload, start, end);
    }

    /// <summary>An automaton for each language, at the same time.</summary>
    private static PhraseAutomaton[] CompileEach(Func<string, PhraseAutomaton> compile)
    {
        var automata = new PhraseAutomaton[Languages.Tagged.Count];
        Parallel.For(0, automata.Length, i => automata[i] = compile(Languages.Tagged[i].Tag));
        return automata;
    }

    private PhraseAutomaton Compile(string language, bool folded)
    {
        var scratch = new NormalizedText();
        return PhraseAutomaton.Build(_entries
            .Select((entry, i) => language.Length > 0 && (entry.Language == "*" || entry.Language == language)
                ? new Phrase(Pattern(entry.Form, folded, scratch), i)
                : null)
            .OfType<Phrase>()
            .Where(p => p.Text.Length > 0));
    }

    private static string Pattern(string form, bool folded, NormalizedText scratch)
    {
        TextNormalizer.Normalize(form.Trim('*'), scratch);
        var bounded = (folded ? scratch.Folded : scratch.Plain).Text;
        if (bounded.Length < 2)
        {
            return "";
        }

        var start = form.StartsWith('*') ? 1 : 0;
        var end = bounded.Length - (form.EndsWith('*') ? 1 : 0);
        return bounded[start..end].ToString();
    }

    private static string[] Words(string form)
    {
        var scratch = new NormalizedText();
        var bare = form.Trim('*');
        TextNormalizer.Normalize(bare, scratch);
        var words = new string[scratch.Tokens.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = scratch.Tokens[i].Span.Of(bare).ToString().Normalize();
        }

        return words;
    }
}
