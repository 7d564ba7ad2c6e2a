[assembly: AssemblyFixture(typeof(Classifier.Training.Tests.TinyBundle))]
