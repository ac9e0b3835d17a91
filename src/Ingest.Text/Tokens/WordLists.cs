using System.Reflection;

namespace Ingest.Text.Tokens;

/// <summary>The embedded lists by name, and what each says of its words.</summary>
static class WordLists
{
    /// <summary>The list of common words with their parts of speech.</summary>
    public const string Common = "common";

    const string Folder = "Ingest.Text.Tokens.Words.";
    const string Extension = ".words.txt";

    /// <summary>Every list with its lines, remarks left out; the common words last, since their parts of speech are measured ones.</summary>
    public static IEnumerable<(string List, IEnumerable<string> Lines)> All() =>
        from resource in Assembly.GetExecutingAssembly().GetManifestResourceNames()
        where resource.StartsWith(Folder, StringComparison.Ordinal) && resource.EndsWith(Extension, StringComparison.Ordinal)
        let list = resource[Folder.Length..^Extension.Length]
        orderby list == Common, list
        select (list, WordList.Lines("Tokens.Words." + list));

    /// <summary>Whether a list's lines are a verb's forms.</summary>
    public static bool IsVerbs(string list) => list is "reporting-verbs" or "speech-verbs" or "belief-verbs";

    /// <summary>The class of the words of a list.</summary>
    public static WordClass ClassOf(string list) => list switch
    {
        "reporting-verbs" => WordClass.ReportingVerb,
        "speech-verbs" => WordClass.SpeechVerb,
        "belief-verbs" => WordClass.BeliefVerb,
        "reporting-nouns" => WordClass.ReportingNoun,
        "cue-words" => WordClass.CueWord,
        "belief-nouns" => WordClass.BeliefNoun,
        "document-nouns" => WordClass.DocumentNoun,
        "person-nouns" => WordClass.PersonNoun,
        "organisation-nouns" => WordClass.OrganisationNoun,
        "determiners" => WordClass.Determiner,
        "subject-pronouns" => WordClass.SubjectPronoun,
        "object-pronouns" => WordClass.ObjectPronoun,
        "indefinite-pronouns" => WordClass.IndefinitePronoun,
        "possessives" => WordClass.Possessive,
        "relatives" => WordClass.Relative,
        "prepositions" => WordClass.Preposition,
        "conjunctions" => WordClass.Conjunction,
        "subordinators" => WordClass.Subordinator,
        "be" => WordClass.Be,
        "have" => WordClass.Have,
        "do" => WordClass.Do,
        "modals" => WordClass.Modal,
        "negations" => WordClass.Negation,
        "weekdays" => WordClass.Weekday,
        "months" => WordClass.Month,
        "times" => WordClass.Time,
        "titles" => WordClass.Title,
        "abbreviations" => WordClass.Abbreviation,
        "numbers" => WordClass.NumberWord,
        "adverbs" => WordClass.Adverb,
        _ => throw new InvalidOperationException($"The word list \"{list}\" has no class."),
    };

    /// <summary>The part of speech of the words of a list, where the common words do not tell.</summary>
    public static PartOfSpeech PartOf(string list, int position) => list switch
    {
        "reporting-verbs" or "speech-verbs" or "belief-verbs" => position switch
        {
            0 => PartOfSpeech.VerbBase,
            1 => PartOfSpeech.VerbPresent,
            3 or 6 => PartOfSpeech.VerbGerund,
            4 => PartOfSpeech.VerbParticiple,
            _ => PartOfSpeech.VerbPast,
        },
        "determiners" or "possessives" => PartOfSpeech.Determiner,
        "subject-pronouns" or "object-pronouns" or "indefinite-pronouns" => PartOfSpeech.Pronoun,
        "relatives" => PartOfSpeech.Relative,
        "prepositions" or "subordinators" => PartOfSpeech.Preposition,
        "conjunctions" => PartOfSpeech.Conjunction,
        "be" or "have" or "do" => PartOfSpeech.VerbPresent,
        "modals" => PartOfSpeech.Modal,
        "numbers" => PartOfSpeech.Number,
        "adverbs" or "negations" => PartOfSpeech.Adverb,
        "weekdays" or "months" => PartOfSpeech.Name,
        _ => PartOfSpeech.Noun,
    };

    /// <summary>The part of speech of a Penn tag.</summary>
    public static PartOfSpeech PartOf(string tag) => tag switch
    {
        "NN" => PartOfSpeech.Noun,
        "NNS" => PartOfSpeech.Plural,
        "NNP" or "NNPS" => PartOfSpeech.Name,
        "JJ" or "JJR" or "JJS" => PartOfSpeech.Adjective,
        "RB" or "RBR" or "RBS" or "RP" => PartOfSpeech.Adverb,
        "VB" or "VBP" => PartOfSpeech.VerbBase,
        "VBZ" => PartOfSpeech.VerbPresent,
        "VBD" => PartOfSpeech.VerbPast,
        "VBN" => PartOfSpeech.VerbParticiple,
        "VBG" => PartOfSpeech.VerbGerund,
        "MD" => PartOfSpeech.Modal,
        "DT" or "PDT" or "PRP$" => PartOfSpeech.Determiner,
        "PRP" or "EX" => PartOfSpeech.Pronoun,
        "WP" or "WDT" or "WRB" => PartOfSpeech.Relative,
        "IN" or "TO" => PartOfSpeech.Preposition,
        "CC" => PartOfSpeech.Conjunction,
        "CD" => PartOfSpeech.Number,
        _ => PartOfSpeech.Noun,
    };

    /// <summary>The class that says a word may be of that part of speech.</summary>
    public static WordClass ClassOf(PartOfSpeech part) => part switch
    {
        PartOfSpeech.Noun or PartOfSpeech.Plural => WordClass.Noun,
        PartOfSpeech.Adjective => WordClass.Adjective,
        PartOfSpeech.VerbBase => WordClass.VerbBase,
        PartOfSpeech.VerbPresent => WordClass.VerbPresent,
        PartOfSpeech.VerbPast => WordClass.VerbPast,
        PartOfSpeech.VerbParticiple => WordClass.VerbParticiple,
        PartOfSpeech.VerbGerund => WordClass.VerbGerund,
        _ => WordClass.None,
    };
}
