using Ingest.Text.Articles;
using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>
/// Whom a pronoun means: of those named before it, the one whom it fits and who is nearest to mind. Those who are only
/// spoken about inside quotes come last; the one who spoke before, and the subject of the sentence before, come first.
/// </summary>
static class PronounRule
{
    /// <summary>So many mentions are looked back at.</summary>
    const int Reach = 48;

    /// <summary>Nobody with less is in mind.</summary>
    const int Least = -20;

    /// <summary>So many sentences back somebody is still in mind.</summary>
    const int Sentences = 7;

    /// <summary>The member meant by <c>he</c> or <c>she</c> (or a role that any person may have) at a token; -1 where nobody fits.</summary>
    public static int Person(Scene scene, int at, Gender gender)
    {
        var member = Best(scene, at, gender, organisation: false);
        if (member >= 0 && gender != Gender.Unknown && scene.Cast[member].Gender == Gender.Unknown)
        {
            scene.Cast[member].Gender = gender;
            if (scene.Cast[member].Kind == NameKind.Unknown) scene.Cast[member].Kind = NameKind.Person;
        }
        return member;
    }

    /// <summary>The organisation meant by <c>it</c> or <c>the company</c> at a token; -1 where there is none.</summary>
    public static int Organisation(Scene scene, int at)
    {
        var member = Best(scene, at, Gender.Unknown, organisation: true);
        // Of one word, it may have been taken for a surname so far.
        if (member >= 0 && scene.Cast[member].Kind == NameKind.Unknown && scene.Cast[member].Words == 1 && scene.Word(at) is "it" or "It" or "its" or "the" or "The") scene.Cast[member].Kind = NameKind.Organisation;
        return member;
    }

    static int Best(Scene scene, int at, Gender gender, bool organisation)
    {
        var mentions = scene.Cast.Mentions;
        var here = scene.SentenceOf(at);
        var headline = scene.Text.Sentences[here].Paragraph == 0;
        var last = scene.Cast.FirstFrom(at, headline) - 1;
        int best = -1, bestScore = Least;
        var since = scene.LastMember >= 0 ? here - scene.SentenceOf(scene.LastSource) : int.MaxValue;
        var spoke = since is >= 0 and <= Sentences && Fits(scene, scene.LastMember, gender, organisation);
        if (spoke && since <= 4 && GoesOn(scene)) return scene.LastMember;
        if (gender != Gender.Unknown && since is >= 0 and <= 2 && Asked(scene) is >= 0 and var asked && Fits(scene, asked, gender, organisation)) return asked;
        for (var i = last; i >= (headline ? scene.Cast.BodyCount : 0) && last - i < Reach; i--)
        {
            var distance = here - mentions[i].Sentence;
            if (distance > Sentences) break;
            var score = Score(scene, i, at, distance, gender, organisation);
            if (score <= bestScore) continue;
            (best, bestScore) = (mentions[i].Member, score);
        }
        var doubt = gender != Gender.Unknown && spoke && scene.Cast[scene.LastMember].Gender == Gender.Unknown ? 12 : 0;
        if (spoke && 76 - 9 * since - doubt > bestScore) best = scene.LastMember;
        return best >= 0 ? best : First(scene, at, here, gender, organisation);
    }

    static int Score(Scene scene, int index, int at, int distance, Gender gender, bool organisation)
    {
        ref readonly var mention = ref scene.Cast.Mentions[index];
        if (mention.InContent == scene.Current + 1 || !Fits(scene, mention.Member, gender, organisation)) return Least;
        var score = 60 - 9 * distance;
        ref readonly var member = ref scene.Cast[mention.Member];
        if (mention.InContent > 0) score -= scene.Attributions[mention.InContent - 1].Type == QuoteType.Indirect ? 16 : 30;
        score += mention.Speaks ? 20 : IsSubject(scene, index) ? 18 : 0;
        var tokens = scene.Text.Tokens;
        // Whose the subject is, is what the sentence is about too.
        if (mention.End < tokens.Length && (tokens[mention.End].Kind == TokenKind.Clitic || IsLowerNoun(tokens[mention.End])))
            score -= mention.First == scene.Text.Sentences[mention.Sentence].First && distance == 1 && SameParagraph(scene, mention.Sentence, at) ? 4 : 14;
        else if (mention.First > 0 && tokens[mention.First - 1].Is(WordClass.Preposition)) score -= 8;
        if (!organisation && gender != Gender.Unknown && member.Gender == Gender.Unknown) score -= member.Kind == NameKind.Person ? 6 : 24;
        if (member.Kind == NameKind.Unknown) score -= 10;
        return score + Math.Min(member.Count, 8) * (organisation ? 3 : 1);
    }

