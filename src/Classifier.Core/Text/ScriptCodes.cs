namespace Classifier.Core.Text;

/// <summary>Scripts as they go out.</summary>
public static class ScriptCodes
{
    /// <summary>ISO 15924: <c>Latn</c>, <c>Arab</c>; <c>Zyyy</c> for every other script and for none.</summary>
    public static string Of(Script script) => script switch
    {
        Script.Latin => "Latn",
        Script.Arabic => "Arab",
        _ => "Zyyy",
    };
}
