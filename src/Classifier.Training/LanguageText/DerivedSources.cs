using Classifier.Core.Language;
using Classifier.Core.Text;
using Classifier.Training.Recipes;

namespace Classifier.Training.LanguageText;

/// <summary>Text that is made from other text of the pack: Kurdish in its other script, and noise.</summary>
internal static class DerivedSources
{
    /// <summary>The class of noise; a recipe that names it, with no file, gets it.</summary>
    public const string Noise = "noise";

    private const string SoraniInLatin = "ckb_Latn";
    private const string KurmanjiInArabic = "kmr_Arab";

    /// <summary>Files that the noise is made of: other scripts to misread, Latin ones to shake.</summary>
    private static readonly string[] Misread = ["arb", "pes", "ckb", "rus", "ukr", "ell", "heb"];
    private static readonly string[] Shaken = ["eng", "nld", "tur", "fra"];

    /// <summary>What is made for the classes of a script.</summary>
    public static IEnumerable<LanguageSource> Of(
        IReadOnlyList<LanguageSource> sources, LanguageRecipe recipe, Script script) =>
        script == Script.Arabic
            ? Changed(
                sources, [Languages.Kurmanji], KurmanjiInArabic, recipe, recipe.Transliterated, KurdishScripts.ToArabic)
            :
            [
                .. Changed(
                    sources, [Languages.Sorani], SoraniInLatin, recipe, recipe.Transliterated, KurdishScripts.ToLatin),
                .. Changed(sources, Misread, Noise, recipe, recipe.NoiseLines, NoiseLines.Misread),
                .. Changed(sources, Shaken, Noise, recipe, recipe.NoiseLines, NoiseLines.Shaken),
            ];

    private static IEnumerable<LanguageSource> Changed(
        IReadOnlyList<LanguageSource> sources,
        string[] from,
        string name,
        LanguageRecipe recipe,
        int lines,
        Func<string, string> change)
    {
        var wanted = lines > 0 && recipe.Latin.Concat(recipe.Arabic).Any(c => c.Value.Contains(name));
        return wanted
            ? sources.Where(s => from.Contains(s.Name)).Select(
                s => new LanguageSource(name, () => s.Lines().Take(lines).Select(change)))
            : [];
    }
}
