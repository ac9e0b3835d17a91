using Ingest.Text.Tokens;
using static Ingest.Text.Speakers.Caseless;

namespace Ingest.Text.Speakers;

/// <summary>
/// A definite role (<c>the secretary general</c>, <c>the Texas senator</c>) means the person to whom the article gives it: the one named
/// last before it, or where nobody before has it, first after it.
/// </summary>
static class RoleRule
{
    const int Reach = 60;

    /// <summary>The member meant; -1 where the phrase is no definite role, or nobody has it.</summary>
    public static int Member(Scene scene, in SourcePhrase phrase)
    {
        var tokens = scene.Text.Tokens;
        if (phrase.CoreEnd - phrase.First < 2 || scene.Word(phrase.First) is not ("the" or "The" or "this" or "This")) return -1;
        if (IsBorn(scene, phrase)) return UnnamedRule.TakesUp(scene, phrase) ? -1 : Born(scene, phrase);
        var listed = RoleReader.IsHead(scene, phrase.Head) || RoleMatch.IsNationality(scene.Word(phrase.Head));
        if (tokens[phrase.Head].Part == PartOfSpeech.Plural || !listed && !MayBeRole(tokens[phrase.Head]) || UnnamedRule.TakesUp(scene, phrase)) return -1;
        var bare = phrase.CoreEnd - phrase.First == 2 && phrase.End == phrase.CoreEnd;
        var head = scene.Word(phrase.Head);
        var gender = head.EndsWith("woman", StringComparison.OrdinalIgnoreCase) || Is(head, "actress") ? Gender.Female
            : head.Length > 4 && head.EndsWith("man", StringComparison.OrdinalIgnoreCase) ? Gender.Male : Gender.Unknown;

        // Several may be the candidate: only one who is called that first of all is meant before the likeliest.
        var first = bare && IsOfAnybody(head) && !IsOffice(head);
        var before = scene.Cast.Within(0, phrase.First);
        var found = Nearest(scene, phrase, gender, before.End.Value - 1, Math.Max(before.Start.Value, before.End.Value - Reach) - 1, -1, first);
        if (found < 0 && !first)
        {
            var after = scene.Cast.Within(phrase.End, int.MaxValue);
            found = Nearest(scene, phrase, gender, after.Start.Value, Math.Min(after.End.Value, after.Start.Value + Reach), 1, first);
        }
        if (found >= 0) return found;
        if (phrase.End != phrase.CoreEnd) return -1;
        if (IsOfBody(head) && OfBody(scene, phrase.First) is >= 0 and var bridged) return bridged;
        if (IsTrade(head) && OnlyPerson(scene, phrase.First) is >= 0 and var only) return only;
        if (!IsOfAnybody(head) || !listed && !bare || IsOffice(head) && RoleMatch.IsLower(scene.Word(phrase.First + 1))) return -1;
        var anybody = PronounRule.Person(scene, phrase.First, gender);
        return anybody >= 0 && IsOffice(head) && (!Is(head, "president") && scene.Cast[anybody].Count < 2 || HoldsOffice(RoleReader.Of(scene, anybody))) ? -1 : anybody;
    }

    // The 29-year-old, the Frenchman, the Czech: how papers avoid to name somebody once more.
    static bool IsBorn(Scene scene, in SourcePhrase phrase)
    {
        if (phrase.CoreEnd - phrase.First != 2 || phrase.End != phrase.CoreEnd || scene.Text.Tokens[phrase.Head] is { Kind: TokenKind.Word, Shape: not WordShape.Capitalised }) return false;
        var head = scene.Word(phrase.Head);
        return (head.EndsWith("-year-old") || !head.EndsWith("s") && scene.Text.Tokens[phrase.Head].Shape == WordShape.Capitalised && (RoleMatch.IsNationality(head) || head.EndsWith("man") && !RoleReader.IsHead(scene, phrase.Head))
            && !IsOfAnybody(head)) && (scene.Attributions[scene.Current].Cue is not { } cue || IsBeside(scene, cue, phrase));
    }

    // The Swiss said; but not the Swiss and the Dutch, nor the Swiss watchmaker.
    static bool IsBeside(Scene scene, TextSpan cue, in SourcePhrase phrase) => scene.TokensIn(cue) is var (first, end) && (first == phrase.End || end == phrase.First);

    static int Born(Scene scene, in SourcePhrase phrase)
    {
        var head = scene.Word(phrase.Head);
        var anybody = PronounRule.Person(scene, phrase.First, head.EndsWith("woman") ? Gender.Female : head.EndsWith("man") && !RoleMatch.IsNationality(head) ? Gender.Male : Gender.Unknown);
        return anybody >= 0 && RoleMatch.IsNationality(head) && RoleReader.Of(scene, anybody) is { Length: > 0 } role && RoleMatch.Of(scene, phrase, role) == RoleMatch.None && RoleMatch.HasNationality(role) ? -1 : anybody;
    }

