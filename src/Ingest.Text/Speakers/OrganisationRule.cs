using Ingest.Text.Articles;
using Ingest.Text.Tokens;
using static Ingest.Text.Speakers.Caseless;

namespace Ingest.Text.Speakers;

/// <summary>
/// Organisations by a common noun: with a name before it they are named (<c>the Clinton campaign</c>, <c>a Quinnipiac poll</c>); a
/// definite one without (<c>the company</c>) is the one named last.
/// </summary>
static class OrganisationRule
{
    /// <summary>So many mentions are looked back at.</summary>
    const int Reach = 60;

    /// <summary>So many sentences back a paper is still the one meant.</summary>
    const int LongestPause = 6;

    /// <summary>The organisation that the phrase itself names; null where its head is no such noun or has no name before it.</summary>
    public static Speaker? Named(Scene scene, in SourcePhrase phrase)
    {
        var tokens = scene.Text.Tokens;
        if (phrase.CoreEnd - phrase.First < 2 || !tokens[phrase.Head].Is(WordClass.OrganisationNoun | WordClass.DocumentNoun) || IsPeople(tokens[phrase.Head])) return null;
        var first = phrase.First;
        for (var i = first; i < phrase.Head; i++)
            if (Compound.Is(tokens[i], scene.Text.Text)) first = i + 1;
        while (first < phrase.Head && (!tokens[first].IsCapitalised || tokens[first].Is(WordClass.Determiner | WordClass.Possessive | WordClass.Preposition))) first++;
        if (first >= phrase.Head) return null;
        // Trump's campaign is the Trump campaign.
        var name = "";
        for (var i = first; i < phrase.CoreEnd; i++)
        {
            if (tokens[i].Kind == TokenKind.Clitic) continue;
            name += (name.Length > 0 && (tokens[i].Spaced || tokens[i - 1].Kind == TokenKind.Clitic) ? " " : "") + scene.Word(i).ToString();
        }
        name = Blanks.Fold(name);
        return name.Length == 0 ? null : Speaker.Of(name, SpeakerKind.Organisation);
    }

    /// <summary>The site whose address the phrase is: <c>example.com</c>.</summary>
    public static Speaker? Site(Scene scene, in SourcePhrase phrase)
    {
        if (phrase.CoreEnd - phrase.First != 1) return null;
        ref readonly var head = ref scene.Text.Tokens[phrase.First];
        var word = scene.Word(phrase.First);
        var site = head.Kind == TokenKind.Word && word.Length > 4 && word[1..^2].Contains('.') && head.Shape == WordShape.Lower;
        return site ? Speaker.Of(Blanks.Fold(word), SpeakerKind.Organisation) : null;
    }

    /// <summary>The member meant by <c>the company</c>, <c>it</c>; -1 where the phrase is none such.</summary>
    public static int Definite(Scene scene, in SourcePhrase phrase)
    {
        var tokens = scene.Text.Tokens;
        if (phrase.CoreEnd - phrase.First < 2 || phrase.End != phrase.CoreEnd || scene.Word(phrase.First) is not ("the" or "The") || tokens[phrase.Head].Part == PartOfSpeech.Plural) return -1;
        var noun = scene.Word(phrase.Head);
        // The Malta-based firm, the Los Angeles-based company.
        var place = phrase.CoreEnd - phrase.First > 2 && Compound.Is(tokens[phrase.Head - 1], scene.Text.Text);
        var company = (phrase.CoreEnd - phrase.First == 2 || place) && tokens[phrase.Head].Is(NameClass.CompanyNoun);
        if (!company && !tokens[phrase.Head].Is(WordClass.OrganisationNoun)) return -1;
        if (company && IsPaper(noun)) return Publication(scene, phrase.First);
        // Whoever is near may be the company; the ministry must be one.
        if (!IsBody(noun) && company && PronounRule.Organisation(scene, phrase.First) is >= 0 and var near) return near;
        if (OfThatName(scene, phrase) is >= 0 and var named) return named;
        if (!company || !IsBody(noun)) return -1;
        var nearest = PronounRule.Organisation(scene, phrase.First);
        return nearest >= 0 && IsOtherBody(scene, nearest) ? -1 : nearest;
    }

