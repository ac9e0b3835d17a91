namespace Ingest.Text.Tokens;

/// <summary>What a token may be; a word has every class whose list has it. The lists are in the folder Words.</summary>
[Flags]
enum WordClass : ulong
{
    /// <summary>In no list.</summary>
    None = 0,

    /// <summary><c>said</c>: a form of a verb that reports speech.</summary>
    ReportingVerb = 1UL << 0,

    /// <summary><c>believes</c>: a form of a verb of thought or wish.</summary>
    BeliefVerb = 1UL << 1,

    /// <summary><c>statement</c>: a noun that names an act of speech.</summary>
    ReportingNoun = 1UL << 2,

    /// <summary><c>hope</c>, <c>opinion</c>.</summary>
    BeliefNoun = 1UL << 3,

    /// <summary><c>report</c>, <c>poll</c>.</summary>
    DocumentNoun = 1UL << 4,

    /// <summary><c>spokesman</c>, <c>official</c>.</summary>
    PersonNoun = 1UL << 5,

    /// <summary><c>company</c>, <c>ministry</c>.</summary>
    OrganisationNoun = 1UL << 6,

    /// <summary><c>the</c>, <c>some</c>.</summary>
    Determiner = 1UL << 7,

    /// <summary><c>he</c>, <c>they</c>.</summary>
    SubjectPronoun = 1UL << 8,

    /// <summary><c>him</c>, <c>herself</c>.</summary>
    ObjectPronoun = 1UL << 9,

    /// <summary><c>someone</c>.</summary>
    IndefinitePronoun = 1UL << 10,

    /// <summary><c>his</c>, <c>their</c>.</summary>
    Possessive = 1UL << 11,

    /// <summary><c>who</c>, <c>which</c>, <c>that</c>, <c>how</c>.</summary>
    Relative = 1UL << 12,

    /// <summary><c>of</c>, <c>against</c>.</summary>
    Preposition = 1UL << 13,

    /// <summary><c>and</c>, <c>but</c>.</summary>
    Conjunction = 1UL << 14,

    /// <summary><c>because</c>, <c>while</c>.</summary>
    Subordinator = 1UL << 15,

    /// <summary>A form of <c>be</c>.</summary>
    Be = 1UL << 16,

    /// <summary>A form of <c>have</c>.</summary>
    Have = 1UL << 17,

    /// <summary>A form of <c>do</c>.</summary>
    Do = 1UL << 18,

    /// <summary><c>will</c>, <c>could</c>.</summary>
    Modal = 1UL << 19,

    /// <summary><c>not</c>, <c>never</c>, <c>didn't</c>.</summary>
    Negation = 1UL << 20,

    /// <summary><c>Friday</c>.</summary>
    Weekday = 1UL << 21,

    /// <summary><c>July</c>.</summary>
    Month = 1UL << 22,

    /// <summary><c>today</c>, <c>week</c>, <c>earlier</c>.</summary>
    Time = 1UL << 23,

    /// <summary><c>Mr.</c>, <c>Secretary</c>: a word that goes before a name.</summary>
    Title = 1UL << 24,

    /// <summary><c>Inc.</c>: written with a full stop that ends no sentence by itself.</summary>
    Abbreviation = 1UL << 25,

    /// <summary><c>seven</c>, <c>first</c>.</summary>
    NumberWord = 1UL << 26,

    /// <summary><c>also</c>, <c>later</c>.</summary>
    Adverb = 1UL << 27,

    /// <summary><c>according</c> (<c>to</c>).</summary>
    CueWord = 1UL << 28,

    /// <summary><c>praised</c>: a form of a verb of speaking that takes what is spoken of.</summary>
    SpeechVerb = 1UL << 29,

    /// <summary>May be a noun, by the common words.</summary>
    Noun = 1UL << 32,

    /// <summary>May be an adjective.</summary>
    Adjective = 1UL << 33,

    /// <summary>May be a verb's base form (<c>VB</c>, <c>VBP</c>).</summary>
    VerbBase = 1UL << 34,

    /// <summary>May be a verb's third person (<c>says</c>).</summary>
    VerbPresent = 1UL << 35,

    /// <summary>May be a verb's past (<c>said</c>).</summary>
    VerbPast = 1UL << 36,

    /// <summary>May be a verb's participle (<c>written</c>).</summary>
    VerbParticiple = 1UL << 37,

    /// <summary>May be a verb's gerund (<c>saying</c>).</summary>
    VerbGerund = 1UL << 38,

    /// <summary>A comma.</summary>
    Comma = 1UL << 44,

    /// <summary>A full stop, question or exclamation mark.</summary>
    Stop = 1UL << 45,

    /// <summary>A colon.</summary>
    Colon = 1UL << 46,

    /// <summary>A semicolon.</summary>
    Semicolon = 1UL << 47,

    /// <summary>A dash, or hyphens that stand for one.</summary>
    Dash = 1UL << 48,

    /// <summary>Dots that leave something out.</summary>
    Ellipsis = 1UL << 49,

    /// <summary>A bracket that opens.</summary>
    OpenBracket = 1UL << 50,

    /// <summary>A bracket that closes.</summary>
    CloseBracket = 1UL << 51,

    /// <summary>A double quotation mark of any shape, or two single ones in a row.</summary>
    DoubleMark = 1UL << 52,

    /// <summary>A single quotation mark or an apostrophe that belongs to no word.</summary>
    SingleMark = 1UL << 53,

    /// <summary>Its shape says that it opens: <c>“ „ ‘</c>.</summary>
    OpensByShape = 1UL << 54,

    /// <summary>Its shape says that it closes: <c>” ’</c>.</summary>
    ClosesByShape = 1UL << 55,

    /// <summary>Any form of an auxiliary.</summary>
    Auxiliary = Be | Have | Do | Modal,

    /// <summary>May be a verb that has tense.</summary>
    FiniteVerb = VerbBase | VerbPresent | VerbPast,

    /// <summary>May be any form of a verb.</summary>
    Verb = FiniteVerb | VerbParticiple | VerbGerund,
}
