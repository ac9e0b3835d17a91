using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>A definite role (<c>the secretary general</c>, <c>the Texas senator</c>) means the person of that role who was named last.</summary>
static class RoleRule
{
    const int Reach = 60;

    /// <summary>The member meant; -1 where the phrase is no definite role, or nobody has it.</summary>
    public static int Member(Scene scene, in SourcePhrase phrase)
    {
        var tokens = scene.Text.Tokens;
        if (phrase.CoreEnd - phrase.First < 2 || scene.Word(phrase.First) is not ("the" or "The" or "this" or "This")) return -1;
        if (tokens[phrase.Head].Part == PartOfSpeech.Plural || !(RoleReader.IsHead(scene, phrase.Head) || IsNationality(scene, phrase.Head))) return -1;
        var head = scene.Word(phrase.Head);
        var gender = head.EndsWith("woman", StringComparison.OrdinalIgnoreCase) || Is(head, "actress") ? Gender.Female
            : head.Length > 4 && head.EndsWith("man", StringComparison.OrdinalIgnoreCase) ? Gender.Male : Gender.Unknown;

        var range = scene.Cast.Within(0, phrase.First);
        var mentions = scene.Cast.Mentions[range];
        for (var i = mentions.Length - 1; i >= 0 && mentions.Length - i < Reach; i--)
        {
            ref var member = ref scene.Cast[mentions[i].Member];
            if (member.Kind is not (NameKind.Person or NameKind.Unknown) || mentions[i].InContent == scene.Current + 1) continue;
            if (gender != Gender.Unknown && member.Gender != Gender.Unknown && member.Gender != gender) continue;
            if (Has(RoleReader.Of(scene, mentions[i].Member), head)) return mentions[i].Member;
        }
        return IsOfAnybody(head) && phrase.End == phrase.CoreEnd ? PronounRule.Person(scene, phrase.First, gender) : -1;
    }

    static bool IsNationality(Scene scene, int token) => scene.Text.Tokens[token].IsCapitalised && (NameLexicon.Find(scene.Word(token)) & NameClass.Nationality) != NameClass.None;

    /// <summary>Whether a role has the word, in any case, or one that means the same.</summary>
    static bool Has(string role, ReadOnlySpan<char> head)
    {
        if (role.Length == 0) return false;
        foreach (var range in role.AsSpan().SplitAny(' ', '-'))
        {
            var word = role.AsSpan()[range];
            if (word.Equals(head, StringComparison.OrdinalIgnoreCase) || Means(word, head)) return true;
        }
        return false;
    }

    static bool Means(ReadOnlySpan<char> role, ReadOnlySpan<char> head) =>
        Is(head, "lawmaker") && (Is(role, "Senator") || Is(role, "Representative") || Is(role, "congressman") || Is(role, "congresswoman"))
        || (Is(head, "congressman") || Is(head, "congresswoman")) && Is(role, "Representative")
        || Is(head, "attorney") && Is(role, "lawyer") || Is(head, "lawyer") && Is(role, "attorney")
        || (Is(head, "executive") || Is(head, "chief")) && Is(role, "CEO") || Is(head, "CEO") && Is(role, "chief")
        || Is(head, "leader") && (Is(role, "premier") || Is(role, "chairman") || Is(role, "president"))
        || Is(head, "premier") && Is(role, "minister") || Is(head, "diplomat") && (Is(role, "ambassador") || Is(role, "envoy"))
        || Is(head, "spokesperson") && (Is(role, "spokesman") || Is(role, "spokeswoman"))
        || Is(head, "academic") && Is(role, "professor");

    // Words for whoever the article is about.
    static bool IsOfAnybody(ReadOnlySpan<char> head) =>
        Is(head, "candidate") || Is(head, "nominee") || Is(head, "front-runner") || Is(head, "frontrunner") || Is(head, "billionaire") || Is(head, "businessman")
        || Is(head, "mogul") || Is(head, "politician") || Is(head, "lawmaker") || Is(head, "republican") || Is(head, "democrat") || Is(head, "author") || Is(head, "star")
        || Is(head, "actor") || Is(head, "actress") || Is(head, "singer") || Is(head, "entrepreneur") || Is(head, "president") || Is(head, "chancellor") || Is(head, "governor")
        || Is(head, "senator") || Is(head, "mayor") || Is(head, "congressman") || Is(head, "professor") || Is(head, "economist") || Is(head, "analyst");

    static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
