using Ingest.Text.Articles;
using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>
/// Everybody whom an article names, each with all its mentions: <c>Jens Stoltenberg</c>, <c>Mr. Stoltenberg</c> and
/// <c>Stoltenberg</c> are one member. Names meet by hash of surname, first name or opening words, never by comparing all
/// with all. Kept and filled again for every article.
/// </summary>
sealed class Cast
{
    /// <summary>So many people of one surname are told apart; more are taken for the last ones.</summary>
    const int MostNamesakes = 8;

    const int FewMentions = 4;

    [ThreadStatic]
    static Cast? shared;

    readonly NameIndex index = new();
    NameMention[] mentions = new NameMention[256];
    CastMember[] members = new CastMember[64];
    int mentionCount;
    int bodyCount;
    int memberCount;
    TokenizedText text = null!;

    /// <summary>The cast of this thread.</summary>
    public static Cast Shared => shared ??= new Cast();

    /// <summary>The mentions of the body in order, then those of the headline in order.</summary>
    public Span<NameMention> Mentions => mentions.AsSpan(0, mentionCount);

    /// <summary>Room for those whom a content names.</summary>
    public List<Mentioned> Named { get; } = [];

    /// <summary>A member.</summary>
    public ref CastMember this[int member] => ref members[member];

    /// <summary>Reads the names of an article; the body first, since headlines leave out most of a name.</summary>
    public void Fill(TokenizedText article)
    {
        Clear();
        text = article;
        var scanner = new NameScanner(article, this);
        var sentences = article.Sentences;
        for (var i = 0; i < sentences.Length; i++)
            if (sentences[i].Paragraph > 0) scanner.Read(sentences[i], i);
        bodyCount = mentionCount;
        for (var i = 0; i < sentences.Length && sentences[i].Paragraph == 0; i++) scanner.Read(sentences[i], i);
    }

    /// <summary>Forgets the article.</summary>
    public void Clear()
    {
        Array.Clear(members, 0, memberCount);
        index.Clear();
        Named.Clear();
        mentionCount = bodyCount = memberCount = 0;
        text = null!;
        if (mentions.Length > 1 << 14) mentions = new NameMention[256];
        if (members.Length > 1 << 12) members = new CastMember[64];
    }

    /// <summary>Whether a word is a surname, or the opening word of a name, that the article has had.</summary>
    public bool Knows(in Token token, string source) => Knows(token.Of(source));

    /// <summary>Likewise.</summary>
    public bool Knows(ReadOnlySpan<char> word)
    {
        var hash = WordHash.Of(word);
        return index.Find(NameIndex.Part.Surname, hash) >= 0 || index.Find(NameIndex.Part.Opening, hash) >= 0;
    }

    /// <summary>Where the mentions of the headline begin in <see cref="Mentions"/>.</summary>
    public int BodyCount => bodyCount;

    /// <summary>The mentions that begin from token <paramref name="first"/> up to <paramref name="end"/>, as a range of <see cref="Mentions"/>.</summary>
    public Range Within(int first, int end)
    {
        var headline = bodyCount < mentionCount && end <= mentions[mentionCount - 1].End;
        var (low, high) = headline && (bodyCount == 0 || first < mentions[0].First) ? (bodyCount, mentionCount) : (0, bodyCount);
        var begin = LowerBound(first, low, high);
        // A phrase or a content names few: its end is near.
        var near = Math.Min(high, begin + FewMentions);
        return begin..(near == high || mentions[near].First >= end ? LowerBound(end, begin, near) : LowerBound(end, near, high));
    }

    /// <summary>The first mention that begins at a token or after it, in the body or in the headline; where there is none, one past the last of these.</summary>
    public int FirstFrom(int token, bool headline) => headline ? LowerBound(token, bodyCount, mentionCount) : LowerBound(token, 0, bodyCount);

