using Ingest.Text.Tokens;
using static Ingest.Text.Speakers.Caseless;

namespace Ingest.Text.Speakers;

/// <summary>How well a definite phrase (<c>the union president</c>) fits a role that the article gives somebody (<c>president of the Dockworkers' Union</c>).</summary>
static class RoleMatch
{
    /// <summary>Another office, or none.</summary>
    public const int None = 0;

    /// <summary>The same noun, but words beside it that the other does not have.</summary>
    public const int Doubtful = 1;

    /// <summary>The same noun, and nothing that speaks against it.</summary>
    public const int Sure = 2;

    /// <summary>One of the three: the noun of the phrase must be the noun of the role, and the words beside it must not contradict.</summary>
    public static int Of(Scene scene, in SourcePhrase phrase, ReadOnlySpan<char> role)
    {
        var head = scene.Word(phrase.Head);
        if (IsNationality(head)) return Has(role, head) ? Sure : None;
        if (HeadIn(role, head) is not { } at) return None;
        var own = role[at];
        var lower = Lower(role[..at.Start.GetOffset(role.Length)], own);
        if (Is(own, "general") && RankOf(role[..at.Start.GetOffset(role.Length)]) is { Length: > 0 } rank && !PhraseHas(scene, phrase, rank)) return None;

        var (modifiers, shared, sameLower, owned) = (0, false, false, false);
        var tokens = scene.Text.Tokens;
        for (var i = phrase.First + 1; i < phrase.End; i++)
        {
            if (tokens[i].Kind == TokenKind.Clitic || i < phrase.Head && tokens[i].IsCapitalised && !IsPortfolio(scene.Word(i))) owned = true;
            if (i == phrase.Head || tokens[i].Kind != TokenKind.Word || tokens[i].Is(WordClass.Determiner | WordClass.Preposition | WordClass.Conjunction)) continue;
            // What follows the noun counts where it is a name: the president of the Harbour League, but the judge in this case.
            var after = i > phrase.Head;
            if (after && !tokens[i].IsCapitalised) continue;
            var word = scene.Word(i);
            if (after && !Has(role, word) && !Has(role, Singular(word))) return None;
            if (IsLower(word))
            {
                if (!lower.IsEmpty && !Is(word, lower) || lower.IsEmpty && !Is(word, "former")) return None;
                sameLower = true;
                continue;
            }
            modifiers++;
            if (Has(role, word)) shared = true;
            else if (IsPortfolio(word) && HasOther(role, IsPortfolio) || IsNationality(word) && HasOther(role, IsNationality)) return None;
        }
        // The Oracle chairman is nobody else's.
        if (owned && !shared && HasCapital(role[(at.End.GetOffset(role.Length))..], role[..at.Start.GetOffset(role.Length)])) return None;
        // Who is introduced by the office alone may still be the former Florida governor, but not the former president.
        if (lower.IsEmpty && sameLower) return shared || Is(head, "candidate") ? Doubtful : None;
        if (!lower.IsEmpty && !sameLower) return owned && !shared || IsLed(head) || Is(lower, "former") ? None : Doubtful;
        return modifiers == 0 || shared ? Sure : Doubtful;
    }

    /// <summary>Where the noun of a role stands that is this one or means the same; null where none is.</summary>
    static Range? HeadIn(ReadOnlySpan<char> role, ReadOnlySpan<char> head)
    {
        for (var start = 0; start < role.Length;)
        {
            var blank = role[start..].IndexOf(' ');
            var end = blank < 0 ? role.Length : start + blank;
            var word = role[start..end].TrimEnd(',');
            var next = end < role.Length ? role[(end + 1)..] : default;
            if (blank < 0 || Ends(role[start..end], next))
            {
                if (IsSame(word, head)) return start..(start + word.Length);
            }
            else if ((Is(next, "general") && Is(word, head)) || (next.StartsWith("officer", StringComparison.OrdinalIgnoreCase) && Is(word, "executive") && IsSame(word, head))) return start..(start + word.Length);
            if (IsPreposition(word) && word is not "and") return null;
            start = end + 1;
        }
        return null;
    }

    static bool HasCapital(ReadOnlySpan<char> after, ReadOnlySpan<char> before) => after.ContainsAnyInRange('A', 'Z') || before.ContainsAnyInRange('A', 'Z');

    // The noun is the last word before of, to, for, and or a comma.
    static bool Ends(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        if (word.EndsWith(',')) return true;
        var blank = next.IndexOf(' ');
        var following = blank < 0 ? next : next[..blank];
        return IsPreposition(following) || Is(following, "and") || following is "&";
    }

    static bool IsPreposition(ReadOnlySpan<char> word) => word is "of" or "to" or "for" or "at" or "in" or "from" or "on" or "with" or "who" or "and";

