namespace Classifier.Benchmarks.Load.Http2;

/// <summary>https://www.rfc-editor.org/rfc/rfc9113#section-6.</summary>
internal enum FrameType : byte
{
    Data = 0,
    Headers = 1,
    Reset = 3,
    Settings = 4,
    Ping = 6,
    GoAway = 7,
    WindowUpdate = 8,
}
