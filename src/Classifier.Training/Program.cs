using Classifier.Training.Commands;

return await CommandTable.Root().Parse(args).InvokeAsync();
