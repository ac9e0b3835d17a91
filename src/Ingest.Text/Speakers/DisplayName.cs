namespace Ingest.Text.Speakers;

/// <summary>Names as they are shown.</summary>
static class DisplayName
{
    /// <summary>A name of at most <paramref name="longest"/> characters: a longer one ends with a word before that, or in it where the word is very long.</summary>
    public static string Cut(string name, int longest) => name.Length <= longest ? name : name[..Math.Max(name.LastIndexOf(' ', longest), longest / 2)];

    /// <summary>A person's name as it is written, but one in capitals throughout (<c>JENS STOLTENBERG</c>) in title case.</summary>
    public static string Of(string name)
    {
        var letters = 0;
        foreach (var c in name)
        {
            if (char.IsLower(c)) return name;
            if (char.IsLetter(c)) letters++;
        }
        return letters < 4 ? name : string.Create(name.Length, name, static (shown, name) =>
        {
            for (var i = 0; i < name.Length; i++)
            {
                var first = i == 0 || !char.IsLetter(name[i - 1]);
                // McCain, MacArthur's Mc; O'Malley by its apostrophe.
                var afterMc = i >= 2 && name[i - 1] == 'C' && name[i - 2] == 'M' && (i == 2 || !char.IsLetter(name[i - 3]));
                shown[i] = first || afterMc ? name[i] : char.ToLowerInvariant(name[i]);
            }
        });
    }
}
