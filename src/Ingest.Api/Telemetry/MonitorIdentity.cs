using Azure.Core;
using Azure.Identity;

namespace Ingest.Api.Telemetry;

/// <summary>Who writes to Application Insights where it takes no keys.</summary>
static class MonitorIdentity
{
    /// <summary>Functions' setting, which the host reads too: <c>Authorization=AAD</c>, and <c>ClientId=…</c> where the identity is a user-assigned one.</summary>
    public const string Setting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>The identity; null where the setting asks for none.</summary>
    /// <exception cref="FormatException">The setting is not of its form.</exception>
    public static TokenCredential? From(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting)) return null;
        var parts = setting.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(part => part[0], part => part.Length == 2 ? part[1] : "", StringComparer.OrdinalIgnoreCase);
        if (!parts.TryGetValue("Authorization", out var kind) || !kind.Equals("AAD", StringComparison.OrdinalIgnoreCase))
            throw new FormatException($"{Setting} takes Authorization=AAD, with ClientId=… before it for a user-assigned identity.");
        return parts.TryGetValue("ClientId", out var client) && client.Length > 0
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client))
            : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
    }
}
