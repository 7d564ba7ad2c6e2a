using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Core.Models;
using Classifier.Core.Taxonomy;
using Classifier.Service.Models;

namespace Classifier.Service.Tagging;

/// <summary>Describes a bundle.</summary>
internal static class ModelMapper
{
    public static V1.GetModelResponse Describe(ModelBundle bundle, ModelSet? served, V1.Limits limits)
    {
        var (manifest, taxonomy) = (bundle.Manifest, bundle.Taxonomy);
        var actors = taxonomy.Actors.Count;
        return new()
        {
            ModelVersion = manifest.Version,
            WeightHash = manifest.WeightHash,
            TaxonomyVersion = taxonomy.Version,
            Actors = { taxonomy.Actors.Select((label, i) => Label(label, bundle.Thresholds[i])) },
            Events = { taxonomy.Events.Select((label, i) => Label(label, bundle.Thresholds[actors + i])) },
            Stances = { taxonomy.Stances.Select(label => Label(label, 0)) },
            Languages = { Languages.Tagged.Select(l => new V1.LanguageInfo { Tag = l.Tag, Macro = l.Macro }) },
            Limits = limits,
            Challengers = { Challengers(served) },
        };
    }

    /// <summary>The challengers by alias.</summary>
    public static IEnumerable<V1.ServedModel> Challengers(ModelSet? served) =>
        (served?.Challengers ?? new Dictionary<string, PassageClassifier>())
        .OrderBy(c => c.Key, StringComparer.Ordinal)
        .Select(c => new V1.ServedModel
        {
            Alias = c.Key,
            ModelVersion = c.Value.Bundle.Manifest.Version,
            WeightHash = c.Value.Bundle.Manifest.WeightHash,
        });

    private static V1.LabelInfo Label(Label label, float threshold) => new()
    {
        Id = label.Id,
        Names = { label.Names.ToDictionary() },
        Definition = label.Definition,
        Threshold = threshold,
        Acled = { label.Acled.Select(code => $"{code.Event} / {code.SubEvent}") },
        Plover = { label.Plover },
    };
}
