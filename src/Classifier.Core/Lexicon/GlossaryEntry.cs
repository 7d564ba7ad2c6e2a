namespace Classifier.Core.Lexicon;

/// <summary>One row of the glossary.</summary>
/// <param name="Language">A tagged language.</param>
/// <param name="Form">One word, as the folded view of a text has it.</param>
/// <param name="Senses">One to three senses: English words in their base form, such as <c>air attack</c>.</param>
public sealed record GlossaryEntry(string Language, string Form, string[] Senses);
