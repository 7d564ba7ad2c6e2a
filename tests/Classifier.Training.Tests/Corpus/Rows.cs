using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;

namespace Classifier.Training.Tests.Corpus;

/// <summary>Labelled passages to start from.</summary>
internal static class Rows
{
    public static TaxonomyCatalog Taxonomy { get; } =
        TaxonomyCatalog.Read(Path.Combine(TinyModels.Source, "taxonomy.json"));

    /// <summary>A row that breaks no rule.</summary>
    public static CorpusRow Good { get; } = new()
    {
        Id = "a",
        Lang = "en",
        Text = "The SDF arrested seven men near the camp.",
        Date = "2026-01-20",
        Genre = "wire",
        Actors = ["sdf"],
        Events = ["detention"],
        Stance = new Dictionary<string, string> { ["sdf"] = "neutral" },
        Group = "g",
        Split = "train",
    };
}
