using Classifier.Core;

namespace Classifier.Service.Models;

/// <summary>Loads what pointers name, beside what is served; a model that fails keeps the old one.</summary>
/// <param name="open">Opens a bundle.</param>
/// <param name="before">
/// A reader of the same pointers before: only what it could not read, for a reason that may have passed, is opened.
/// </param>
internal sealed class ModelSetReader(BundleOpener open, ModelSetReader? before = null)
{
    private readonly Dictionary<string, Opened> _opened = before?.Settled() ?? [];
    private readonly List<ModelProblem> _problems = [];

    public IReadOnlyList<ModelProblem> Problems => _problems;

    /// <summary>Whether a bundle failed that may open another time, though its files stay as they are.</summary>
    public bool MayPass => _opened.Values.Any(o => o.MayPass);

    /// <summary>The new set; null where there is no champion, neither a new one nor an old one.</summary>
    /// <param name="pointers">What is to be served.</param>
    /// <param name="served">What is served now; null at the start.</param>
    public ModelSet? Read(ModelPointers pointers, ModelSet? served)
    {
        var champion = Open(pointers.Champion) ?? served?.Champion;
        if (champion is null)
        {
            return null;
        }

        var challengers = Kept(pointers.Unlisted, served);
        foreach (var pointer in pointers.Challengers)
        {
            if ((Open(pointer) ?? served?.Challengers.GetValueOrDefault(pointer.Alias)) is { } challenger)
            {
                challengers.Add(pointer.Alias, challenger);
            }
        }

        return new(champion, challengers);
    }

    private Dictionary<string, Opened> Settled() =>
        _opened.Where(o => !o.Value.MayPass).ToDictionary(o => o.Key, o => o.Value);

    /// <summary>Challengers that stay since it is not known which there are to be; none where it is.</summary>
    private Dictionary<string, PassageClassifier> Kept(ModelPointer? unlisted, ModelSet? served)
    {
        if (unlisted is null)
        {
            return [];
        }

        _problems.Add(ModelProblem.Of(unlisted.Alias, unlisted.Broken!));
        return served is null ? [] : new(served.Challengers);
    }

    private PassageClassifier? Open(ModelPointer pointer)
    {
        var opened = pointer.Folder is null ? new(null, pointer.Broken) : OpenOnce(pointer.Folder);
        if (opened.Error is not null)
        {
            _problems.Add(ModelProblem.Of(pointer.Alias, opened.Error));
        }

        return opened.Model;
    }

    /// <summary>Two names of one bundle share its memory.</summary>
    private Opened OpenOnce(string folder)
    {
        if (!_opened.TryGetValue(folder, out var opened))
        {
            _opened.Add(folder, opened = TryOpen(folder));
        }

        return opened;
    }

    private Opened TryOpen(string folder)
    {
        try
        {
            return new(open(folder), null);
        }
        catch (Exception e)
        {
            return new(null, e);
        }
    }

    /// <summary>What came of opening a bundle: a model or an error.</summary>
    private readonly record struct Opened(PassageClassifier? Model, Exception? Error)
    {
        public bool MayPass => Error is not null && FileTrouble.MayPass(Error);
    }
}
