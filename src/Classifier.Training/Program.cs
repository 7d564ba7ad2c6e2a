using Classifier.Training.Commands;
using Classifier.Training.Fitting;

if (args is [TrainCommand.Name, ..] && FixedArithmetic.IsWide(Environment.GetEnvironmentVariable))
{
    return await FixedArithmetic.RerunAsync(args);
}

FixedArithmetic.EndWithOuter(Environment.GetEnvironmentVariable);
return await CommandLine.InvokeAsync(args);