    /// <summary>The paper that reported so, or the last one named before; -1 where there is none: a paper may be a study too.</summary>
    static int Publication(Scene scene, int at)
    {
        var here = scene.SentenceOf(at);
        for (var i = scene.Current - 1; i >= 0 && scene.Current - i < Reach; i--)
        {
            if (scene.Attributions[i].Source is { } before && here - scene.SentenceOf(scene.TokensIn(before).First) > LongestPause) break;
            if (scene.Attributions[i].Cue is not { } cue || scene.Attributions[i].Source is not { } source || cue.Of(scene.Text.Text) is not ("reported" or "reports")) continue;
            var (first, end) = scene.TokensIn(source);
            foreach (ref var mention in scene.Cast.Mentions[scene.Cast.Within(first, end)])
                if (mention.End == end && IsOfNobody(scene.Cast[mention.Member])) return mention.Member;
        }
        var mentions = scene.Cast.Mentions;
        var range = scene.Cast.Within(0, at);
        for (var i = range.End.Value - 1; i >= range.Start.Value && range.End.Value - i < Reach; i--)
        {
            var name = mentions[scene.Cast[mentions[i].Member].Fullest];
            if (here - mentions[i].Sentence > LongestPause) break;
            if (scene.Cast[mentions[i].Member].Kind is not (NameKind.Person or NameKind.Place) && IsMasthead(scene.Word(name.End - 1))) return mentions[i].Member;
        }
        return -1;
    }

    // Nikkei: of one word that no list knows, it may pass for a surname.
    static bool IsOfNobody(in CastMember member) => member.Kind is NameKind.Organisation or NameKind.Unknown || member.Words == 1 && member.Gender == Gender.Unknown;

    static bool IsPaper(ReadOnlySpan<char> noun) => Is(noun, "paper") || Is(noun, "newspaper") || Is(noun, "magazine") || Is(noun, "publication");

    static bool IsMasthead(ReadOnlySpan<char> word) => word is "Times" or "Post" or "Journal" or "Herald" or "Gazette" or "Guardian" or "Telegraph" or "Tribune" or "Chronicle" or "Globe" or "Mail" or "Mirror" or "Sun"
        or "Star" or "Standard" or "News" or "Daily" or "Magazine" or "Courier" or "Examiner" or "Observer" or "Independent" or "Record" or "Review" or "Economist" or "Spiegel" or "Monde" or "Figaro" or "Nikkei"
        or "Asahi" or "Today" or "Bulletin" or "Barron’s" or "Barron's" or "Forbes" or "Fortune" or "Newsweek" or "Atlantic" or "Yorker" or "Echos";

    /// <summary>The last organisation named before whose name has the noun, and all words of the phrase: <c>the union</c>, the Dockworkers' Union of Tarvia.</summary>
    static int OfThatName(Scene scene, in SourcePhrase phrase)
    {
        if (!IsLower(scene, phrase)) return -1;
        var mentions = scene.Cast.Mentions;
        var range = scene.Cast.Within(0, phrase.First);
        for (var i = range.End.Value - 1; i >= range.Start.Value && range.End.Value - i < Reach; i--)
        {
            if (scene.Cast[mentions[i].Member].Kind is NameKind.Person or NameKind.Place) continue;
            var name = mentions[scene.Cast[mentions[i].Member].Fullest];
            var head = HeadOf(scene, name);
            if (name.End - name.First == 1 || !Same(scene, head, phrase.Head)) continue;
            var all = true;
            for (var at = phrase.First + 1; at < phrase.Head && all; at++) all = InName(scene, name, at);
            if (all) return mentions[i].Member;
        }
        return -1;
    }

    static bool IsLower(Scene scene, in SourcePhrase phrase)
    {
        for (var at = phrase.First + 1; at <= phrase.Head; at++)
            if (scene.Text.Tokens[at].Shape != WordShape.Lower) return false;
        return true;
    }

    // The noun of a name is its last word, or the one before of or for.
    static int HeadOf(Scene scene, in NameMention name)
    {
        for (var at = name.First + 1; at < name.End; at++)
            if (scene.Word(at) is "of" or "for") return at - 1;
        return name.End - 1;
    }

    static bool InName(Scene scene, in NameMention name, int word)
    {
        for (var at = name.First; at < name.End; at++)
            if (Same(scene, at, word)) return true;
        return false;
    }

    static bool Same(Scene scene, int one, int other) => Is(scene.Word(one), scene.Word(other));

    // A body of one kind is not meant by the noun of another: no authority is the ministry.
    static bool IsOtherBody(Scene scene, int member) => IsBody(scene.Word(HeadOf(scene, scene.Cast.Mentions[scene.Cast[member].Fullest])));

    static bool IsBody(ReadOnlySpan<char> noun) => Is(noun, "ministry") || Is(noun, "department") || Is(noun, "council") || Is(noun, "commission") || Is(noun, "university") || Is(noun, "institute")
        || Is(noun, "league") || Is(noun, "club") || Is(noun, "authority") || Is(noun, "union") || Is(noun, "court") || Is(noun, "parliament") || Is(noun, "party") || Is(noun, "committee")
        || Is(noun, "board") || Is(noun, "federation") || Is(noun, "association");

    // Democrats, voters, officials: nouns of people that are in both lists.
    static bool IsPeople(in Token head) => head.Is(WordClass.PersonNoun) || head.Part == PartOfSpeech.Plural && !head.Is(WordClass.DocumentNoun);
}
