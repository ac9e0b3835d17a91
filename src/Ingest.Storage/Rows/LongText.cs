using Azure.Data.Tables;

namespace Ingest.Storage.Rows;

/// <summary>A text of any length in a row: in one property as long as that holds it (32 Ki characters), then in <c>Name1</c>, <c>Name2</c>, and so on.</summary>
static class LongText
{
    const int PropertyLength = 32_000;

    /// <summary>Writes <paramref name="text"/>; nothing where it is null.</summary>
    public static void Set(TableEntity row, string name, string? text)
    {
        if (text is null) return;
        if (text.Length <= PropertyLength)
        {
            row[name] = text;
            return;
        }

        for (var (start, part) = (0, 0); start < text.Length; part++)
        {
            var end = Math.Min(start + PropertyLength, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
            row[Parts.Name(name, part)] = text[start..end];
            start = end;
        }
    }

    /// <summary>Reads what <see cref="Set"/> wrote; null where there is nothing.</summary>
    public static string? Get(TableEntity row, string name)
    {
        var text = row.GetString(name);
        if (text is null || row.GetString(Parts.Name(name, 1)) is null) return text;
        var parts = new List<string>();
        for (var part = 0; row.GetString(Parts.Name(name, part)) is { } more; part++) parts.Add(more);
        return string.Concat(parts);
    }
}
