using Classifier.Core.Lexicon;
using Classifier.Core.Models;
using Classifier.Core.Text;
using Classifier.Training.Corpus;
using Classifier.Training.Fitting;
using Classifier.Training.LanguageText;
using Classifier.Training.Recipes;
using Classifier.Training.Terminal;
using Microsoft.ML;

namespace Classifier.Training.Bundles;

/// <summary>
/// A recipe in, a bundle out. The same recipe, corpus, lexicon and seed give the same weights (see
/// <see cref="FixedArithmetic"/>); nothing else is read, but for the optional text of the language identifier.
/// </summary>
internal sealed class BundleTrainer(RecipeInputs inputs, IProgressSink progress)
{
    /// <summary>Each has an identifier of its own.</summary>
    private static readonly Script[] Scripts = [Script.Latin, Script.Arabic];

    private readonly Recipe _recipe = inputs.Recipe;
    private readonly MLContext _saver = new(inputs.Recipe.Seed);

    /// <summary>Trains into a folder, which is created.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="languageCorpus">
    /// Folder of the identifier's text; null keeps the identifier of <paramref name="previous"/>.
    /// </param>
    /// <param name="previous">A bundle whose identifier may be kept; null if there is none.</param>
    /// <returns>The manifest, with thresholds set on <see cref="Splits.ForThresholds"/>.</returns>
    public BundleManifest Train(string folder, string? languageCorpus, string? previous)
    {
        var (taxonomy, rows) = (inputs.Taxonomy, inputs.Corpus);
        TrainingChecks.Rows(rows);
        TrainingChecks.Stances(rows, taxonomy);
        TrainingChecks.Identifier(languageCorpus, previous);
        var (entries, lexicon) = (inputs.Entries, inputs.Lexicon);
        var written = rows.Where(r => r.Split == Splits.Train).ToList();
        var text = languageCorpus is null ? null : LanguageText(languageCorpus, written);
        Directory.CreateDirectory(folder);
        CopyInputs(folder);
        var augmented = new Augmenter(_recipe.Augment, entries).AddTo(rows);
        var set = new TrainingSet(augmented, taxonomy, lexicon, _recipe.Features);
        var fitter = new TagFitter(_recipe, taxonomy, set);
        var (tags, stance, language) = Fit(fitter, step =>
            text is null ? KeepLanguage(previous!, folder, step) : FitLanguage(text, folder, step));
        var shared = _recipe.SharesActors ? taxonomy.ActorIds : null;
        var events = Save(tags.Events, folder, BundleFiles.Events);
        var votes = tags.Events.Votes is { } model
            ? Save(model, tags.Events.Labels, folder, BundleFiles.EventVotes) with { SharedLabels = shared }
            : null;
        var manifest = new BundleManifest
        {
            Version = _recipe.Version,
            TaxonomyVersion = taxonomy.Version,
            Features = _recipe.Features,
            Actors = Save(tags.Actors, folder, BundleFiles.Actors).Sealed(),
            Events = (events with { SharedLabels = shared }).Sealed(),
            EventVotes = votes?.Sealed(),
            Stance = Save(stance, folder, BundleFiles.Stance).Sealed(),
            Language = language,
            LexiconSha256 = BundleFiles.LexiconHash(Path.Combine(folder, BundleFiles.Lexicon)),
            TaxonomySha256 = WeightHash.OfFile(Path.Combine(folder, BundleFiles.Taxonomy)),
            Corpus = CorpusStamp.Of(written),
            Seed = _recipe.Seed,
            RecipeSha256 = WeightHash.OfFile(inputs.Path),
            Libraries = LibraryVersions.All(),
        };
        manifest.Write(folder);
        return manifest;
    }

    /// <summary>All at once: each has stretches that only one core works at.</summary>
    private (FittedTags Tags, FittedFamily Stance, LanguagePart Language) Fit(
        TagFitter fitter, Func<IProgressStep, LanguagePart> fitLanguage)
    {
        var (tags, stance, language) = (default(FittedTags)!, default(FittedFamily)!, default(LanguagePart)!);
        using var step = progress.Begin("fit", fitter.Steps + 1 + Scripts.Length);
        Parallel.Invoke(
            () => tags = fitter.Tags(step.Advance),
            () => language = fitLanguage(step),
            () =>
            {
                stance = fitter.Stance();
                step.Advance();
            });
        return (tags, stance, language);
    }

