using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Classifier.Core;

namespace Classifier.Training.Corpus;

/// <summary>Fills in the split of rows that lack one; every other character of a file stays as it is.</summary>
internal static class SplitAssigner
{
    /// <summary>Rewrites the files that need it; returns how many rows were filled in.</summary>
    public static int Fill(IEnumerable<(string File, int Line, string Text)> lines)
    {
        var filled = 0;
        foreach (var file in lines.GroupBy(l => l.File, StringComparer.Ordinal).ToList())
        {
            var output = new StringBuilder();
            var changed = 0;
            foreach (var (_, _, text) in file)
            {
                var line = Filled(text);
                changed += line == text ? 0 : 1;
                output.Append(line).Append('\n');
            }

            if (changed > 0)
            {
                File.WriteAllText(file.Key, output.ToString());
            }

            filled += changed;
        }

        return filled;
    }

    private static string Filled(string line)
    {
        try
        {
            if (JsonNode.Parse(line) is not JsonObject row
                || row["split"] is not null
                || row["group"]?.GetValue<string>() is not { Length: > 0 } group)
            {
                return line;
            }

            row["split"] = Splits.Of(group);
            return row.ToJsonString(CoreJson.Lines);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return line;
        }
    }
}
