namespace Classifier.Training.Corpus;

/// <summary>Something wrong with a corpus.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Message">What is wrong, with the value, the rule and the mend.</param>
internal readonly record struct CorpusFinding(string File, int Line, string Message);

/// <summary>A row with the place it was read from.</summary>
internal readonly record struct PlacedRow(string File, int Line, CorpusRow Row);
