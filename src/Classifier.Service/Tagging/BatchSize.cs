using Classifier.Core;
using Classifier.Service.Errors;

namespace Classifier.Service.Tagging;

/// <summary>Refuses batches of the wrong size.</summary>
internal static class BatchSize
{
    /// <exception cref="ClassifierException">There is no item, or there are too many.</exception>
    public static void Check(int count, int most, string field)
    {
        if (count == 0)
        {
            throw Violation.Of("BATCH_EMPTY", field, $"has 0 items; 1 to {most} are allowed");
        }

        CheckMost(count, most, field);
    }

    /// <exception cref="ClassifierException">There are too many items.</exception>
    public static void CheckMost(int count, int most, string field)
    {
        if (count > most)
        {
            throw Violation.Of(
                "BATCH_TOO_LARGE", field, $"has {count} items; 1 to {most} are allowed, send several calls");
        }
    }
}
