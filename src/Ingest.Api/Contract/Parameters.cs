using System.Buffers;
using System.Globalization;
using System.Text;
using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Api.Contract;

/// <summary>Every parameter of the interface.</summary>
public static class Parameters
{
    /// <summary>The largest page.</summary>
    public const int MaxSize = 1000;

    /// <summary>The page where none is asked for.</summary>
    public const int DefaultSize = 50;

    /// <summary>Most blobs that one request may ask after.</summary>
    public const int MaxBlobs = 100;

    static readonly SearchValues<char> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    const string Day = "a day as yyyy-MM-dd, such as 2023-07-07";
    const string DaySchema = """{"type":"string","format":"date"}""";

    /// <summary>A range's first day.</summary>
    public static Parameter<DateOnly?> From { get; } =
        new() { Name = "from", Description = "The first day that counts.", Takes = Day, Schema = DaySchema, Read = TryDay };

    /// <summary>A range's last day.</summary>
    public static Parameter<DateOnly?> To { get; } =
        new() { Name = "to", Description = "The last day that counts, itself included.", Takes = Day, Schema = DaySchema, Read = TryDay };

    /// <summary>One day.</summary>
    public static Parameter<DateOnly?> Date { get; } =
        new() { Name = "date", Description = "One day: the date of the articles.", Takes = Day, Schema = DaySchema, Read = TryDay };

