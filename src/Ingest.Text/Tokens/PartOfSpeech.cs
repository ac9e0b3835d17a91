namespace Ingest.Text.Tokens;

/// <summary>A word's part of speech; the names in brackets are the Penn treebank's.</summary>
enum PartOfSpeech : byte
{
    /// <summary>A mark, no word.</summary>
    Mark,

    /// <summary>NN.</summary>
    Noun,

    /// <summary>NNS.</summary>
    Plural,

    /// <summary>NNP.</summary>
    Name,

    /// <summary>JJ, JJR, JJS.</summary>
    Adjective,

    /// <summary>RB, RBR, RBS, RP.</summary>
    Adverb,

    /// <summary>VB, VBP.</summary>
    VerbBase,

    /// <summary>VBZ.</summary>
    VerbPresent,

    /// <summary>VBD.</summary>
    VerbPast,

    /// <summary>VBN.</summary>
    VerbParticiple,

    /// <summary>VBG.</summary>
    VerbGerund,

    /// <summary>MD.</summary>
    Modal,

    /// <summary>DT, PDT, PRP$.</summary>
    Determiner,

    /// <summary>PRP, EX.</summary>
    Pronoun,

    /// <summary>WP, WDT, WRB.</summary>
    Relative,

    /// <summary>IN, TO.</summary>
    Preposition,

    /// <summary>CC.</summary>
    Conjunction,

    /// <summary>CD.</summary>
    Number,
}
