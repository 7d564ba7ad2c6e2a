using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Classifier.Core;
using Classifier.Core.Models;

namespace Classifier.Training.Corpus;

/// <summary>
/// Fingerprint of corpus rows, whatever the files and their order of fields. A field that rows gain changes it for all
/// of them.
/// </summary>
internal static class CorpusStamp
{
    public static DataStamp Of(IReadOnlyList<CorpusRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(row, CoreJson.Lines) + "\n"));
        }

        return new(rows.Count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