    /// <summary>The day of a summary.</summary>
    public static Parameter<DateOnly> DateOfPath { get; } = new()
    {
        Name = "date",
        Place = ParameterPlace.Path,
        Description = "The day: the date of the articles.",
        Takes = Day,
        Schema = DaySchema,
        Read = (given, out value) => DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value),
    };

    /// <summary>Whose quotes.</summary>
    public static Parameter<string> Speaker { get; } = OfSpeaker("speaker", "Who said it, by slug or full name.");

    /// <summary>Whose summary.</summary>
    public static Parameter<string> SpeakerOfPath { get; } = OfSpeaker("speaker", "The speaker, by slug or full name.", ParameterPlace.Path);

    /// <summary>Who is named in the quote.</summary>
    public static Parameter<string> Mentions { get; } = OfSpeaker("mentions", "Whom the quote's own words name, by slug or full name.");

    /// <summary>Kind of quote.</summary>
    public static Parameter<QuoteType?> Type { get; } = new()
    {
        Name = "type",
        Description = "How much of the quote stands in quotation marks: all (direct), some (mixed), none (indirect).",
        Takes = "direct, mixed or indirect",
        Schema = """{"type":"string","enum":["direct","mixed","indirect"]}""",
        Read = (given, out value) => TryName(given, out value),
    };

    /// <summary>The words of a quote.</summary>
    public static Parameter<string> Saying { get; } = new()
    {
        Name = "saying",
        Description = "The words of a quote, whole; gives every place where the same words are quoted. Case, punctuation and spacing do not matter.",
        Takes = "the words of a quote, 1 to 4,000 characters with a letter or digit among them",
        Schema = """{"type":"string","minLength":1,"maxLength":4000}""",
        Read = (given, out value) =>
        {
            value = given;
            return given.Length <= 4000 && given.AsSpan().ContainsLetterOrDigit();
        },
    };

    /// <summary>Start of a name.</summary>
    public static Parameter<string> Prefix { get; } = new()
    {
        Name = "prefix",
        Description = "The start of a word of the name; any case, with or without diacritics.",
        Takes = "1 to 100 characters with a letter or digit among them",
        Schema = """{"type":"string","minLength":1,"maxLength":100}""",
        Read = (given, out value) =>
        {
            value = given.Trim();
            return value.Length <= 100 && value.AsSpan().ContainsLetterOrDigit();
        },
    };

    /// <summary>Order of speakers.</summary>
    public static Parameter<SpeakerOrder?> Order { get; } = new()
    {
        Name = "order",
        Description = "By name, which is the default, or by number of quotes, the most quoted first.",
        Takes = "name or quotes",
        Schema = """{"type":"string","enum":["name","quotes"],"default":"name"}""",
        Read = (given, out value) => TryName(given, out value),
    };

    /// <summary>Number of the most quoted.</summary>
    public static Parameter<int?> Top { get; } = new()
    {
        Name = "top",
        Description = "Only so many speakers, the most quoted, on one page; the same as order=quotes and size, without the pages after.",
        Takes = "a whole number from 1 to 1000",
        Schema = """{"type":"integer","minimum":1,"maximum":1000}""",
        Read = TrySize,
    };

    /// <summary>Length of a page.</summary>
    public static Parameter<int?> Size { get; } = new()
    {
        Name = "size",
        Description = "At most so many items on a page.",
        Takes = "a whole number from 1 to 1000",
        Schema = """{"type":"integer","minimum":1,"maximum":1000,"default":50}""",
        Read = TrySize,
    };

    /// <summary>Which page.</summary>
    public static Parameter<string> Next { get; } = new()
    {
        Name = "next",
        Description = "The `next` of the page before, with all other parameters the same; gives the page after it.",
        Takes = "the `next` of an earlier answer to the same question, unchanged",
        Schema = """{"type":"string","maxLength":4096}""",
        Read = (given, out value) =>
        {
            value = given;
            return given.Length is > 0 and <= 4096;
        },
    };

    /// <summary>Form of a list.</summary>
    public static Parameter<ListFormat?> Format { get; } = new()
    {
        Name = "format",
        Description = "The form of the list, for browsers, which cannot set an Accept header: json is a page; csv and ndjson are the whole list, streamed.",
        Takes = "json, csv or ndjson",
        Schema = """{"type":"string","enum":["json","csv","ndjson"],"default":"json"}""",
        Read = (given, out value) => TryName(given, out value),
    };

    /// <summary>Which article.</summary>
    public static Parameter<string> Id { get; } = new()
    {
        Name = "id",
        Place = ParameterPlace.Path,
        Description = "The article's id, as lists and uploads give it.",
        Takes = "an article's id: letters, digits and hyphens, as lists and uploads give it",
        Schema = """{"type":"string","pattern":"^[A-Za-z0-9_-]{1,100}$"}""",
        Read = (given, out value) =>
        {
            value = given;
            return given.Length is > 0 and <= 100 && !given.AsSpan().ContainsAnyExcept(IdCharacters);
        },
    };

    /// <summary>Name of an article that is sent as plain text.</summary>
    public static Parameter<string> Name { get; } = new()
    {
        Name = "name",
        Description = "A file name for an article sent as text/plain or as a single gzip; without it the name is made from the content.",
        Takes = "a file name, 1 to 1,000 characters",
        Schema = """{"type":"string","minLength":1,"maxLength":1000}""",
        Read = (given, out value) =>
        {
            value = given;
            return given.Length is > 0 and <= 1000;
        },
    };

    /// <summary>Names of blobs.</summary>
    public static Parameter<string> Blob { get; } = new()
    {
        Name = "blob",
        Repeats = true,
        Required = true,
        Description = "A blob's name, as the answer to an upload gives it; up to 100 of them.",
        Takes = "a blob's name, 1 to 1,024 characters",
        Schema = """{"type":"string","minLength":1,"maxLength":1024}""",
        Read = (given, out value) =>
        {
            value = given;
            // A segment of dots would lead out of the container.
            return given.Length is > 0 and <= 1024 && !given.Split('/').Any(each => each is "." or "..");
        },
    };

    static Parameter<string> OfSpeaker(string name, string description, ParameterPlace place = ParameterPlace.Query) => new()
    {
        Name = name,
        Place = place,
        Description = description,
        Takes = "a speaker's slug, such as jens-stoltenberg, or a full name, such as Jens Stoltenberg; at most 500 characters",
        Schema = """{"type":"string","minLength":1,"maxLength":500}""",
        Read = TrySpeaker,
    };

    static bool TryDay(string given, out DateOnly? value)
    {
        var ok = DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        value = day;
        return ok;
    }

    static bool TrySize(string given, out int? value)
    {
        var ok = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        value = number;
        return ok && number is >= 1 and <= MaxSize;
    }

    // Only names: a number would be taken by Enum.TryParse as well.
    static bool TryName<T>(string given, out T? value)
        where T : struct, Enum
    {
        value = null;
        foreach (var each in Enum.GetValues<T>())
        {
            if (string.Equals(each.ToString(), given, StringComparison.OrdinalIgnoreCase)) value = each;
        }
        return value is not null;
    }

    static bool TrySpeaker(string given, out string? value)
    {
        value = null;
        if (given.Length > 500 || !given.AsSpan().ContainsLetterOrDigit()) return false;
        value = Slug.Of(given);
        return value.Length > 0;
    }

    static bool ContainsLetterOrDigit(this ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) return true;
        }
        return false;
    }
}
