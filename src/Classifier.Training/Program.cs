using Classifier.Training.Commands;
using Classifier.Training.Fitting;

return args is [TrainCommand.Name, ..] && FixedArithmetic.IsWide(Environment.GetEnvironmentVariable)
    ? await FixedArithmetic.RerunAsync(args)
    : await CommandLine.InvokeAsync(args);
