using Ingest.Text.Articles;
using Ingest.Text.Quotes;
using Ingest.Text.Tokens;
using static Ingest.Text.Speakers.Caseless;

namespace Ingest.Text.Speakers;

/// <summary>
/// From the mention a quote is attributed to (<c>he</c>, <c>Mr. Stoltenberg</c>, <c>the alliance's secretary general</c>, <c>a senior official</c>) to the
/// speaker, over the whole article. The rules are asked in this order, and the first that knows decides: <see cref="TurnRule"/>, <see cref="PronounRule"/>,
/// <see cref="AntecedentRule"/>, <see cref="NamedRule"/>, <see cref="OrganisationRule"/>, <see cref="RoleRule"/>, <see cref="UnnamedRule"/>.
/// </summary>
static class SpeakerResolver
{
    /// <summary>Fills in the speakers of <paramref name="attributions"/>, which are in the order of their contents, and whom these name.</summary>
    /// <param name="resolutions">One for each attribution.</param>
    public static void Resolve(TokenizedText text, IReadOnlyList<Attribution> attributions, Span<Resolution> resolutions)
    {
        if (attributions.Count == 0) return;
        var cast = Cast.Shared;
        cast.Fill(text);
        var scene = new Scene(text, cast, attributions);
        Span<(int First, int End)> ranges = attributions.Count <= 256 ? stackalloc (int, int)[attributions.Count] : new (int, int)[attributions.Count];
        ranges.Clear();
        MarkContents(scene, ranges);
        for (var i = 0; i < resolutions.Length; i++)
        {
            scene.Current = i;
            var speaker = attributions[i].Source is { } source ? Speaker(scene, source) : null;
            resolutions[i] = new(speaker, NamedIn(scene, ranges[i], speaker));
        }
        cast.Clear();
    }

    /// <summary>Marks the mentions inside contents and sources; the ranges tell where those of each attribution's content are.</summary>
    static void MarkContents(Scene scene, Span<(int First, int End)> ranges)
    {
        for (var i = 0; i < scene.Attributions.Count; i++)
        {
            if (scene.Attributions[i].Source is { } source)
                foreach (ref var mention in scene.Cast.Mentions[Within(scene, source)]) mention.Speaks = true;
            foreach (var span in scene.Attributions[i].Content)
            {
                var (first, length) = Within(scene, span).GetOffsetAndLength(scene.Cast.Mentions.Length);
                if (length == 0) continue;
                foreach (ref var mention in scene.Cast.Mentions.Slice(first, length)) mention.InContent = i + 1;
                ranges[i] = ranges[i].End == 0 ? (first, first + length) : (Math.Min(ranges[i].First, first), Math.Max(ranges[i].End, first + length));
            }
        }
    }

    static Range Within(Scene scene, TextSpan span)
    {
        var (first, end) = scene.TokensIn(span);
        return scene.Cast.Within(first, end);
    }

    static Speaker? Speaker(Scene scene, TextSpan source)
    {
        var (first, end) = scene.TokensIn(source);
        if (SourcePhrase.Read(scene, first, end) is not { } phrase) return null;
        if (phrase.End - phrase.First == 1 && AntecedentRule.Phrase(scene, phrase.First) is { } antecedent) phrase = antecedent;
        var turn = TurnRule.IsLetter(scene, phrase);
        var member = turn ? TurnRule.Member(scene, phrase) : Member(scene, phrase);
        var speaker = member >= 0 ? MemberAs.Speaker(scene, member) : turn ? TurnRule.Unnamed(scene, phrase) : OrganisationRule.Named(scene, phrase) ?? OrganisationRule.Site(scene, phrase) ?? UnnamedRule.Speaker(scene, phrase);
        scene.LastMember = member;
        scene.LastSource = phrase.First;
        if (!scene.Text.Tokens[phrase.Head].Is(WordClass.SubjectPronoun | WordClass.Possessive)) scene.LastHead = phrase.Head;
        scene.LastSpeaker = speaker;
        return speaker;
    }

    static int Member(Scene scene, in SourcePhrase phrase)
    {
        var tokens = scene.Text.Tokens;
        ref readonly var head = ref tokens[phrase.First];
        var word = scene.Word(phrase.First);
        if (phrase.CoreEnd - phrase.First == 1 && head.Is(WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Possessive | WordClass.Relative) && !(head.Shape == WordShape.Upper && head.Length > 3))
        {
            var gender = Is(word, "he") || Is(word, "him") || Is(word, "his") || Is(word, "himself") ? Gender.Male
                : Is(word, "she") || Is(word, "her") || Is(word, "herself") ? Gender.Female : Gender.Unknown;
            if (gender != Gender.Unknown) return UnnamedRule.GoesOn(scene, phrase.First, gender) ? -1 : PronounRule.Person(scene, phrase.First, gender);
            if (AntecedentRule.IsRelative(word)) return AntecedentRule.Member(scene, phrase.First);
            if (Is(word, "it") || Is(word, "its") || Is(word, "they") || Is(word, "their")) return scene.LastSpeaker is { Kind: SpeakerKind.Unnamed } && scene.LastSource >= phrase.First - 40 ? -1 : PronounRule.Organisation(scene, phrase.First);
            return -1;
        }
        var named = NamedRule.Member(scene, phrase);
        if (named >= 0) return named;
        var organisation = OrganisationRule.Definite(scene, phrase);
        return organisation >= 0 ? organisation : RoleRule.Member(scene, phrase);
    }

    static Mentioned[] NamedIn(Scene scene, (int First, int End) range, Speaker? speaker)
    {
        var named = scene.Cast.Named;
        named.Clear();
        foreach (ref var mention in scene.Cast.Mentions[range.First..range.End])
        {
            if (mention.InContent != scene.Current + 1 || scene.Cast[mention.Member].Kind == NameKind.Place) continue;
            var mentioned = MemberAs.Mentioned(scene, mention.Member);
            if (mentioned.Slug != speaker?.Slug && !Has(named, mentioned)) named.Add(mentioned);
        }
        return named.Count == 0 ? [] : named.ToArray();
    }

    static bool Has(List<Mentioned> named, Mentioned one)
    {
        foreach (var other in named)
            if (ReferenceEquals(other, one) || other.Slug == one.Slug) return true;
        return false;
    }
}
