using Classifier.Core.Text;

namespace Classifier.Service.Tagging;

/// <summary>What a call wants to know about languages, checked.</summary>
/// <param name="Unit">Unit of all offsets in the response.</param>
/// <param name="TopK">How many alternatives to give.</param>
/// <param name="WithSpans">Also give the languages inside each text.</param>
internal readonly record struct DetectSettings(OffsetUnit Unit, int TopK, bool WithSpans);
