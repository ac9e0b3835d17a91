using Ingest.Text.Articles;
using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>What a member of the cast is to a reader of the article's quotes. Made once for each, and kept with the member.</summary>
static class MemberAs
{
    /// <summary>No name is longer, in characters; longer runs of capitals are no name.</summary>
    const int LongestName = 120;

    /// <summary>As a speaker: fullest name, role and kind, which is settled by that.</summary>
    public static Speaker Speaker(Scene scene, int index)
    {
        if (scene.Cast[index].Speaker is { } known) return known;
        var kind = KindRule.Of(scene, index);
        var name = scene.Cast[index].Mentioned?.Name ?? Name(scene, index);
        var role = kind == NameKind.Person ? RoleReader.Of(scene, index) : "";
        return scene.Cast[index].Speaker = new Speaker
        {
            Name = name,
            Slug = scene.Cast[index].Mentioned?.Slug ?? Slug.Of(name),
            Role = role.Length > 0 ? role : null,
            Kind = kind == NameKind.Person ? SpeakerKind.Person : SpeakerKind.Organisation,
        };
    }

    /// <summary>As somebody whom a quote names.</summary>
    public static Mentioned Mentioned(Scene scene, int index)
    {
        if (scene.Cast[index].Mentioned is { } known) return known;
        if (scene.Cast[index].Speaker is { } speaker) return scene.Cast[index].Mentioned = new Mentioned(speaker.Name, speaker.Slug);
        KindRule.Of(scene, index);
        var name = Name(scene, index);
        return scene.Cast[index].Mentioned = new Mentioned(name, Slug.Of(name));
    }

    static string Name(Scene scene, int index)
    {
        var fullest = scene.Cast.Mentions[scene.Cast[index].Fullest];
        var name = scene.Words(fullest.First, WithoutDegrees(scene, fullest));
        if (scene.Cast[index].Kind == NameKind.Person) name = DisplayName.Of(name);
        return DisplayName.Cut(name, LongestName);
    }

    // Tom Hale QC, Tom Hale, MP: what somebody holds is no word of the name, but Jr. is.
    static int WithoutDegrees(Scene scene, in NameMention name)
    {
        var end = name.End;
        while (end - name.First > 2 && scene.Text.Tokens[end - 1].Is(NameClass.Suffix)
            && scene.Word(end - 1).TrimEnd('.') is not ("Jr" or "JR" or "Sr" or "SR" or "II" or "III" or "IV")) end--;
        if (scene.Text.Tokens[end - 1].Is(WordClass.Comma)) end--;
        return end;
    }
}
