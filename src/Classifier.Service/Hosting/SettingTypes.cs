using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>
/// Refuses values that are no numbers where numbers go, in the words in which numbers out of range are refused; binding
/// them, which comes after this, would tell of .NET's types and not of what is allowed.
/// </summary>
/// <param name="configuration">What was set.</param>
/// <param name="validators">Know what is allowed; of a value that never is they say so.</param>
internal sealed class SettingTypes(
    IConfiguration configuration, IEnumerable<IValidateOptions<ServiceOptions>> validators)
    : IConfigureOptions<ServiceOptions>
{
    private const string Allowed = "; allowed is ";

    /// <exception cref="OptionsValidationException">
    /// Each value of another type, with its name and what is allowed.
    /// </exception>
    public void Configure(ServiceOptions options)
    {
        var probe = new ServiceOptions();
        var misfits = Misfits(configuration.GetSection(ServiceOptions.Section), probe).ToList();
        if (misfits.Count > 0)
        {
            var failures = validators.SelectMany(v => v.Validate(null, probe).Failures ?? []).ToList();
            throw new OptionsValidationException(ServiceOptions.Section, typeof(ServiceOptions), misfits.Select(
                s => $"{s.Path} is \"{s.Value}\"{Allowed}{RangeOf(s.Path, failures)}"));
        }
    }

    /// <summary>Settings of another type; the probe gets a value in place of each that no range holds.</summary>
    private static IEnumerable<IConfigurationSection> Misfits(IConfiguration section, object probe) => probe.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite)
        .SelectMany(p => Misfits(section, probe, p));

    private static IEnumerable<IConfigurationSection> Misfits(
        IConfiguration section, object probe, PropertyInfo property)
    {
        var setting = section.GetSection(property.Name);
        switch (property.GetValue(probe))
        {
            case null or IEnumerable:
                return [];
            case int or double or bool:
                if (Fits(setting, property.PropertyType))
                {
                    return [];
                }

                property.SetValue(probe, OutOfRange(property.PropertyType));
                return [setting];
            case var inner:
                return Misfits(setting, inner);
        }
    }

    private static bool Fits(IConfigurationSection setting, Type type)
    {
        try
        {
            setting.Get(type);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static object OutOfRange(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => int.MinValue,
        TypeCode.Double => double.NaN,
        _ => false,
    };

    /// <summary>Switches have none.</summary>
    private static string RangeOf(string path, List<string> failures) =>
        failures.Find(f => f.StartsWith($"{path} is ", StringComparison.Ordinal))?.Split(Allowed)[1] ?? "true or false";
}
