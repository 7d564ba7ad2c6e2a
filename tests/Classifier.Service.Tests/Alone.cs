namespace Classifier.Service.Tests;

/// <summary>
/// Tests that share with no other at the time: what spans are made of belongs to the whole process, and the exporter
/// drops some when many come at once (2,048 wait by default).
/// </summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