    /// <summary>Read and checked before anything is fitted, which takes minutes.</summary>
    private LanguageLessons LanguageText(string corpus, IReadOnlyList<CorpusRow> passages)
    {
        var supplement = _recipe.Language.Supplement.Length > 0 ? inputs.In(_recipe.Language.Supplement) : null;
        var text = LanguageSources.Read(corpus, supplement, passages);
        return new(
            [.. Scripts.Select(script => LanguageTrainer.SourcesOf(text, _recipe.Language, script))],
            supplement is null
                ? HastySpelling.None
                : HastySpelling.Read(Path.Combine(supplement, LanguageSources.HastyFile)),
            LanguageSources.Stamp(text));
    }

    private LanguagePart FitLanguage(LanguageLessons text, string folder, IProgressStep step)
    {
        var parts = new ModelFile[Scripts.Length];
        Parallel.For(0, Scripts.Length, i =>
        {
            var (model, classes) = LanguageTrainer.Fit(text.Sources[i], text.Hasty, Scripts[i], _recipe);
            var file = Scripts[i] == Script.Latin ? BundleFiles.LanguageLatin : BundleFiles.LanguageArabic;
            parts[i] = Save(model, classes, folder, file).Sealed();
            step.Advance();
        });
        return new()
        {
            Spec = _recipe.Language.Features,
            Latin = parts[0],
            Arabic = parts[1],
            Corpus = text.Stamp
        };
    }

    private static LanguagePart KeepLanguage(string previous, string folder, IProgressStep step)
    {
        step.Advance(Scripts.Length);
        var kept = BundleManifest.Read(previous).Language;
        string[] files = Path.GetFullPath(previous) == Path.GetFullPath(folder)
            ? []
            : [kept.Latin.File, kept.Arabic.File];
        foreach (var file in files)
        {
            File.Copy(Path.Combine(previous, file), Path.Combine(folder, file), overwrite: true);
        }

        return kept;
    }

    private ModelFile Save(FittedFamily family, string folder, string file) =>
        Save(family.Model, family.Labels, folder, file) with { Thresholds = family.Thresholds };

    private ModelFile Save(FittedModel fitted, IReadOnlyList<string> labels, string folder, string file)
    {
        var path = Path.Combine(folder, file);
        using var zip = new MemoryStream();
        lock (_saver)
        {
            _saver.Model.Save(fitted.Chain, fitted.Schema, zip);
        }

        SmallestZip.Write(zip, path);

        var weights = WeightHash.Of(MlNetModelReader.Collect(fitted.Chain, file));
        return new() { File = file, Sha256 = WeightHash.OfFile(path), WeightHash = weights, Labels = labels };
    }

    /// <summary>
    /// The bundle carries its own copy of lexicon, taxonomy and recipe, so that later edits cannot change it.
    /// </summary>
    private void CopyInputs(string folder)
    {
        File.Copy(inputs.TaxonomyPath, Path.Combine(folder, BundleFiles.Taxonomy), overwrite: true);
        File.Copy(inputs.Path, Path.Combine(folder, BundleFiles.Recipe), overwrite: true);
        var lexicon = Path.Combine(folder, BundleFiles.Lexicon);
        if (Directory.Exists(lexicon))
        {
            Directory.Delete(lexicon, recursive: true);
        }

        CopyTables(inputs.LexiconPath, lexicon);
        var glossary = Path.Combine(inputs.LexiconPath, GlossaryReader.FolderName);
        if (Directory.Exists(glossary))
        {
            CopyTables(glossary, Path.Combine(lexicon, GlossaryReader.FolderName));
        }
    }

    private static void CopyTables(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*.tsv"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    /// <summary>What the identifier learns from: the sources of each script, and what text they are made of.</summary>
    private sealed record LanguageLessons(
        IReadOnlyList<LanguageSource>[] Sources, HastySpelling Hasty, DataStamp Stamp);
}
