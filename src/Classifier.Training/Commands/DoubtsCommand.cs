using System.CommandLine;
using System.Text.Json;
using Classifier.Core;
using Classifier.Training.Doubts;
using Classifier.Training.Recipes;
using Classifier.Training.Terminal;

namespace Classifier.Training.Commands;

/// <summary><c>classifier doubts</c>: labels of the corpus that may be wrong.</summary>
internal static class DoubtsCommand
{
    private static readonly Option<string?> RecipePath = CommonOptions.Recipe();

    private static readonly Option<float> Distance = new Option<float>("--distance")
    {
        Description = "How far label and probability must be apart, 0.5 to 1.",
        DefaultValueFactory = _ => 0.8f,
    }.Within(0.5f, 1);

    public static Command Create()
    {
        var command = new Command(
            "doubts",
            "Lists labels of the corpus that models which have not seen the passage would not give, or would, the "
                + "surest first, as JSON Lines: for reading again.\n\n"
                + "Example: classifier doubts --distance 0.9 > doubts.jsonl")
        {
            RecipePath, Distance,
        };
        command.SetAction(parsed =>
            Runner.Run(() => List(CommonOptions.RecipeOf(parsed.GetValue(RecipePath)), parsed.GetValue(Distance))));
        return command;
    }

    private static int List(string recipePath, float distance)
    {
        var inputs = RecipeInputs.Read(recipePath);
        var finder = new DoubtFinder(inputs.Recipe, inputs.Taxonomy, inputs.Lexicon, new BarProgress());
        using var output = new StreamWriter(StandardOutput.Open());
        foreach (var doubt in finder.Find(inputs.Corpus, distance))
        {
            output.WriteLine(JsonSerializer.Serialize(doubt, CoreJson.Lines));
        }

        return ExitCodes.Success;
    }
}
