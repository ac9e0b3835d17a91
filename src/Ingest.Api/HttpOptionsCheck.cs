using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Ingest.Api;

/// <summary>Says which setting is out of the range that its property states, and what it takes.</summary>
sealed class HttpOptionsCheck : IValidateOptions<HttpOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpOptions options)
    {
        var wrong = from property in typeof(HttpOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    let range = property.GetCustomAttribute<RangeAttribute>()
                    where range is not null && !range.IsValid(property.GetValue(options))
                    select FormattableString.Invariant($"The setting {HttpOptions.Section}:{property.Name} takes {range.Minimum} to {range.Maximum}.");
        return wrong.ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
