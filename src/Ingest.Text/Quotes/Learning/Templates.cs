namespace Ingest.Text.Quotes.Learning;

/// <summary>Where each group of features has its template numbers, so that no two share one.</summary>
static class Templates
{
    public static readonly Template Filter = new(0);
    public static readonly Template Cue = new(40);
    public static readonly Template Layout = new(80);
    public static readonly Template Source = new(100);
    public static readonly Template Floating = new(140);
    public static readonly Template Joining = new(180);
    public static readonly Template ObservedCue = new(220);

    /// <summary>Of a content on the right of its cue.</summary>
    public static readonly SideTemplates Right = new(0, new(260), new(300), new(340), new(380));

    /// <summary>Of one on the left.</summary>
    public static readonly SideTemplates Left = new(1, new(420), new(460), new(500), new(540));

    /// <summary>Of the part on the right where there is one on the left too; it ends as one on the right does.</summary>
    public static readonly SideTemplates Tail = new(2, new(580), Right.End, new(620), Right.ObservedEnd);
}

/// <summary>The groups of features of a content's part.</summary>
/// <param name="Part">Which weights of the units in a <see cref="HiddenLayer"/> are the part's.</param>
/// <param name="Start">Of its first word.</param>
/// <param name="End">Of its last word.</param>
/// <param name="ObservedStart">Of what is observed at the first word.</param>
/// <param name="ObservedEnd">Of what is observed at the last one.</param>
readonly record struct SideTemplates(int Part, Template Start, Template End, Template ObservedStart, Template ObservedEnd);
