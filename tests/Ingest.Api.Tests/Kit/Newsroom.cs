using Ingest.Testing;

namespace Ingest.Api.Tests.Kit;

/// <summary>A host with a handful of articles, for the tests that only read.</summary>
public sealed class Newsroom(AzuriteFixture azurite) : IAsyncLifetime
{
    public const string BridgeStory =
        """
        date 2031-03-03 https://morningpost.example/2031/03/03/bridge
        City to Rebuild Harbour Bridge
        "We will rebuild the harbour bridge before winter," Mayor Anna Lindqvist told reporters on Monday.
        Lindqvist said that the council would vote on the plan in April.
        "The money for this bridge is simply not there," Council Leader Piotr Wójcik said.
        """;

    public const string CostsStory =
        """
        date 2031-03-04 https://eveningecho.example/2031/03/04/costs
        Row Over the Costs of a Bridge
        "We will rebuild the harbour bridge before winter," Mayor Anna Lindqvist told reporters on Monday.
        Work on the bridge has not begun, and the ferries run as before.
        "Anna Lindqvist has never read the report on its costs," Council Leader Piotr Wójcik said on Tuesday.
        """;

    public const string TimetableStory =
        """
        date 2031-03-04 https://morningpost.example/2031/03/04/timetable
        New Timetable for the Ferries
        The ferries leave every half an hour from Sunday. Bicycles travel free of charge.
        """;

    public const string GovernorStory =
        """
        date 2031-04-02 https://morningpost.example/2031/04/02/governor
        Lindqvist Takes Office
        "I shall miss the harbour and its people," Governor Anna Lindqvist told a crowd on Wednesday.
        """;

    ApiHost? host;

    public ApiHost Host => host ?? throw new InvalidOperationException("The newsroom is not open.");

    public string Bridge { get; set; } = "";

    public async ValueTask InitializeAsync()
    {
        host = await ApiHost.StartAsync(azurite);
        Bridge = await host.IngestAsync("post/bridge.txt", BridgeStory);
        await host.IngestAsync("echo/costs.txt", CostsStory);
        await host.IngestAsync("post/timetable.txt", TimetableStory);
        await host.IngestAsync("post/governor.txt", GovernorStory);
        await host.IngestAsync("post/empty.txt", "");
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
    }
}
