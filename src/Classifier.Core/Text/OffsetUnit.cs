namespace Classifier.Core.Text;

/// <summary>The unit in which a caller wants offsets.</summary>
public enum OffsetUnit
{
    /// <summary>UTF-16 code units, as C#, Java and JavaScript count.</summary>
    Utf16,

    /// <summary>Bytes of the UTF-8 form, as Go and Rust count.</summary>
    Utf8,

    /// <summary>Unicode code points, as Python counts.</summary>
    CodePoint,
}
