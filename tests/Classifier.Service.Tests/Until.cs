namespace Classifier.Service.Tests;

/// <summary>Waits for what comes some time.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var end = DateTime.UtcNow + Patience;
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < end, "It did not come about.");
            await Task.Delay(Look, TestContext.Current.CancellationToken);
        }
    }
}
