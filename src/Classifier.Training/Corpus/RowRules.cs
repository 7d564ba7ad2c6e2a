using Classifier.Core.Language;
using Classifier.Core.Taxonomy;
using Classifier.Core.Text;

namespace Classifier.Training.Corpus;

/// <summary>What one row must satisfy by itself.</summary>
internal sealed class RowRules(TaxonomyCatalog taxonomy)
{
    /// <summary>Longest text, as the annotation guideline says.</summary>
    public const int MaxLength = 1200;

    /// <summary>Least share of letters in the language's own script.</summary>
    private const double MinScript = 0.6;

    private readonly NormalizedText _scratch = new();

    /// <summary>What is wrong with a row; nothing if it is good.</summary>
    public IEnumerable<string> Check(CorpusRow row) =>
        [.. CheckFields(row), .. CheckLabels(row), .. CheckText(row), .. CheckCues(row)];

    private static IEnumerable<string> CheckFields(CorpusRow row)
    {
        if (row.Id.Length == 0)
        {
            yield return "id is empty";
        }

        if (row.Genre is null || !Genres.All.Contains(row.Genre))
        {
            yield return $"genre is '{row.Genre}'; allowed are {string.Join(", ", Genres.All)}";
        }

        if (row.Split is null || !Splits.All.Contains(row.Split))
        {
            yield return $"split is '{row.Split}'; allowed are {string.Join(", ", Splits.All)} (--assign-splits fills "
                + "it in)";
        }

        if (string.IsNullOrEmpty(row.Group))
        {
            yield return "group is empty; passages about one happening share one, others have one of their own";
        }

        if (DateProblem(row) is { } problem)
        {
            yield return problem;
        }
    }

    /// <summary>What is wrong with a row's date; null for nothing.</summary>
    public static string? DateProblem(CorpusRow row) => row.Date is null || row.When is not null
        ? null
        : $"date is '{row.Date}'; write it as {PassageDate.Forms}, or null";

    private IEnumerable<string> CheckLabels(CorpusRow row)
    {
        foreach (var actor in row.Actors.Except(taxonomy.ActorIds))
        {
            yield return $"actor '{actor}' is not in the taxonomy";
        }

        foreach (var name in row.Events.Except(taxonomy.EventIds))
        {
            yield return $"event '{name}' is not in the taxonomy";
        }

        if (row.Events.Count > taxonomy.MaxEvents)
        {
            yield return $"there are {row.Events.Count} events; at most {taxonomy.MaxEvents} are allowed";
        }

        if (row.Actors.Distinct().Count() != row.Actors.Count || row.Events.Distinct().Count() != row.Events.Count)
        {
            yield return "a label stands twice";
        }

        if (!row.Stance.Keys.ToHashSet().SetEquals(row.Actors))
        {
            yield return "stance does not name the row's actors, each once";
        }

        foreach (var stance in row.Stance.Values.Except(taxonomy.StanceIds))
        {
            yield return $"stance '{stance}' is not in the taxonomy";
        }
    }

    private IEnumerable<string> CheckCues(CorpusRow row)
    {
        if (row.Cues.Count > 0)
        {
            TextNormalizer.Normalize(row.Text, _scratch);
        }

        foreach (var (label, cues) in row.Cues)
        {
            if (!row.Events.Contains(label))
            {
                yield return $"there are cues of '{label}', which is not one of the row's events";
            }

            if (cues.Count == 0 || cues.Distinct().Count() != cues.Count)
            {
                yield return cues.Count == 0
                    ? $"the cues of {label} are none; leave it out"
                    : $"the cues of {label} are not all different";
            }

            foreach (var cue in cues.Where(c => CueWords.Of(row.Text, c, _scratch).Count == 0))
            {
                yield return $"'{cue}', a cue of {label}, is not in the text in whole words";
            }
        }
    }

    private IEnumerable<string> CheckText(CorpusRow row)
    {
        if (row.Text.Length is 0 or > MaxLength)
        {
            yield return $"text has {row.Text.Length} UTF-16 units; 1 to {MaxLength} are allowed";
        }
        else if (Blanks.Are(row.Text))
        {
            yield return $"text has nothing to see in its {row.Text.Length} UTF-16 units; services refuse such texts";
        }

        var language = Languages.IndexOf(row.Lang);
        if (language < 0)
        {
            yield return $"lang is '{row.Lang}'; allowed are {string.Join(", ", Languages.Tagged.Select(l => l.Tag))}";
            yield break;
        }

        TextNormalizer.Normalize(row.Text, _scratch);
        var script = Languages.Tagged[language].Script;
        var own = script == Script.Arabic ? _scratch.Scripts.Arabic : _scratch.Scripts.Latin;
        if (own < _scratch.Scripts.Total * MinScript)
        {
            yield return $"only {own} of {_scratch.Scripts.Total} letters are in {script} script, which {row.Lang} is "
                + "written in";
        }
    }
}
