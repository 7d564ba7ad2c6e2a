namespace Classifier.Service.Access;

/// <summary>What is wrong with a credential that came.</summary>
internal enum CredentialProblem
{
    Invalid,
    Expired,

    /// <summary>Nobody knows yet: what it is checked with is not here.</summary>
    Unchecked,
}

/// <summary>Carries the problem from a handler to the answer.</summary>
internal sealed class CredentialException(CredentialProblem problem) : Exception($"The credential is {problem}.")
{
    public CredentialProblem Problem => problem;
}
