using Classifier.Core.Text;

namespace Classifier.Service.Tagging;

/// <summary>What a call wants to know beside the labels, checked.</summary>
/// <param name="Unit">Unit of all offsets in the response.</param>
/// <param name="WithEvidence">Also give the words behind each tag.</param>
internal readonly record struct TagSettings(OffsetUnit Unit, bool WithEvidence);
