using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;
using Classifier.Training.Files;
using Classifier.Training.Fitting;

namespace Classifier.Training.Bundles;

/// <summary>What a training run needs, seen before it begins: it takes minutes, and must not fail at its end.</summary>
internal static class TrainingChecks
{
    /// <summary>
    /// In a program within the program, standard input is what ties the two; and the files are read more than once.
    /// </summary>
    /// <param name="named">Each option and the file that it names.</param>
    public static void Files(IEnumerable<(string Option, string Path)> named)
    {
        foreach (var (option, path) in named.Where(n => FilePlace.IsDevice(n.Path)))
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "INPUT_DEVICE",
                $"{option} {path} is a pipe, a terminal or the like, and training reads its files more than once; save "
                    + "it as a file and name that.");
        }
    }

    /// <summary>
    /// Every row of a corpus whose labels are known has a split, and the two splits that models are made of have rows.
    /// </summary>
    public static void Rows(List<CorpusRow> rows)
    {
        if (rows.Find(r => r.Split is null || !Splits.All.Contains(r.Split)) is { } row)
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "CORPUS_ROW",
                $"Row {row.Id} has split '{row.Split}'; allowed are {string.Join(", ", Splits.All)}. Run 'classifier "
                    + "validate' first.");
        }

        foreach (var split in new[] { Splits.Train, Splits.Dev }.Where(s => rows.TrueForAll(r => r.Split != s)))
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "CORPUS_EMPTY",
                $"No row has split '{split}'; models are fitted on train, and calibrated on dev.");
        }
    }

    /// <summary>Each stance is taken in a row of the train split: they are fitted as classes of one model.</summary>
    public static void Stances(IEnumerable<CorpusRow> rows, TaxonomyCatalog taxonomy)
    {
        var taken = rows.Where(r => r.Split == Splits.Train)
            .SelectMany(r => r.Actors.Select(a => r.Stance[a])).ToHashSet();
        LinearFitter.CheckAllPresent(
            "stance",
            [.. taxonomy.StanceIds.Index().Where(s => taken.Contains(s.Item)).Select(s => s.Index)],
            taxonomy.StanceIds);
    }

    /// <summary>The files that the bundle is to be reported on can be read and counted.</summary>
    public static void Reports(IEnumerable<string> passages, IEnumerable<string> lines, TaxonomyCatalog taxonomy)
    {
        foreach (var path in passages)
        {
            EvaluationRows.Check(CorpusReader.Read(path), taxonomy);
        }

        foreach (var path in lines)
        {
            LanguageRows.Read(path);
        }
    }

    /// <summary>There is text for the identifier, or a bundle whose identifier can be kept.</summary>
    public static void Identifier(string? corpus, string? previous)
    {
        if (corpus is not null)
        {
            return;
        }

        if (previous is null || !File.Exists(Path.Combine(previous, BundleManifest.FileName)))
        {
            throw new ClassifierException(
                ErrorKind.FailedPrecondition, "LANGUAGE_MISSING",
                "There is neither text for the language identifier nor a bundle whose identifier could be kept; give "
                    + "--language-corpus.");
        }

        try
        {
            BundleManifest.Read(previous);
        }
        catch (ClassifierException e)
        {
            throw new ClassifierException(
                e.Kind, e.Reason, $"{e.Message} So its language identifier cannot be kept; give --language-corpus.", e);
        }
    }
}