    int LowerBound(int token, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (mentions[middle].First < token) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Adds a mention to the member that it means, or to a new one.</summary>
    public void Add(NameMention mention)
    {
        var tokens = text.Tokens;
        var last = mention.End - 1;
        while (last > mention.First && (!tokens[last].IsCapitalised || tokens[last].Is(NameClass.Suffix))) last--;
        var words = mention.End - mention.First;
        ulong opening = 0, surname = 0, full = 0;
        for (var i = mention.First; i < mention.End; i++)
        {
            if (tokens[i].Kind != TokenKind.Word) continue;
            var word = WordHash.Of(tokens[i].Of(text.Text));
            if (i == mention.First) opening = word;
            if (i == last) surname = word;
            full = WordHash.Then(full, word);
        }
        var both = WordHash.Then(opening, surname);

        var member = last == mention.First ? OfOneWord(mention, surname, full)
            : mention.Kind is NameKind.Organisation or NameKind.Place ? OfOrganisation(full)
            : OfPerson(mention, full, both, surname);
        if (member < 0)
        {
            member = New(mention, words);
            if (mention.Kind is NameKind.Person or NameKind.Unknown)
            {
                members[member].Namesake = index.Find(NameIndex.Part.Surname, surname);
                index.Set(NameIndex.Part.Surname, surname, member);
            }
        }
        Attach(member, mention, words);

        index.SetNew(NameIndex.Part.Full, full, member);
        if (words == 1) return;
        if (mention.Kind is NameKind.Person or NameKind.Unknown)
        {
            index.SetNew(NameIndex.Part.FirstAndLast, both, member);
            index.SetNew(NameIndex.Part.Opening, opening, member);
        }
        else IndexOpenings(member, mention);
    }

    int OfOneWord(in NameMention mention, ulong surname, ulong full)
    {
        if (Acronym(mention) is >= 0 and var organisation) return organisation;
        var found = -1;
        var member = index.Find(NameIndex.Part.Surname, surname);
        for (var seen = 0; member >= 0 && seen < MostNamesakes; member = members[member].Namesake, seen++)
        {
            ref var candidate = ref members[member];
            if (Differ(mention.Gender, candidate.Gender)) continue;
            // Of two named alike often, the one named first.
            if (found < 0 || candidate.Count >= members[found].Count) found = member;
        }
        if (found >= 0) return found;
        if (index.Find(NameIndex.Part.Full, full) is >= 0 and var same) return same;
        if (mention.Titled) return -1;
        var opens = index.Find(NameIndex.Part.Opening, surname);
        return opens >= 0 && (members[opens].Kind != NameKind.Person || mention.Kind != NameKind.Place) ? opens : -1;
    }

    int OfOrganisation(ulong full)
    {
        var same = index.Find(NameIndex.Part.Full, full);
        return same >= 0 ? same : index.Find(NameIndex.Part.Opening, full);
    }

    int OfPerson(in NameMention mention, ulong full, ulong both, ulong surname)
    {
        var same = index.Find(NameIndex.Part.Full, full);
        if (same < 0) same = index.Find(NameIndex.Part.FirstAndLast, both);
        if (same >= 0) return same;
        // The article began with the surname alone.
        var member = index.Find(NameIndex.Part.Surname, surname);
        for (var seen = 0; member >= 0 && seen < MostNamesakes; member = members[member].Namesake, seen++)
            if (!Differ(mention.Gender, members[member].Gender) && (members[member].Words == 1 ? members[member].Kind != NameKind.Organisation : EndsAlike(mention, mentions[members[member].Fullest]))) return member;
        return -1;
    }

    // Mac Lochlainn, who is Pádraig Mac Lochlainn: a surname of several words.
    bool EndsAlike(in NameMention mention, in NameMention longer)
    {
        var words = mention.End - mention.First;
        if (words >= longer.End - longer.First || !mention.Titled && text.Tokens[mention.First].Is(NameClass.First)
            || text.Tokens[longer.First].Is(NameClass.Nationality | NameClass.Place | NameClass.OrganisationWord)) return false;
        for (var i = 1; i <= words; i++)
            if (WordHash.Of(text.Tokens[mention.End - i].Of(text.Text)) != WordHash.Of(text.Tokens[longer.End - i].Of(text.Text))) return false;
        return true;
    }

    /// <summary><c>European Central Bank (ECB)</c>: the member before the bracket whose initials these are.</summary>
    int Acronym(in NameMention mention)
    {
        var tokens = text.Tokens;
        if (mentionCount == 0 || mention.First == 0 || tokens[mention.First].Shape != WordShape.Upper || !tokens[mention.First - 1].Is(WordClass.OpenBracket)) return -1;
        ref readonly var before = ref mentions[mentionCount - 1];
        if (before.End != mention.First - 1 || before.End - before.First < 2) return -1;
        var letters = tokens[mention.First].Of(text.Text);
        var at = 0;
        for (var i = before.First; i < before.End && at < letters.Length; i++)
        {
            while (at < letters.Length && letters[at] == '.') at++;
            if (at < letters.Length && char.ToUpperInvariant(text.Text[tokens[i].Start]) == letters[at]) at++;
        }
        return at >= letters.Length - 1 && members[before.Member].Kind != NameKind.Person ? before.Member : -1;
    }

    static bool Differ(Gender one, Gender other) => one != Gender.Unknown && other != Gender.Unknown && one != other;

    int New(in NameMention mention, int words)
    {
        if (memberCount == members.Length) Array.Resize(ref members, memberCount * 2);
        members[memberCount] = new CastMember { Kind = mention.Kind, Gender = mention.Gender, Words = words, Fullest = mentionCount, First = mentionCount, Last = -1, Namesake = -1 };
        return memberCount++;
    }

    void Attach(int index, NameMention mention, int words)
    {
        ref var member = ref members[index];
        if (mentionCount == mentions.Length) Array.Resize(ref mentions, mentionCount * 2);
        mention.Member = index;
        mention.Later = -1;
        mentions[mentionCount] = mention;
        if (member.Last >= 0) mentions[member.Last].Later = mentionCount;
        member.Last = mentionCount;
        member.Count++;
        if (member.Kind == NameKind.Unknown || (mention.Titled && member.Kind == NameKind.Place)) member.Kind = mention.Kind;
        if (member.Gender == Gender.Unknown) member.Gender = mention.Gender;
        // A headline has verbs in capitals too: Oracle Moves Headquarters.
        if (member.Count > 1 && mention.InHeading)
        {
            mentionCount++;
            return;
        }
        // Norland Moves Headquarters, taken up by Norland: the rest was of the headline.
        var shorter = words < member.Words && mentions[member.Fullest].InHeading && member.Kind != NameKind.Person && member.Gender == Gender.Unknown
            && IsOpeningOf(mention, mentions[member.Fullest]);
        if (shorter || words > member.Words && words <= 8 || (words == member.Words && IsUpper(member.Fullest) && !IsUpper(mentionCount)))
        {
            member.Words = words;
            member.Fullest = mentionCount;
        }
        mentionCount++;
    }

    bool IsOpeningOf(in NameMention mention, in NameMention heading)
    {
        ref readonly var next = ref text.Tokens[heading.First + 1];
        return next.Is(WordClass.Noun | WordClass.Adjective | WordClass.Verb) && !next.Is(NameClass.OrganisationWord)
            && WordHash.Of(text.Tokens[mention.First].Of(text.Text)) == WordHash.Of(text.Tokens[heading.First].Of(text.Text));
    }

    bool IsUpper(int mention)
    {
        for (var i = mentions[mention].First; i < mentions[mention].End; i++)
            if (text.Tokens[i].Shape is WordShape.Capitalised or WordShape.Mixed && text.Tokens[i].Length > 1) return false;
        return true;
    }

    void IndexOpenings(int member, in NameMention mention)
    {
        var hash = 0UL;
        for (var i = mention.First; i < mention.End - 1; i++)
        {
            var word = text.Tokens[i].Of(text.Text);
            if (text.Tokens[i].Kind != TokenKind.Word) continue;
            var one = WordHash.Of(word);
            hash = WordHash.Then(hash, one);
            if (i == mention.First)
            {
                const NameClass common = NameClass.First | NameClass.Surname | NameClass.Place | NameClass.Nationality | NameClass.OrganisationWord | NameClass.Role;
                if (text.Tokens[i].Is(common) || text.Tokens[i].Is(WordClass.Adjective)) continue;
                index.SetNew(NameIndex.Part.Opening, one, member);
            }
            else if (text.Tokens[i].IsCapitalised) index.SetNew(NameIndex.Part.Opening, hash, member);
        }
    }
}
