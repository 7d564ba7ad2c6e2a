using Classifier.Core;
using Classifier.Core.Models;

namespace Classifier.Service.Models;

/// <summary>Loads the bundle in a folder and vouches for it.</summary>
internal delegate PassageClassifier BundleOpener(string folder);

/// <summary>Loads bundles with every check there is: format, hashes, labels, golden rows, name.</summary>
internal static class VerifiedBundle
{
    /// <exception cref="ClassifierException">Something about the bundle is wrong.</exception>
    public static PassageClassifier Open(string folder)
    {
        var (version, named) = (BundleManifest.Read(folder).Version, Path.GetFileName(folder));
        if (version != named)
        {
            throw new ClassifierException(
                ErrorKind.FailedPrecondition, "BUNDLE_INVALID",
                $"{folder} holds bundle {version}; a bundle's folder has its version's name, {named} has not.");
        }

        var classifier = new PassageClassifier(ModelBundle.Load(folder));
        GoldenCheck.Verify(classifier, folder);
        return classifier;
    }
}