    /// <summary>The nearest mention's member who surely has the role; without one, the nearest who may have it.</summary>
    static int Nearest(Scene scene, in SourcePhrase phrase, Gender gender, int from, int to, int step, bool first)
    {
        var mentions = scene.Cast.Mentions;
        var (doubtful, asked) = (-1, -1);
        for (var i = from; i != to; i += step)
        {
            var index = mentions[i].Member;
            if (index == asked) continue;
            ref var member = ref scene.Cast[index];
            if (member.Kind is not (NameKind.Person or NameKind.Unknown) || mentions[i].InContent == scene.Current + 1) continue;
            if (gender != Gender.Unknown && member.Gender != Gender.Unknown && member.Gender != gender) continue;
            asked = index;
            if (first)
            {
                if (RoleReader.Of(scene, index) is { Length: > 0 } role && RoleMatch.Of(scene, phrase, role) == RoleMatch.Sure) return index;
                continue;
            }
            // Analyst Ratings, Ratings Analyst: words of a heading, no name.
            if (step > 0 && member.Words == 1 || member.Kind == NameKind.Unknown && RoleReader.IsHead(scene, mentions[member.Fullest].End - 1)) continue;
            foreach (var role in RoleReader.All(scene, index))
            {
                var match = RoleMatch.Of(scene, phrase, role);
                if (match == RoleMatch.Sure) return index;
                if (match == RoleMatch.Doubtful && doubtful < 0) doubtful = index;
            }
        }
        return doubtful;
    }

    // A trade on no list may still be one that the article gave somebody: the hydrologist.
    static bool MayBeRole(in Token token) => token.Kind == TokenKind.Word && token.Shape == WordShape.Lower
        && !token.Is(WordClass.OrganisationNoun | WordClass.DocumentNoun | WordClass.ReportingNoun | WordClass.BeliefNoun | WordClass.Adverb | WordClass.Time | WordClass.Auxiliary);

    /// <summary><c>Ann Low of Norland Lines disputed it. The chief executive said</c>: the subject of the sentence before, who is of a body and has no other role.</summary>
    static int OfBody(Scene scene, int at)
    {
        var sentence = scene.SentenceOf(at);
        if (sentence == 0 || scene.Text.Sentences[sentence - 1].Paragraph != scene.Text.Sentences[sentence].Paragraph) return -1;
        var mentions = scene.Cast.Mentions[scene.Cast.Within(scene.Text.Sentences[sentence - 1].First, scene.Text.Sentences[sentence].First)];
        if (mentions.Length < 2 || mentions[0].First != scene.Text.Sentences[sentence - 1].First || mentions[1].First != mentions[0].End + 1) return -1;
        if (scene.Word(mentions[0].End) is not ("of" or "at" or "from") || scene.Cast[mentions[1].Member].Kind is NameKind.Person or NameKind.Place) return -1;
        return KindRule.Guess(scene, mentions[0].Member) == NameKind.Person && RoleReader.All(scene, mentions[0].Member).Length == 0 ? mentions[0].Member : -1;
    }

    /// <summary>The one who spoke last, within two sentences, if nobody else has been named so far and the article gives no trade: a reader has no other to think of.</summary>
    static int OnlyPerson(Scene scene, int at)
    {
        var last = scene.LastMember;
        if (last < 0 || scene.Cast[last].Kind != NameKind.Person || scene.SentenceOf(at) - scene.SentenceOf(scene.LastSource) is < 0 or > 2) return -1;
        var before = scene.Cast.Mentions[scene.Cast.Within(0, at)];
        if (before.Length > Reach) return -1;
        foreach (ref var mention in before)
            if (mention.Member != last && (mention.Titled || scene.Cast[mention.Member].Words > 1 || scene.Cast[mention.Member].Gender != Gender.Unknown) && KindRule.Guess(scene, mention.Member) == NameKind.Person) return -1;
        return RoleReader.All(scene, last).Length == 0 ? last : -1;
    }

    // What somebody has learned, and no office through which he may be somebody else.
    static bool IsTrade(ReadOnlySpan<char> head) => head.Length > 5 && (head.EndsWith("ist") || head.EndsWith("ian"));

    static bool IsOfBody(ReadOnlySpan<char> head) => Is(head, "executive") || Is(head, "director") || Is(head, "president") || Is(head, "chairman") || Is(head, "chairwoman")
        || Is(head, "manager") || Is(head, "founder") || Is(head, "economist") || Is(head, "analyst");

    // Words for whoever the article is about.
    static bool IsOfAnybody(ReadOnlySpan<char> head) =>
        Is(head, "candidate") || Is(head, "nominee") || Is(head, "front-runner") || Is(head, "frontrunner") || Is(head, "billionaire") || Is(head, "businessman")
        || Is(head, "mogul") || Is(head, "politician") || Is(head, "lawmaker") || Is(head, "republican") || Is(head, "democrat") || Is(head, "author") || Is(head, "star")
        || Is(head, "actor") || Is(head, "actress") || Is(head, "singer") || Is(head, "entrepreneur") || Is(head, "professor") || Is(head, "economist") || Is(head, "analyst")
        || IsOffice(head);

    // Whoever is a minister is no mayor.
    static bool HoldsOffice(ReadOnlySpan<char> role)
    {
        foreach (var range in role.SplitAny(' ', '-'))
            if (IsOffice(role[range]) || Is(role[range], "minister") || Is(role[range], "secretary") || Is(role[range], "judge") || Is(role[range], "ambassador") || Is(role[range], "representative")) return true;
        return false;
    }

    // Offices that a reader may be trusted to know somebody by, but nobody of another.
    static bool IsOffice(ReadOnlySpan<char> head) => Is(head, "president") || Is(head, "chancellor") || Is(head, "governor") || Is(head, "senator") || Is(head, "mayor")
        || Is(head, "congressman");
}