    static bool IsSame(ReadOnlySpan<char> word, ReadOnlySpan<char> head)
    {
        if (Is(word, head) || Means(word, head)) return true;
        // Editor-in-Chief, co-founder.
        return word.Length > head.Length + 1 && (word[head.Length] == '-' && Is(word[..head.Length], head) || word[^(head.Length + 1)] == '-' && Is(word[^head.Length..], head));
    }

    static ReadOnlySpan<char> Lower(ReadOnlySpan<char> before, ReadOnlySpan<char> own)
    {
        foreach (var range in before.Split(' '))
            if (IsLower(before[range])) return before[range];
        return own.IndexOf('-') is > 0 and var hyphen && IsLower(own[..hyphen]) ? own[..hyphen] : default;
    }

    // Secretary General, Attorney General.
    static ReadOnlySpan<char> RankOf(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return Is(word, "secretary") || Is(word, "attorney") || Is(word, "director") || Is(word, "inspector") || Is(word, "surgeon") || Is(word, "solicitor") || Is(word, "comptroller") ? word : default;
    }

    static bool PhraseHas(Scene scene, in SourcePhrase phrase, ReadOnlySpan<char> word)
    {
        for (var i = phrase.First; i < phrase.Head; i++)
            if (Is(scene.Word(i), word)) return true;
        return false;
    }

    /// <summary>Whether a word before an office makes it another: <c>vice</c>, <c>former</c>.</summary>
    public static bool IsLower(ReadOnlySpan<char> word) => Is(word, "vice") || Is(word, "deputy") || Is(word, "former") || Is(word, "ex") || Is(word, "assistant");

    // Whoever is only a vice or a deputy of one is called so.
    static bool IsLed(ReadOnlySpan<char> head) => Is(head, "president") || Is(head, "chairman") || Is(head, "governor") || Is(head, "mayor") || Is(head, "director") || Is(head, "executive");

    static bool IsPortfolio(ReadOnlySpan<char> word) => Is(word, "prime") || Is(word, "foreign") || Is(word, "finance") || Is(word, "interior") || Is(word, "defense") || Is(word, "defence")
        || Is(word, "justice") || Is(word, "health") || Is(word, "trade") || Is(word, "transport") || Is(word, "transportation") || Is(word, "education") || Is(word, "energy") || Is(word, "labor")
        || Is(word, "labour") || Is(word, "agriculture") || Is(word, "economy") || Is(word, "environment") || Is(word, "culture") || Is(word, "treasury") || Is(word, "home");

    /// <summary>Whether the head of a phrase is one like <c>the Republican</c>.</summary>
    public static bool IsNationality(ReadOnlySpan<char> word) => word.Length > 0 && char.IsUpper(word[0]) && NameLexicon.Find(word).Has(NameClass.Nationality);

    /// <summary>Whether a role says where somebody is from.</summary>
    public static bool HasNationality(ReadOnlySpan<char> role) => HasOther(role, IsNationality);

    static bool Has(ReadOnlySpan<char> role, ReadOnlySpan<char> word)
    {
        foreach (var range in role.SplitAny(' ', '-'))
            if (Is(role[range].Trim(",'’"), word)) return true;
        return false;
    }

    delegate bool Test(ReadOnlySpan<char> word);

    static bool HasOther(ReadOnlySpan<char> role, Test test)
    {
        foreach (var range in role.SplitAny(' ', '-'))
            if (test(role[range])) return true;
        return false;
    }

    static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word) => word.Length > 2 && word[^1] is 's' ? word[..^1].TrimEnd("'’") : word;

    /// <summary>Nouns by which newspapers take up another.</summary>
    static bool Means(ReadOnlySpan<char> role, ReadOnlySpan<char> head) =>
        Is(head, "lawmaker") && (Is(role, "Senator") || Is(role, "Representative") || Is(role, "congressman") || Is(role, "congresswoman"))
        || (Is(head, "congressman") || Is(head, "congresswoman")) && Is(role, "Representative")
        || Is(head, "attorney") && Is(role, "lawyer") || Is(head, "lawyer") && Is(role, "attorney")
        || (Is(head, "executive") || Is(head, "chief")) && Is(role, "CEO") || Is(head, "CEO") && Is(role, "executive")
        || Is(head, "leader") && (Is(role, "premier") || Is(role, "chairman") || Is(role, "chairwoman") || Is(role, "president"))
        || Is(head, "premier") && Is(role, "minister") || Is(head, "diplomat") && (Is(role, "ambassador") || Is(role, "envoy"))
        || Is(head, "spokesperson") && (Is(role, "spokesman") || Is(role, "spokeswoman"))
        || Is(head, "captain") && Is(role, "master")
        || Is(head, "chair") && (Is(role, "chairman") || Is(role, "chairwoman"))
        || Is(head, "academic") && Is(role, "professor");
}
