using Classifier.Core;

namespace Classifier.Service.Models;

/// <summary>Loads what pointers name, beside what is served; a model that fails keeps the old one.</summary>
internal sealed class ModelSetReader(BundleOpener open)
{
    private readonly Dictionary<string, PassageClassifier> _opened = [];
    private readonly List<ModelProblem> _problems = [];

    public IReadOnlyList<ModelProblem> Problems => _problems;

    /// <summary>The new set; null where there is no champion, neither a new one nor an old one.</summary>
    /// <param name="pointers">The champion's first.</param>
    /// <param name="served">What is served now; null at the start.</param>
    public ModelSet? Read(IReadOnlyList<ModelPointer> pointers, ModelSet? served)
    {
        var champion = Open(pointers[0]) ?? served?.Champion;
        if (champion is null)
        {
            return null;
        }

        var challengers = new Dictionary<string, PassageClassifier>();
        foreach (var pointer in pointers.Skip(1))
        {
            if ((Open(pointer) ?? served?.Challengers.GetValueOrDefault(pointer.Alias)) is { } challenger)
            {
                challengers.Add(pointer.Alias, challenger);
            }
        }

        return new(champion, challengers);
    }

    private PassageClassifier? Open(ModelPointer pointer)
    {
        try
        {
            return OpenOnce(pointer.Folder ?? throw pointer.Broken!);
        }
        catch (Exception e)
        {
            _problems.Add(ModelProblem.Of(pointer.Alias, e));
            return null;
        }
    }

    /// <summary>Two names of one bundle share its memory.</summary>
    private PassageClassifier OpenOnce(string folder)
    {
        if (!_opened.TryGetValue(folder, out var classifier))
        {
            _opened.Add(folder, classifier = open(folder));
        }

        return classifier;
    }
}