    static bool SameParagraph(Scene scene, int sentence, int at) => scene.Text.Sentences[sentence].Paragraph == scene.Text.Sentences[scene.SentenceOf(at)].Paragraph;

    // He continued, she added: whoever spoke before.
    static bool GoesOn(Scene scene) =>
        scene.Attributions[scene.Current].Cue is { } cue && cue.Of(scene.Text.Text) is "continued" or "added" or "continues" or "adds" or "adding" or "concluded" or "went on" or "continuing";

    /// <summary><c>Stein asked Glenn how much. "Five thousand," she said.</c>: who was asked answers.</summary>
    static int Asked(Scene scene)
    {
        if (scene.Current == 0 || scene.Attributions[scene.Current - 1].Cue is not { } cue || cue.Of(scene.Text.Text) is not ("asked" or "asks")) return -1;
        var after = scene.TokensIn(cue).End;
        foreach (ref var mention in scene.Cast.Mentions[scene.Cast.Within(after, after + 3)])
            if (mention.TitleFirst == after && mention.Member != scene.LastMember) return mention.Member;
        return -1;
    }

    static bool IsLowerNoun(in Token token) => token.Kind == TokenKind.Word && token.Shape == WordShape.Lower && token.Is(WordClass.Noun) && !token.Is(WordClass.Verb);

    static bool Fits(Scene scene, int index, Gender gender, bool organisation)
    {
        ref readonly var member = ref scene.Cast[index];
        if (organisation) return member.Kind is NameKind.Organisation || (member.Kind is NameKind.Unknown && member.Gender == Gender.Unknown && member.Count > 1);
        if (member.Kind is NameKind.Organisation or NameKind.Place) return false;
        return gender == Gender.Unknown || member.Gender == Gender.Unknown || member.Gender == gender;
    }

    /// <summary>Whether it is the first name of its sentence, with no preposition before it.</summary>
    static bool IsSubject(Scene scene, int index)
    {
        var mentions = scene.Cast.Mentions;
        ref readonly var mention = ref mentions[index];
        if (index > 0 && mentions[index - 1].Sentence == mention.Sentence && !IsOfRole(scene, mentions[index - 1].End, mention.First)) return false;
        var first = scene.Text.Sentences[mention.Sentence].First;
        var tokens = scene.Text.Tokens;
        for (var i = first; i < mention.First; i++)
            if (tokens[i].Is(WordClass.Auxiliary) || (tokens[i].Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent or PartOfSpeech.VerbParticiple && !tokens[i].Is(WordClass.Noun | WordClass.Adjective))) return false;
        return mention.First == first || !tokens[mention.First - 1].Is(WordClass.Preposition);
    }

    // Norland chief executive | Ann Low: a name within her role.
    static bool IsOfRole(Scene scene, int first, int end)
    {
        if (end - first is 0 or > 4 || !RoleReader.IsHead(scene, end - 1)) return false;
        for (var at = first; at < end; at++)
            if (scene.Text.Tokens[at].Kind == TokenKind.Mark || scene.Text.Tokens[at].Is(WordClass.Conjunction | WordClass.Auxiliary | WordClass.Preposition)) return false;
        return true;
    }

    /// <summary>The one named first after it, in the same sentence or the two that follow: an article may open with its quote, but what comes later is of somebody else.</summary>
    static int First(Scene scene, int at, int here, Gender gender, bool organisation)
    {
        if (organisation || scene.Text.Sentences[here].Paragraph > 1) return -1;
        var mentions = scene.Cast.Mentions;
        for (var i = scene.Cast.FirstFrom(at, headline: false); i < scene.Cast.BodyCount && mentions[i].Sentence <= here + 2; i++)
            if (mentions[i].InContent == 0 && Fits(scene, mentions[i].Member, gender, organisation) && scene.Cast[mentions[i].Member].Kind == NameKind.Person) return mentions[i].Member;
        return -1;
    }
}
