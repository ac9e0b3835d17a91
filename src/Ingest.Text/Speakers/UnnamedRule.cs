using Ingest.Text.Articles;
using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>A source that the article leaves unnamed keeps its own words: <c>a senior official</c>, <c>people familiar with the matter</c>.</summary>
static class UnnamedRule
{
    /// <summary>No name of an unnamed source is longer, in characters.</summary>
    const int Longest = 100;

    /// <summary>The source in its own words; the earlier one where it is taken up again (<c>the official</c>).</summary>
    public static Speaker Speaker(Scene scene, in SourcePhrase phrase)
    {
        var tokens = scene.Text.Tokens;
        if (scene.LastSpeaker is { Kind: SpeakerKind.Unnamed } last && (IsTakenUp(scene, phrase, last) || IsThey(scene, phrase))) return last;
        var end = phrase.CoreEnd;
        while (end < phrase.End && tokens[end].End - tokens[phrase.First].Start <= Longest && !tokens[end].Is(WordClass.Comma | WordClass.OpenBracket | WordClass.Dash | WordClass.DoubleMark)) end++;
        while (end > phrase.First + 1 && tokens[end - 1].Kind != TokenKind.Word && tokens[end - 1].Kind != TokenKind.Number) end--;
        var name = scene.Words(phrase.First, end);
        if (name.Length > Longest) name = name[..Math.Max(name.LastIndexOf(' ', Longest), Longest / 2)];
        return new Speaker { Name = name, Slug = Slug.Of(name), Kind = SpeakerKind.Unnamed };
    }

    static bool IsTakenUp(Scene scene, in SourcePhrase phrase, Speaker last) =>
        phrase.CoreEnd - phrase.First == 2 && phrase.End == phrase.CoreEnd && scene.Word(phrase.First) is "the" or "The"
        && last.Name.AsSpan().Contains(scene.Word(phrase.Head), StringComparison.OrdinalIgnoreCase);

    static bool IsThey(Scene scene, in SourcePhrase phrase) => phrase.End - phrase.First == 1 && scene.Text.Tokens[phrase.First].Is(WordClass.SubjectPronoun | WordClass.Possessive)
        && scene.Word(phrase.First) is "they" or "They" or "their" or "he" or "He" or "she" or "She" or "it" or "It";
}
