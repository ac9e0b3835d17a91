namespace Ingest.Text.Speakers;

/// <summary>A person's name as it is shown: one in capitals throughout (<c>JENS STOLTENBERG</c>) in title case.</summary>
static class DisplayName
{
    /// <summary>The name, otherwise as it is written.</summary>
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
