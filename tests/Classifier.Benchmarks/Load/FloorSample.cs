namespace Classifier.Benchmarks.Load;

/// <summary>One round.</summary>
/// <param name="Echo">Calls that only give back a short passage.</param>
/// <param name="Short">Calls that tag one short passage.</param>
/// <param name="Batch">Calls that tag <see cref="LoadPassages.PerBatch"/> passages.</param>
/// <param name="ShortInProcess">Short passages a second, in process.</param>
/// <param name="AllInProcess">Passages of batches a second, in process.</param>
internal sealed record FloorSample(
    ClosedSample Echo, ClosedSample Short, ClosedSample Batch, double ShortInProcess, double AllInProcess);
