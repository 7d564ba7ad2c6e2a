using Classifier.Benchmarks.Comparison.Scoring;
using Classifier.Core;
using Classifier.Training.Evaluation;
using Classifier.Training.Terminal;

namespace Classifier.Benchmarks.Comparison;

/// <summary>Lets identifiers answer the same rows, one after the other.</summary>
internal sealed class Contest(IReadOnlyList<LanguageRow> rows, int passes)
{
    private readonly List<string> _texts = [.. rows.Select(r => r.Text.ReplaceLineEndings(" "))];
    private readonly List<Standing> _standings = [];
    private readonly List<string> _absent = [];

    public IReadOnlyList<Standing> Standings => _standings;

    /// <summary>A line for each entrant that could not be tried: which, why, and how to get it.</summary>
    public IReadOnlyList<string> Absent => _absent;

    public void Run(IIdentifier own, IReadOnlyList<Entrant> entrants, IProgressSink progress)
    {
        using var step = progress.Begin("compare", entrants.Count + 1);
        Add("Classifier", own);
        step.Advance();
        foreach (var entrant in entrants)
        {
            Try(entrant);
            step.Advance();
        }
    }

    private void Try(Entrant entrant)
    {
        try
        {
            Add(entrant.Name, entrant.Open());
        }
        catch (Exception e) when (e is ClassifierException or IOException)
        {
            _absent.Add($"{entrant.Name} is left out: {e.Message} {entrant.HowToGet}");
        }
    }

    private void Add(string name, IIdentifier identifier)
    {
        var answers = identifier.Identify(_texts, passes);
        var scores = new LanguageScores(rows, [.. answers.Labels.Select(LabelMap.TagOf)]);
        var speed = Speed.Of(_texts.Count, answers.Passes);
        _standings.Add(new(name, identifier.Version, identifier.ModelBytes, speed, scores));
    }
}
