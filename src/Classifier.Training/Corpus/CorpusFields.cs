namespace Classifier.Training.Corpus;

/// <summary>The fields of <see cref="CorpusRow"/>, as corpus files have them.</summary>
internal static class CorpusFields
{
    public static FieldTable All { get; } = new(
        new("id", FieldShape.Text, Required: true),
        new("lang", FieldShape.Text, Required: true),
        new("text", FieldShape.Text, Required: true),
        new("date", FieldShape.TextOrNull),
        new("genre", FieldShape.TextOrNull),
        new("actors", FieldShape.Texts),
        new("events", FieldShape.Texts),
        new("stance", FieldShape.TextByName),
        new("cues", FieldShape.TextsByName),
        new("excerpt", FieldShape.Flag),
        new("group", FieldShape.TextOrNull),
        new("split", FieldShape.TextOrNull));

    /// <summary>Every row of a corpus has them, empty where nothing is to be tagged: a row without is a slip.</summary>
    public static IReadOnlyCollection<string> Labels { get; } = ["actors", "events", "stance"];
}
