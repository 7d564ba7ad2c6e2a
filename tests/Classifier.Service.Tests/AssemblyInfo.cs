[assembly: AssemblyFixture(typeof(Classifier.Service.Tests.RunningService))]
[assembly: AssemblyFixture(typeof(Classifier.Fuzzing.SmallBundle))]
