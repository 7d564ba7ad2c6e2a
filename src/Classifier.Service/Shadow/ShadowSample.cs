using Classifier.Core;
using Classifier.Core.Text;

namespace Classifier.Service.Shadow;

/// <summary>A passage that was answered, for challengers to answer too.</summary>
internal sealed record ShadowSample(PassageClassifier Champion, string Text, PassageDate? Date, PassageTags Tags);
