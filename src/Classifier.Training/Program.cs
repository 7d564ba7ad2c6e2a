using Classifier.Training.Commands;
using Classifier.Training.Fitting;
using Classifier.Training.Terminal;

if (args is [TrainCommand.Name, ..] && FixedArithmetic.IsWide(Environment.GetEnvironmentVariable))
{
    return await FixedArithmetic.RerunAsync(args);
}

InnerProgram.EndWithOuter(Environment.GetEnvironmentVariable);
return await CommandLine.InvokeAsync(args);
