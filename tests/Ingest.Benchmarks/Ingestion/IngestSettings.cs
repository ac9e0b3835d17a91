using System.Globalization;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>What to load.</summary>
/// <param name="Folder">Articles in the upload format.</param>
/// <param name="Articles">How many of them; 0 for all that are there.</param>
/// <param name="Day">Articles of the synthetic day; 0 for none.</param>
/// <param name="Quotes">Up to how many quotes of one speaker the reads are measured; 0 for no reads.</param>
/// <param name="Uploads">Uploads while idle, one after the other, to time; 0 for none.</param>
/// <param name="Concurrency">Articles ingested at once; 0 for the product's own setting.</param>
/// <param name="Ceiling">Whether to measure what the storage allows too.</param>
/// <param name="Rounds">Loads of each kind, each followed by its ceiling.</param>
/// <param name="Alone">Articles to ingest one after the other, to count their requests; 0 for none.</param>
sealed record IngestSettings(string Folder, int Articles, int Day, int Quotes, int Uploads, bool Ceiling = true, int Concurrency = 0, int Rounds = 3, int Alone = 400)
{
    public const string Usage = """
        ingest [FOLDER] [--articles N] [--day N] [--quotes N] [--uploads N] [--alone N] [--rounds N] [--ceiling 0] [--concurrency N]
          FOLDER       articles in the upload format (default: samples/, as often as --articles asks)
          --articles   how many of them to load (default: all; more than there are: once more under other addresses)
          --day        articles of a synthetic day (default: 10000; 0: none)
          --quotes     the largest number of quotes of one speaker at which reads are measured (default: 102400; 0: no reads)
          --uploads    single uploads to time while idle (default: 60; 0: none)
          --alone      articles to ingest one after the other, to count their requests (default: 400; 0: none)
          --rounds     how often to load, each time followed by the same work bare (default: 3)
          --ceiling    0: do not measure what the storage would allow
          --concurrency  articles ingested at once (default: the product's)
        """;

    /// <summary>Reads the command line after <c>ingest</c>; null where it is not understood.</summary>
    public static IngestSettings? Read(ReadOnlySpan<string> arguments, string defaultFolder)
    {
        var settings = new IngestSettings(defaultFolder, 0, 10_000, 102_400, 60);
        for (; arguments is [var first, ..]; arguments = arguments[1..])
        {
            if (!first.StartsWith("--", StringComparison.Ordinal))
            {
                settings = settings with { Folder = first };
                continue;
            }

            if (arguments is not [_, var value, ..] || !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            arguments = arguments[1..];
            switch (first)
            {
                case "--articles": settings = settings with { Articles = number }; break;
                case "--day": settings = settings with { Day = number }; break;
                case "--quotes": settings = settings with { Quotes = number }; break;
                case "--uploads": settings = settings with { Uploads = number }; break;
                case "--concurrency": settings = settings with { Concurrency = number }; break;
                case "--alone": settings = settings with { Alone = number }; break;
                case "--rounds": settings = settings with { Rounds = number }; break;
                case "--ceiling": settings = settings with { Ceiling = number > 0 }; break;
                default: return null;
            }
        }

        return settings;
    }
}
