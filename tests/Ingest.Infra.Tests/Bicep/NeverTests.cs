using System.Text.Json;

namespace Ingest.Infra.Tests.Bicep;

/// <summary>What the compiled templates must never hold, looked for in what would really be deployed.</summary>
public sealed class NeverTests(Compiler compiler)
{
    static readonly string[] Entries = ["main.bicep", "webhook.bicep"];

    // Storage Blob Data Owner, Blob Data Contributor, Queue Data Contributor, Table Data Contributor, Monitoring Metrics Publisher.
    static readonly HashSet<string> KnownRoles =
    [
        "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        "3913510d-42f4-4e42-8a64-420c390055eb",
    ];

    [Fact]
    public void No_output_and_no_app_setting_holds_a_key()
    {
        foreach (var template in Templates())
        {
            if (template.TryGetProperty("outputs", out var outputs)) AssertNoKeys(outputs);
            foreach (var settings in Resource.In(template).Where(each => each.Type == "Microsoft.Web/sites/config")) AssertNoKeys(settings.Body);
            foreach (var app in Resource.In(template).Where(each => each.Type == "Microsoft.Web/sites")) AssertNoKeys(app.Body);
        }

        static void AssertNoKeys(JsonElement where)
        {
            foreach (var text in Resource.Strings(where))
            {
                Assert.DoesNotContain("listKeys", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("listAccountSas", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("AccountKey", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("SharedAccessSignature", text, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public void The_one_key_that_is_read_goes_to_Event_Grid_and_nowhere_else()
    {
        var readers = Resources().Where(each => each.Type != "Microsoft.Resources/deployments")
            .SelectMany(each => Resource.Strings(each.Body).Where(text => text.Contains("listKeys", StringComparison.OrdinalIgnoreCase)).Select(_ => each.Type));
        Assert.Equal(["Microsoft.EventGrid/systemTopics/eventSubscriptions"], readers);
    }

    [Fact]
    public void The_storage_account_takes_no_shared_key_no_stranger_and_no_old_TLS()
    {
        var account = Assert.Single(Resources(), each => each.Type == "Microsoft.Storage/storageAccounts");
        Assert.False(account.Properties.GetProperty("allowSharedKeyAccess").GetBoolean());
        Assert.False(account.Properties.GetProperty("allowBlobPublicAccess").GetBoolean());
        Assert.False(account.Properties.GetProperty("allowCrossTenantReplication").GetBoolean());
        Assert.True(account.Properties.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
        Assert.Contains(account.Properties.GetProperty("minimumTlsVersion").GetString(), (string[])["TLS1_2", "TLS1_3"]);
    }

    [Fact]
    public void No_container_can_be_read_by_strangers_and_what_is_deleted_can_be_brought_back()
    {
        var resources = Resources();
        var containers = resources.Where(each => each.Type == "Microsoft.Storage/storageAccounts/blobServices/containers").ToList();
        Assert.Equal(3, containers.Count);
        Assert.All(containers, each => Assert.Equal("None", each.Properties.GetProperty("publicAccess").GetString()));
        var service = Assert.Single(resources, each => each.Type == "Microsoft.Storage/storageAccounts/blobServices");
        Assert.True(service.Properties.GetProperty("deleteRetentionPolicy").GetProperty("enabled").GetBoolean());
        Assert.True(service.Properties.GetProperty("containerDeleteRetentionPolicy").GetProperty("enabled").GetBoolean());
    }

    [Fact]
    public void The_app_is_reached_by_HTTPS_only_and_deployed_to_without_passwords()
    {
        var resources = Resources();
        var app = Assert.Single(resources, each => each.Type == "Microsoft.Web/sites");
        Assert.True(app.Properties.GetProperty("httpsOnly").GetBoolean());
        var config = app.Properties.GetProperty("siteConfig");
        Assert.Contains(config.GetProperty("minTlsVersion").GetString(), (string[])["1.2", "1.3"]);
        Assert.Equal("Disabled", config.GetProperty("ftpsState").GetString());
        Assert.Equal("UserAssignedIdentity", app.Properties.GetProperty("functionAppConfig").GetProperty("deployment").GetProperty("storage").GetProperty("authentication").GetProperty("type").GetString());
        var passwords = resources.Where(each => each.Type == "Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(2, passwords.Count);
        Assert.All(passwords, each => Assert.False(each.Properties.GetProperty("allow").GetBoolean()));
    }

    [Fact]
    public void Telemetry_is_not_written_with_keys()
    {
        var resources = Resources();
        Assert.True(Assert.Single(resources, each => each.Type == "Microsoft.Insights/components").Properties.GetProperty("DisableLocalAuth").GetBoolean());
        Assert.True(Assert.Single(resources, each => each.Type == "Microsoft.OperationalInsights/workspaces").Properties.GetProperty("features").GetProperty("disableLocalAuth").GetBoolean());
    }

    [Fact]
    public void Only_roles_for_data_are_granted_each_on_one_resource()
    {
        var templates = Templates();
        var grants = templates.SelectMany(Resource.TemplatesIn).SelectMany(template => Direct(template).Select(grant => (template, grant))).ToList();
        Assert.Equal(4, grants.Count);
        foreach (var (template, grant) in grants)
        {
            Assert.True(grant.Body.TryGetProperty("scope", out _), "A role is granted on a whole resource group.");
            var granted = Resource.Strings(grant.Properties.GetProperty("roleDefinitionId")).Concat(template.TryGetProperty("variables", out var variables) ? Resource.Strings(variables) : [])
                .Where(text => Guid.TryParse(text, out _)).ToList();
            Assert.NotEmpty(granted);
            Assert.Subset(KnownRoles, granted.ToHashSet());
        }

        Assert.DoesNotContain(Resources(), each => each.Type == "Microsoft.Authorization/roleDefinitions");

        static IEnumerable<Resource> Direct(JsonElement template) =>
            Resource.In(template).Where(each => each.Type == "Microsoft.Authorization/roleAssignments" && !InModule(template, each));

        static bool InModule(JsonElement template, Resource resource) =>
            Resource.TemplatesIn(template).Skip(1).Any(inner => Resource.In(inner).Contains(resource));
    }

    [Fact]
    public void Nothing_allows_everything()
    {
        foreach (var text in Templates().SelectMany(Resource.Strings)) Assert.NotEqual("*", text);
    }

    IReadOnlyList<JsonElement> Templates() => [.. Entries.Select(compiler.Template)];

    IReadOnlyList<Resource> Resources() => [.. Templates().SelectMany(Resource.In)];
}
