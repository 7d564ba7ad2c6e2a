[assembly: AssemblyFixture(typeof(Classifier.Service.Tests.RunningService))]
