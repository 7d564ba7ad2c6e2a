using Classifier.Training.Commands;

return await CommandLine.InvokeAsync(args);
