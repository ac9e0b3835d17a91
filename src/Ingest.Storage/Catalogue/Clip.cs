namespace Ingest.Storage.Catalogue;

/// <summary>Bounds on what an article can put into rows that many articles share. The article's own document keeps everything whole.</summary>
static class Clip
{
    /// <summary>Longest name, role or publisher in a counter.</summary>
    public const int Name = 120;

    /// <summary>Longest headline in a list.</summary>
    public const int Title = 500;

    /// <summary>Longest cue or mention in a list.</summary>
    public const int Words = 500;

    /// <summary>A URL that is longer is left out of lists: half of it would lead nowhere.</summary>
    public const int Url = 4000;

    /// <summary>A quote's text that is longer is left out of lists and is read from the article there.</summary>
    public const int Quote = 60_000;

    /// <summary>The longest lede in a list.</summary>
    public const int Lede = 300;

    /// <summary>The text at most <paramref name="length"/> long, cut between words where there are some, with an ellipsis; control characters are blanks.</summary>
    public static string To(int length, ReadOnlySpan<char> text)
    {
        var cut = text.Length > length;
        if (cut)
        {
            text = text[..length];
            if (text.LastIndexOf(' ') is var blank && blank > length / 2) text = text[..blank];
            else if (char.IsHighSurrogate(text[^1])) text = text[..^1];
        }

        return string.Create(text.Length + (cut ? 1 : 0), text, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++) to[i] = char.IsControl(from[i]) ? ' ' : from[i];
            if (to.Length > from.Length) to[^1] = '…';
        });
    }
}
